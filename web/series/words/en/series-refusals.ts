import type { Translation } from '../../../../shared/domain/language.ts'
import { movingRefusals } from '../../../booking/words/en/moving-refusals.ts'
import type { WebProblem } from '../../../kit/api-client.ts'
import type * as fr from '../fr/series-refusals.ts'

export const seriesRefusals = {
  ...movingRefusals,
  'series-refused': {
    title: 'Nothing was booked',
    says: () => 'These dates have just been taken, or are no longer possible. Here is what is left.',
    remedy: 'correct',
  },
  'no-date': {
    title: 'There is no date',
    says: () => 'Choose a later end.',
    remedy: 'correct',
  },
  'too-many-dates': {
    title: 'There are too many dates',
    says: ({ most }: WebProblem) =>
      typeof most === 'number' ? `You can book at most ${most}.` : 'Choose an earlier end.',
    remedy: 'correct',
  },
} satisfies Translation<typeof fr.seriesRefusals>
