import { useState } from 'preact/hooks'
import type { CopyList, NewCopies } from '../../../shared/contracts/copy-views.ts'
import type { PlannedView, PlanningView } from '../../../shared/contracts/planning-views.ts'
import type { WebProblem } from '../../kit/api-client.ts'
import { Loading } from '../../kit/loading.tsx'
import { Notice } from '../../kit/notice/notice.tsx'
import { Refusal } from '../../kit/notice/refusal.tsx'
import type { Page, ViewProps } from '../../kit/page.ts'
import { sendOnce } from '../../kit/send-once.ts'
import { useAnnouncement } from '../../kit/use-announcement.ts'
import { useAnswer } from '../../kit/use-answer.ts'
import { laterDate, spanWords } from '../../kit/words/fr/time-words.ts'
import { StaffPage, StaffRefused } from '../../staff/staff-page.tsx'
import { staff } from '../../staff/words/fr/staff.ts'
import { Copies, RefusedCopies } from '../copies.tsx'
import { CopyForm } from '../copy-form.tsx'
import { staffApi } from '../staff-client.ts'
import { copyRefusals, copying as words } from '../words/fr/copying.ts'

/** Staff copy their own bookings and whole rooms; people repeat their own desks. */
const isCopied = ({ channel, use, status, workshop }: PlannedView): boolean =>
  !workshop && (channel !== 'web' || use === 'room') && (status === 'confirmed' || status === 'attended')

type Copying = {
  readonly wanted?: NewCopies
  readonly seen?: CopyList
  readonly done?: CopyList
  readonly problem?: WebProblem
  readonly working?: string
}

/** First shows what can be copied, then books exactly that, once. */
const useCopying = (site: string) => {
  const [copying, setCopying] = useState<Copying>({})
  const look = async (wanted: NewCopies) => {
    setCopying({ wanted, working: words.checking })
    const answer = await staffApi.previewCopies(site, wanted)
    setCopying(answer.ok ? { wanted, seen: answer.value } : { wanted, problem: answer.problem })
  }
  const copy = async (wanted: NewCopies, seen: CopyList) => {
    setCopying({ wanted, seen, working: words.working })
    const answer = await sendOnce(JSON.stringify([site, wanted]), (key) => staffApi.copy(site, wanted, key))
    setCopying(answer.ok ? { wanted, done: answer.value } : { wanted, seen, problem: answer.problem })
  }
  const change = () => setCopying(({ wanted }) => (wanted ? { wanted } : {}))
  return { ...copying, look, copy, change }
}

type SeenProps = {
  readonly seen: CopyList
  readonly working: boolean
  readonly yes: () => void
  readonly no: () => void
  readonly nameOf: (space: string) => string
}

const Seen = ({ seen: { copies }, working, yes, no, nameOf }: SeenProps) => {
  const possible = copies.filter(({ refusal }) => !refusal)
  return (
    <>
      <Notice title={words.possible(possible.length)} tone="free">
        <Copies copies={possible} nameOf={nameOf} />
      </Notice>
      <RefusedCopies copies={copies} nameOf={nameOf} />
      <div class="actions actions-row">
        {possible.length > 0 && (
          <button class="button" type="button" aria-disabled={working} onClick={() => working || yes()}>
            {words.copy(possible.length)}
          </button>
        )}
        <button class="button quiet" type="button" onClick={no}>
          {words.change}
        </button>
      </div>
    </>
  )
}

const Done = ({ copies, nameOf }: CopyList & Pick<SeenProps, 'nameOf'>) => {
  const booked = copies.filter(({ id }) => id)
  return (
    <>
      <Notice title={words.booked(booked.length)} tone="free">
        <Copies copies={booked} nameOf={nameOf} />
      </Notice>
      <RefusedCopies copies={copies} nameOf={nameOf} />
    </>
  )
}

const Copier = ({ planning }: { planning: PlanningView }) => {
  const { wanted, seen, done, problem, working, look, copy, change } = useCopying(planning.site)
  const planned = planning.bookings.filter((each) => isCopied(each))
  const from = planning.days[0]?.date ?? planning.today
  const nameOf = (space: string) => planning.spaces.find(({ id }) => id === space)?.name ?? space
  useAnnouncement(working)
  return (
    <div class="stack">
      <h1>{words.title(...spanWords(from, laterDate(from, 6)))}</h1>
      {problem && (
        <Refusal
          refusals={copyRefusals}
          problem={problem}
          again={wanted && (() => (seen ? copy(wanted, seen) : look(wanted)))}
          remedies={{ choose: [`/planning?lieu=${planning.site}`, staff.back] }}
        />
      )}
      {done && <Done {...done} nameOf={nameOf} />}
      {!done && wanted && seen && (
        <Seen
          nameOf={nameOf}
          seen={seen}
          working={Boolean(working)}
          yes={() => copy(wanted, seen)}
          no={change}
        />
      )}
      {!done && !seen && <p class="lead">{planned.length > 0 ? words.lead : words.nothing}</p>}
      {!done && !seen && planned.length > 0 && (
        <CopyForm planned={planned} nameOf={nameOf} wanted={wanted} onLook={look} />
      )}
      <p role="status">{working}</p>
      <p>
        <a class="tall" href={`/planning?lieu=${planning.site}`}>
          {staff.back}
        </a>
      </p>
    </div>
  )
}

const Read = ({ site, from }: { site: string; from: string | null | undefined }) => {
  const { loaded, again } = useAnswer(site, (id) => staffApi.readPlanning(id, from ? { from } : {}))
  if (loaded.state === 'here') return <Copier planning={loaded.value} />
  return (
    <div class="stack">
      <h1>{words.page}</h1>
      {loaded.state === 'loading' ? <Loading /> : <StaffRefused problem={loaded.problem} again={again} />}
    </div>
  )
}

const View = ({ query }: ViewProps) => (
  <StaffPage query={query} title={words.page}>
    {(site) => <Read site={site.id} from={query?.get('du')} />}
  </StaffPage>
)

export const page: Page = { title: words.page, enhanced: true, View }
