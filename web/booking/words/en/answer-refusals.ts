import type { Translation } from '../../../../shared/domain/language.ts'
import type { WebProblem } from '../../../kit/api-client.ts'
import { dayWords, rangeWords } from '../../../kit/words/en/time-words.ts'
import type * as fr from '../fr/answer-refusals.ts'
import { changeRefusals } from './change-refusals.ts'

export const answerRefusals = {
  ...changeRefusals,
  'hold-ended': {
    title: 'The time to answer has passed',
    says: () => 'The place was offered to the next person. Choose another time.',
    remedy: 'choose',
  },
  'already-answered': {
    title: 'You have already answered',
    says: () => 'Look in your bookings to see what was recorded.',
    remedy: 'mine',
  },
  'not-offered': {
    title: 'There is nothing to accept here',
    says: () => 'Look in your bookings to see what was recorded.',
    remedy: 'mine',
  },
  'check-in-closed': {
    title: 'It is not the time to say you have arrived',
    says: ({ from, until }: WebProblem) =>
      typeof from === 'string' && typeof until === 'string'
        ? `You can on ${dayWords(from.slice(0, 10))}, ${rangeWords(from.slice(11), until.slice(11))}. Otherwise, tell the staff.`
        : 'Tell the staff at the counter.',
    remedy: 'mine',
  },
} satisfies Translation<typeof fr.answerRefusals>
