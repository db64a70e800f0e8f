import { dayWords, rangeWords } from '../kit/words/fr/time-words.ts'
import type { Choice } from './choice.ts'
import type { NextStep } from './next-step.ts'
import { summary } from './words/fr/summary.ts'

type FromToProps = Pick<NextStep, 'from' | 'working'> & { readonly to: Choice; readonly today: string }

/** The current and the new time of a booking that moves. */
export const FromTo = ({ from, to, today, working }: FromToProps) =>
  from ? (
    <p class="from-to">
      {working ?? (
        <>
          {dayWords(from.date, today)}, {rangeWords(from.start, from.end)} <span aria-hidden="true">→</span>
          <span class="for-readers">{summary.becomes}</span>{' '}
          <strong>
            {to.date !== from.date && `${dayWords(to.date, today)}, `}
            {rangeWords(to.start, to.end)}
          </strong>
        </>
      )}
    </p>
  ) : null
