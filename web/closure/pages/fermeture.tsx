import { useState } from 'preact/hooks'
import type { ClosureReportView } from '../../../shared/contracts/closure-views.ts'
import { closedWords } from '../../availability/words/fr/closed.ts'
import type { WebProblem } from '../../kit/api-client.ts'
import { Loading } from '../../kit/loading.tsx'
import { Notice } from '../../kit/notice/notice.tsx'
import { Refusal } from '../../kit/notice/refusal.tsx'
import type { Page, ViewProps } from '../../kit/page.ts'
import { useAnnouncement } from '../../kit/use-announcement.ts'
import { useAnswer } from '../../kit/use-answer.ts'
import { common } from '../../kit/words/fr/common.ts'
import { mayAt } from '../../staff/may-at.ts'
import { StaffPage, StaffRefused } from '../../staff/staff-page.tsx'
import { STAFF_PAGES } from '../../staff/staff-pages.ts'
import { staff } from '../../staff/words/fr/staff.ts'
import { closureApi } from '../closure-client.ts'
import { type Reading, TouchedPeople } from '../touched-people.tsx'
import { closingRefusals, closing as words } from '../words/fr/closing.ts'

const useReopening = (site: string, read: ClosureReportView) => {
  const [closure, setClosure] = useState(read)
  const [step, setStep] = useState<'shown' | 'asking' | 'working' | 'done'>('shown')
  const [problem, setProblem] = useState<WebProblem>()
  const reopen = async () => {
    setProblem(undefined)
    setStep('working')
    const answer = await closureApi.reopen(site, read.id)
    setStep(answer.ok ? 'done' : 'shown')
    if (answer.ok) setClosure(answer.value)
    else setProblem(answer.problem)
  }
  return { closure, step, setStep, problem, reopen }
}

type Reopening = ReturnType<typeof useReopening>

const Reopen = ({ step, setStep, reopen }: Reopening) =>
  step === 'shown' ? (
    <p class="off-paper">
      <button class="button quiet" type="button" onClick={() => setStep('asking')}>
        {words.reopen}
      </button>
    </p>
  ) : (
    <Notice title={words.reopenSure}>
      <p>{words.reopenLead}</p>
      <div class="actions actions-row">
        <button
          class="button"
          type="button"
          aria-disabled={step === 'working'}
          onClick={() => step === 'asking' && reopen()}
        >
          {words.reopen}
        </button>
        <button class="button quiet" type="button" onClick={() => setStep('shown')}>
          {words.keep}
        </button>
      </div>
    </Notice>
  )

const Done = ({ state, reopen }: Pick<ClosureReportView, 'state'> & Pick<Reopening, 'reopen'>) => {
  if (state === 'reopened')
    return (
      <Notice title={words.reopened} tone="free">
        <p>{words.reopenedLead}</p>
      </Notice>
    )
  return state === 'reopening' ? (
    <Notice title={words.unfinished}>
      <button class="button" type="button" onClick={reopen}>
        {words.goOn}
      </button>
    </Notice>
  ) : null
}

const Report = ({ site, self, read, fresh }: Reading & { read: ClosureReportView; fresh: boolean }) => {
  const reopening = useReopening(site.id, read)
  const { closure, step, problem, reopen } = reopening
  const { bookings, state, spaces } = closure
  const names = site.spaces.filter(({ id }) => spaces?.includes(id)).map(({ name }) => name)
  useAnnouncement(step === 'working' ? common.loading : undefined)
  return (
    <div class="stack">
      <h1>{words.report}</h1>
      {problem && (
        <Refusal
          refusals={closingRefusals}
          problem={problem}
          again={reopen}
          remedies={{ choose: [`/planning?lieu=${site.id}`, staff.back] }}
        />
      )}
      {fresh && state === 'closed' && step === 'shown' && !problem && (
        <Notice title={words.closed} tone="free" />
      )}
      <Done state={state} reopen={reopen} />
      <p class="lead">
        {closedWords.on(closure, site.today)}
        {names.length > 0 && closedWords.spaces(names)} : {closure.reason}
      </p>
      {bookings.length === 0 && <p>{words.nobody}</p>}
      <TouchedPeople closure={closure} reading={{ site, self }} />
      {state !== 'reopened' && state !== 'reopening' && <Reopen {...reopening} />}
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
    </div>
  )
}

const Read = ({ query, ...reading }: Reading & { query: URLSearchParams | undefined }) => {
  const { site } = reading
  const { loaded, again } = useAnswer(query?.get('id') ?? '', (id) => closureApi.read(site.id, id || '0'))
  if (loaded.state === 'here')
    return <Report {...reading} read={loaded.value} fresh={query?.has('fait') ?? false} />
  return (
    <div class="stack">
      <h1>{words.report}</h1>
      {loaded.state === 'loading' ? <Loading /> : <StaffRefused problem={loaded.problem} again={again} />}
    </div>
  )
}

const View = ({ query }: ViewProps) => (
  <StaffPage query={query} title={words.report}>
    {(site, self) => <Read site={site} self={self} query={query} />}
  </StaffPage>
)

export const page: Page = { title: words.report, enhanced: true, View }
