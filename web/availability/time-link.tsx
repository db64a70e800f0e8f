import { shortRangeWords, soonDayWords } from '../kit/words/fr/time-words.ts'
import { detailsAddress } from './choice.ts'
import { HourLink } from './hour-link.tsx'
import type { FreeTime } from './next-times.ts'

type TimeLinkProps = {
  readonly time: FreeTime
  readonly today: string
  /** What one gets for it, where that is not said above. */
  readonly terms?: string
}

/** A free time of the coming week as a way straight to its details. */
export const TimeLink = ({ time, today, terms }: TimeLinkProps) => (
  <HourLink href={detailsAddress(time)}>
    <strong>{soonDayWords(time.date, today)}</strong>
    <span>{shortRangeWords(time.start, time.end)}</span>
    {terms && <span>{terms}</span>}
  </HourLink>
)
