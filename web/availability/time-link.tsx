import { shortRangeWords } from '../kit/words/fr/time-words.ts'
import { detailsAddress } from './choice.ts'
import { dayPartOf } from './day-part.ts'
import type { FreeTime } from './next-times.ts'
import { dayPartWords } from './words/fr/day-parts.ts'

type TimeLinkProps = { readonly time: FreeTime; readonly today: string }

/** A free time of the coming week as a way straight to its details. */
export const TimeLink = ({ time, today }: TimeLinkProps) => (
  <a class="time" href={detailsAddress(time)}>
    <strong>{dayPartWords(time.date, dayPartOf(time), today)}</strong>
    <span>{shortRangeWords(time.start, time.end)}</span>
  </a>
)
