import { dayAndMonthWords, placesWords, rangeWords } from '../kit/words/fr/time-words.ts'
import { detailsAddress } from './choice.ts'
import { dayPartOf } from './day-part.ts'
import type { FreeTime } from './next-times.ts'
import { dayPartWords } from './words/fr/day-parts.ts'

type TimeLinkProps = { readonly time: FreeTime; readonly today: string }

/** A free time as a way straight to its details. */
export const TimeLink = ({ time, today }: TimeLinkProps) => (
  <a class="time" href={detailsAddress(time)}>
    <strong>{dayPartWords(time.date, dayPartOf(time), today)}</strong>
    <span>
      {dayAndMonthWords(time.date)}, {rangeWords(time.start, time.end)}
    </span>
    {time.use === 'desk' && <span>{placesWords(time.left)}</span>}
  </a>
)
