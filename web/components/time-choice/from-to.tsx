import type { Choice } from '../../choice.ts'
import { summary } from '../../messages/fr/summary.ts'
import { dayWords, rangeWords } from '../../time-words.ts'
import type { Going } from './going.ts'

type FromToProps = Pick<Going, 'from' | 'working'> & { readonly to: Choice; readonly today: string }

/** Where a booking is, and where it would be; nothing where none moves. */
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
