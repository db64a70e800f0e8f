import { useState } from 'preact/hooks'
import type { SiteView } from '../../../shared/contracts/site-views.ts'
import type { NewCycle } from '../../../shared/contracts/workshop-text.ts'
import type { CyclePreview, PlannedCycle } from '../../../shared/contracts/workshop-views.ts'
import { Later } from '../../kit/later.tsx'
import { LoadedPage } from '../../kit/loaded.tsx'
import { Unread } from '../../kit/notice/refusal.tsx'
import type { Page, ViewProps } from '../../kit/page.ts'
import { useAnnouncement } from '../../kit/use-announcement.ts'
import { useAnswer } from '../../kit/use-answer.ts'
import { useSend } from '../../kit/use-send.ts'
import { StaffPage, StaffRefused } from '../../staff/staff-page.tsx'
import { CycleForm } from '../cycle-form.tsx'
import { type Mediators, plannerApi } from '../planner-client.ts'
import { Refused } from '../refused.tsx'
import { planning as words } from '../words/fr/planning-cycle.ts'

const loadPreviewed = async () => (await import('../planned.tsx')).Previewed
const loadDone = async () => (await import('../planned.tsx')).Done
const unreached = (again: () => void) => <Unread problem={{ code: 'unreachable' }} again={again} />

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
  if (draft && cycle) return <Later load={loadDone} props={{ site, draft, cycle }} failed={unreached} />
  return (
    <div class="stack">
      <h1>{words.title}</h1>
      {spaces.length === 0 && <p class="lead">{words.noSpace}</p>}
      {draft && preview && (
        <Later
          load={loadPreviewed}
          props={{ site, draft, preview, onDone: setCycle, onChange: () => setPreview(undefined) }}
          failed={unreached}
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
