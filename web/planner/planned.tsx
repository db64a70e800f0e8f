/* What follows the form, in one file: it is fetched while the dates are looked at. */
import type { SiteView } from '../../shared/contracts/site-views.ts'
import type { NewCycle } from '../../shared/contracts/workshop-text.ts'
import type { CyclePreview, PlannedCycle } from '../../shared/contracts/workshop-views.ts'
import { sendOnce } from '../kit/send-once.ts'
import { useAnnouncement } from '../kit/use-announcement.ts'
import { useSend } from '../kit/use-send.ts'
import { kindOf } from './cycle-draft.ts'
import { plannerApi } from './planner-client.ts'
import { Refused } from './refused.tsx'
import { Sittings } from './sittings.tsx'
import { planning as words } from './words/fr/planning-cycle.ts'

type DoneProps = { readonly site: SiteView; readonly draft: NewCycle; readonly cycle: PlannedCycle }

export const Done = ({ site, draft, cycle: { dates } }: DoneProps) => {
  const title = words.done(dates.filter(({ workshop }) => workshop).length, kindOf(draft))
  useAnnouncement(title)
  return (
    <>
      <h1>{title}</h1>
      <Sittings dates={dates} today={site.today} />
      <p class="place-links">
        <a class="button" href={`/planning?lieu=${site.id}`}>
          {words.seeWeek}
        </a>
        <a class="tall" href={`/planifier?lieu=${site.id}`}>
          {words.again}
        </a>
      </p>
    </>
  )
}

type PreviewedProps = {
  readonly site: SiteView
  readonly draft: NewCycle
  readonly preview: CyclePreview
  readonly onDone: (cycle: PlannedCycle) => void
  readonly onChange: () => void
}

export const Previewed = ({ site, draft, preview: { dates }, onDone, onChange }: PreviewedProps) => {
  const { working, send, ...sending } = useSend(onDone)
  const free = dates.filter(({ refusal }) => !refusal).length
  const title = words.free(free, kindOf(draft))
  const said = working ? words.working : title
  useAnnouncement(said)
  const plan = () => send(() => sendOnce(JSON.stringify(draft), (key) => plannerApi.plan(draft, key)))
  return (
    <section class="stack">
      <Refused sending={sending} />
      <h2>{title}</h2>
      <Sittings dates={dates} today={site.today} />
      <div class="actions actions-row">
        {free > 0 && (
          <button class="button" type="button" aria-disabled={working} onClick={plan}>
            {words.plan(free, kindOf(draft))}
          </button>
        )}
        <button class="button quiet" type="button" onClick={onChange}>
          {words.change}
        </button>
      </div>
      <p role="status">{working && said}</p>
    </section>
  )
}
