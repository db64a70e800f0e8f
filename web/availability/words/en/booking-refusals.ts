import type { Translation } from '../../../../shared/domain/language.ts'
import type { WebProblem } from '../../../kit/api-client.ts'
import type * as fr from '../fr/booking-refusals.ts'
import { conditionsRefusals } from './conditions-refusals.ts'
import { quotaWords } from './rule-words.ts'
import { timeRefusals } from './time-refusals.ts'

export const bookingRefusals = {
  ...conditionsRefusals,
  ...timeRefusals,
  'quota-reached': {
    title: 'You have reached the limit here',
    says: (problem: WebProblem) => quotaWords(problem),
    remedy: 'mine',
  },
  'holder-busy': {
    title: 'You already have a booking at that time',
    says: () => 'Cancel it first, or choose another time.',
    remedy: 'mine',
  },
} satisfies Translation<typeof fr.bookingRefusals>
