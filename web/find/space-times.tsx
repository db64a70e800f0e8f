import type { AvailabilityView, SiteView, SpaceView } from '../../shared/contracts/site-views.ts'
import { nextTimes } from '../availability/next-times.ts'
import { TimeLink } from '../availability/time-link.tsx'
import { summary } from '../availability/words/fr/summary.ts'
import { durationWords } from '../kit/words/fr/time-words.ts'

type SpaceTimesProps = {
  readonly site: SiteView
  readonly space: SpaceView
  readonly week: AvailabilityView
}

const SHOWN = 2

/** The first free times of a space, each straight to its details. */
export const SpaceTimes = ({ site, space, week }: SpaceTimesProps) => {
  if (space.uses.length === 0) return null
  const times = nextTimes({ ...site, spaces: [space] }, week, undefined, SHOWN)
  if (times.length === 0) return null
  return (
    <>
      {space.approval && <p class="soft">{summary.onRequest(durationWords(space.approval.hours * 60))}</p>}
      <ul class="times space-times">
        {times.map((time) => (
          <li key={`${time.date} ${time.start} ${time.end}`}>
            <TimeLink time={time} today={site.today} />
          </li>
        ))}
      </ul>
    </>
  )
}
