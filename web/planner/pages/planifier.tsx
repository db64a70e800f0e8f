import { useState } from 'preact/hooks'
import type { SiteView } from '../../../shared/contracts/site-views.ts'
import type { NewCycle } from '../../../shared/contracts/workshop-text.ts'
import type { CyclePreview, PlannedCycle } from '../../../shared/contracts/workshop-views.ts'
import { LoadedPage } from '../../kit/loaded.tsx'
import { Refusal } from '../../kit/notice/refusal.tsx'
import type { Page, ViewProps } from '../../kit/page.ts'
import { sendOnce } from '../../kit/send-once.ts'
import { useAnnouncement } from '../../kit/use-announcement.ts'
import { useAnswer } from '../../kit/use-answer.ts'
import { type Sending, useSend } from '../../kit/use-send.ts'
import { StaffPage, StaffRefused } from '../../staff/staff-page.tsx'
import { kindOf } from '../cycle-draft.ts'
import { CycleForm } from '../cycle-form.tsx'
import { type Mediators, plannerApi } from '../planner-client.ts'
import { Sittings } from '../sittings.tsx'
import { cycleRefusals, planning as words } from '../words/fr/planning-cycle.ts'

const Refused = ({ sending: { problem, again } }: { sending: Pick<Sending, 'problem' | 'again'> }) =>
  problem ? <Refusal refusals={cycleRefusals} problem={problem} again={again} /> : null

type DoneProps = { readonly site: SiteView; readonly draft: NewCycle; readonly cycle: PlannedCycle }

const Done = ({ site, draft, cycle: { dates } }: DoneProps) => {
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

const Previewed = ({ site, draft, preview: { dates }, onDone, onChange }: PreviewedProps) => {
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

/** The form stays behind the dates, so that changing one answer keeps the others. */
const Planning = ({ site, mediators }: { site: SiteView; mediators: Mediators }) => {
  const [draft, setDraft] = useState<NewCycle>()
  const [preview, setPreview] = useState<CyclePreview>()
  const [cycle, setCycle] = useState<PlannedCycle>()
  const { working, send, ...sending } = useSend(setPreview)
  useAnnouncement(working ? words.checking : undefined)
  const check = (next: NewCycle) => {
    if (working) return
    setDraft(next)
    send(() => plannerApi.preview(next))
  }
  const spaces = site.spaces.filter((space) => space.workshops)
  if (draft && cycle) return <Done site={site} draft={draft} cycle={cycle} />
  return (
    <div class="stack">
      <h1>{words.title}</h1>
      {spaces.length === 0 && <p class="lead">{words.noSpace}</p>}
      {draft && preview && (
        <Previewed
          site={site}
          draft={draft}
          preview={preview}
          onDone={setCycle}
          onChange={() => setPreview(undefined)}
        />
      )}
      {!preview && <Refused sending={sending} />}
      {spaces.length > 0 && (
        <div hidden={preview !== undefined}>
          <CycleForm site={site} spaces={spaces} mediators={mediators} working={working} onSubmit={check} />
          <p role="status">{working && words.checking}</p>
        </div>
      )}
    </div>
  )
}

const Planned = ({ site }: { site: SiteView }) => (
  <LoadedPage title={words.page} from={useAnswer(site.id, plannerApi.mediators)} refused={StaffRefused}>
    {({ mediators }) => <Planning site={site} mediators={mediators} />}
  </LoadedPage>
)

const View = ({ query }: ViewProps) => (
  <StaffPage query={query} title={words.page}>
    {(site) => <Planned site={site} />}
  </StaffPage>
)

export const page: Page = { title: words.page, enhanced: true, View }
