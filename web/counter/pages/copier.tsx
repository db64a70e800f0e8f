import { useState } from 'preact/hooks'
import type { CopyList } from '../../../shared/contracts/copy-views.ts'
import type { PlannedView, PlanningView } from '../../../shared/contracts/planning-views.ts'
import { laterDate } from '../../kit/later-date.ts'
import { LoadedPage } from '../../kit/loaded.tsx'
import { Notice } from '../../kit/notice/notice.tsx'
import { Refusal } from '../../kit/notice/refusal.tsx'
import type { Page, ViewProps } from '../../kit/page.ts'
import { sendOnce } from '../../kit/send-once.ts'
import { useAnnouncement } from '../../kit/use-announcement.ts'
import { useAnswer } from '../../kit/use-answer.ts'
import type { Sending } from '../../kit/use-send.ts'
import { useSend } from '../../kit/use-send.ts'
import { spanWords } from '../../kit/words/fr/time-words.ts'
import { StaffPage, StaffRefused } from '../../staff/staff-page.tsx'
import { staff } from '../../staff/words/fr/staff.ts'
import { Copies, RefusedCopies } from '../copies.tsx'
import { CopyForm } from '../copy-form.tsx'
import type { NewCopies } from '../staff-client.ts'
import { staffApi } from '../staff-client.ts'
import { copyRefusals, copying as words } from '../words/fr/copying.ts'

/** Staff copy their own bookings and whole rooms; people repeat their own desks. */
const isCopied = ({ channel, use, status, workshop }: PlannedView): boolean =>
  !workshop && (channel !== 'web' || use === 'room') && (status === 'confirmed' || status === 'attended')

const nameIn =
  ({ spaces }: PlanningView) =>
  (space: string): string =>
    spaces.find(({ id }) => id === space)?.name ?? space

type RefusedProps = { readonly site: string; readonly sending: Pick<Sending, 'problem' | 'again'> }

const Refused = ({ site, sending: { problem, again } }: RefusedProps) =>
  problem ? (
    <Refusal
      refusals={copyRefusals}
      problem={problem}
      again={again}
      remedies={{ choose: [`/planning?lieu=${site}`, staff.back] }}
    />
  ) : null

type SeenProps = {
  readonly site: string
  readonly wanted: NewCopies
  readonly seen: CopyList
  readonly nameOf: (space: string) => string
  readonly onDone: (done: CopyList) => void
  readonly onChange: () => void
}

/** Books exactly what is shown, once. */
const Seen = ({ site, wanted, seen: { copies }, nameOf, onDone, onChange }: SeenProps) => {
  const { working, send, ...sending } = useSend(onDone)
  const said = working ? words.working : undefined
  useAnnouncement(said)
  const possible = copies.filter(({ refusal }) => !refusal)
  const copy = () =>
    send(() => sendOnce(JSON.stringify([site, wanted]), (key) => staffApi.copy(site, wanted, key)))
  return (
    <>
      <Refused site={site} sending={sending} />
      <Notice title={words.possible(possible.length)} tone="free">
        <Copies copies={possible} nameOf={nameOf} />
      </Notice>
      <RefusedCopies copies={copies} nameOf={nameOf} />
      <div class="actions actions-row">
        {possible.length > 0 && (
          <button class="button" type="button" aria-disabled={working} onClick={copy}>
            {words.copy(possible.length)}
          </button>
        )}
        <button class="button quiet" type="button" onClick={onChange}>
          {words.change}
        </button>
      </div>
      <p role="status">{said}</p>
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

type CopyingProps = { readonly planning: PlanningView; readonly onDone: (done: CopyList) => void }

/** First shows what can be copied. */
const Copying = ({ planning, onDone }: CopyingProps) => {
  const { site, bookings } = planning
  const [wanted, setWanted] = useState<NewCopies>()
  const [seen, setSeen] = useState<CopyList>()
  const { working, send, ...sending } = useSend(setSeen)
  const said = working ? words.checking : undefined
  useAnnouncement(said)
  const look = (next: NewCopies) => {
    // What is shown and what is booked stay the same copies.
    if (working) return
    setWanted(next)
    send(() => staffApi.previewCopies(site, next))
  }
  const nameOf = nameIn(planning)
  if (wanted && seen)
    return <Seen {...{ site, wanted, seen, nameOf, onDone }} onChange={() => setSeen(undefined)} />
  const planned = bookings.filter((each) => isCopied(each))
  return (
    <>
      <Refused site={site} sending={sending} />
      <p class="lead">{planned.length > 0 ? words.lead : words.nothing}</p>
      {planned.length > 0 && (
        <CopyForm planned={planned} nameOf={nameOf} wanted={wanted} working={working} onLook={look} />
      )}
      <p role="status">{said}</p>
    </>
  )
}

const Copier = ({ planning }: { planning: PlanningView }) => {
  const [done, setDone] = useState<CopyList>()
  const from = planning.days[0]?.date ?? planning.today
  return (
    <div class="stack">
      <h1>{words.title(...spanWords(from, laterDate(from, 6)))}</h1>
      {done ? <Done {...done} nameOf={nameIn(planning)} /> : <Copying planning={planning} onDone={setDone} />}
      <p>
        <a class="tall" href={`/planning?lieu=${planning.site}`}>
          {staff.back}
        </a>
      </p>
    </div>
  )
}

const Read = ({ site, from }: { site: string; from: string | null | undefined }) => (
  <LoadedPage
    title={words.page}
    from={useAnswer(site, (id) => staffApi.readPlanning(id, from ? { from } : {}))}
    refused={StaffRefused}
  >
    {(planning) => <Copier planning={planning} />}
  </LoadedPage>
)

const View = ({ query }: ViewProps) => (
  <StaffPage query={query} title={words.page}>
    {(site) => <Read site={site.id} from={query?.get('du')} />}
  </StaffPage>
)

export const page: Page = { title: words.page, enhanced: true, View }
