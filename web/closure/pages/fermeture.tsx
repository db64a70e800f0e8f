import { useEffect, useState } from 'preact/hooks'
import type { ClosureReportView } from '../../../shared/contracts/closure-views.ts'
import type { SiteView } from '../../../shared/contracts/site-views.ts'
import { closedWords } from '../../availability/words/fr/closed.ts'
import { LoadedPage } from '../../kit/loaded.tsx'
import { Notice } from '../../kit/notice/notice.tsx'
import { Refusal } from '../../kit/notice/refusal.tsx'
import type { Page, ViewProps } from '../../kit/page.ts'
import { useAnnouncement } from '../../kit/use-announcement.ts'
import { useAnswer } from '../../kit/use-answer.ts'
import { useSend } from '../../kit/use-send.ts'
import { common } from '../../kit/words/fr/common.ts'
import { mayAt } from '../../staff/may-at.ts'
import { StaffPage, StaffRefused } from '../../staff/staff-page.tsx'
import { STAFF_PAGES } from '../../staff/staff-pages.ts'
import { staff } from '../../staff/words/fr/staff.ts'
import { closureApi } from '../closure-client.ts'
import { type Reading, TouchedPeople } from '../touched-people.tsx'
import { closingRefusals, closing as words } from '../words/fr/closing.ts'

const useReopening = (site: string, read: ClosureReportView) => {
  const [asking, setAsking] = useState(false)
  const [closure, setClosure] = useState(read)
  const { problem, again, working, send } = useSend(setClosure)
  const reopen = () => send(() => closureApi.reopen(site, read.id))
  useEffect(() => {
    if (problem) setAsking(false)
  }, [problem])
  useAnnouncement(working ? common.loading : undefined)
  return { closure, problem, again, working, asking, setAsking, reopen }
}

const Reopen = ({ asking, setAsking, working, reopen }: ReturnType<typeof useReopening>) =>
  asking ? (
    <Notice title={words.reopenSure}>
      <p>{words.reopenLead}</p>
      <div class="actions actions-row">
        <button class="button" type="button" aria-disabled={working} onClick={reopen}>
          {words.reopen}
        </button>
        <button class="button quiet" type="button" onClick={() => setAsking(false)}>
          {words.keep}
        </button>
      </div>
    </Notice>
  ) : (
    <p class="off-paper">
      <button class="button quiet" type="button" onClick={() => setAsking(true)}>
        {words.reopen}
      </button>
    </p>
  )

const Done = ({ state, onGoOn }: Pick<ClosureReportView, 'state'> & { onGoOn: () => void }) => {
  if (state === 'reopened')
    return (
      <Notice title={words.reopened} tone="free">
        <p>{words.reopenedLead}</p>
      </Notice>
    )
  return state === 'reopening' ? (
    <Notice title={words.unfinished}>
      <button class="button" type="button" onClick={onGoOn}>
        {words.goOn}
      </button>
    </Notice>
  ) : null
}

const Extent = ({ site, closure }: { site: SiteView; closure: ClosureReportView }) => {
  const names = site.spaces.filter(({ id }) => closure.spaces?.includes(id)).map(({ name }) => name)
  return (
    <p class="lead">
      {closedWords.on(closure, site.today)}
      {names.length > 0 && closedWords.spaces(names)} : {closure.reason}
    </p>
  )
}

const Links = ({ site, self }: Reading) => (
  <p class="place-links off-paper">
    <button class="link" type="button" onClick={() => print()}>
      {words.print}
    </button>
    {mayAt(self, STAFF_PAGES.planning, site) && (
      <a class="tall" href={`/planning?lieu=${site.id}`}>
        {staff.back}
      </a>
    )}
  </p>
)

const Report = ({ site, self, read, fresh }: Reading & { read: ClosureReportView; fresh: boolean }) => {
  const reopening = useReopening(site.id, read)
  const { closure, problem, again, asking, reopen } = reopening
  const { bookings, state } = closure
  return (
    <div class="stack">
      <h1>{words.report}</h1>
      {problem && (
        <Refusal
          refusals={closingRefusals}
          problem={problem}
          again={again}
          remedies={{ choose: [`/planning?lieu=${site.id}`, staff.back] }}
        />
      )}
      {fresh && state === 'closed' && !asking && !problem && <Notice title={words.closed} tone="free" />}
      <Done state={state} onGoOn={reopen} />
      <Extent site={site} closure={closure} />
      {bookings.length === 0 && <p>{words.nobody}</p>}
      <TouchedPeople closure={closure} reading={{ site, self }} />
      {state !== 'reopened' && state !== 'reopening' && <Reopen {...reopening} />}
      <Links site={site} self={self} />
    </div>
  )
}

const Read = ({ query, ...reading }: Reading & { query: URLSearchParams | undefined }) => {
  const { site } = reading
  const from = useAnswer(query?.get('id') ?? '', (id) => closureApi.read(site.id, id || '0'))
  return (
    <LoadedPage title={words.report} from={from} refused={StaffRefused}>
      {(read) => <Report {...reading} read={read} fresh={query?.has('fait') ?? false} />}
    </LoadedPage>
  )
}

const View = ({ query }: ViewProps) => (
  <StaffPage query={query} title={words.report}>
    {(site, self) => <Read site={site} self={self} query={query} />}
  </StaffPage>
)

export const page: Page = { title: words.report, enhanced: true, View }
