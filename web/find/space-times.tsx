import type { AvailabilityView, SiteView, SpaceView } from '../../shared/contracts/site-views.ts'
import { nextTimes } from '../availability/next-times.ts'
import { TimeLink } from '../availability/time-link.tsx'
import { summary } from '../availability/words/fr/summary.ts'
import { durationWords } from '../kit/words/fr/time-words.ts'

type SpaceTimesProps = {
  readonly site: SiteView
  readonly space: SpaceView
  readonly availability: AvailabilityView | undefined
}

const SHOWN = 2

/** The first free times of a space, each straight to its details; their room is kept until they are known. */
export const SpaceTimes = ({ site, space, availability }: SpaceTimesProps) => {
  if (space.uses.length === 0) return null
  if (!availability) return <div class="space-times" />
  const times = nextTimes({ ...site, spaces: [space] }, availability, undefined, SHOWN)
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
