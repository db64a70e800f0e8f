import { useState } from 'preact/hooks'
import type { SelfView } from '../../shared/contracts/auth-views.ts'
import type { ClosureReportView } from '../../shared/contracts/closure-views.ts'
import type { SiteView } from '../../shared/contracts/site-views.ts'
import { useAnnouncement, useAnswer } from '../answers.ts'
import type { WebProblem } from '../api-client.ts'
import { closureApi } from '../closure-client.ts'
import { Fate } from '../components/closing/fate.tsx'
import { Notice } from '../components/notice/notice.tsx'
import { Refusal } from '../components/notice/refusal.tsx'
import { StaffPage, StaffRefused } from '../components/staff/staff-page.tsx'
import { Waiting } from '../components/waiting/waiting.tsx'
import { mayAt } from '../may-at.ts'
import { closingRefusals, closing as words } from '../messages/fr/closing.ts'
import { site as siteWords } from '../messages/fr/site.ts'
import { acts } from '../messages/fr/staff-acts.ts'
import type { Page, ViewProps } from '../page.ts'
import { STAFF_PAGES } from '../staff-pages.ts'
import { dayWords, rangeWords } from '../time-words.ts'

type Touched = ClosureReportView['bookings'][number]

const Line = ({ booking }: { booking: Touched }) => {
  const { date, start, end, space, phone, hasEmail } = booking
  return (
    <li>
      <strong class="long-word">{booking.holderName}</strong>
      <p>
        {dayWords(date)}, {rangeWords(start, end)}, {space.name}
      </p>
      <Fate booking={booking} />
      {!hasEmail &&
        (phone ? (
          <a class="tall" href={`tel:${phone.replace(/\s/g, '')}`}>
            {acts.call(phone)}
          </a>
        ) : (
          <p class="soft">{words.noPhone}</p>
        ))}
    </li>
  )
}

const Lines = ({ title, bookings }: { title: string; bookings: readonly Touched[] }) =>
  bookings.length > 0 ? (
    <section class="stack">
      <h2>{title}</h2>
      <ul class="series-dates">
        {bookings.map((booking) => (
          <Line key={booking.id} booking={booking} />
        ))}
      </ul>
    </section>
  ) : null

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

type ReadingProps = { readonly site: SiteView; readonly self: SelfView }

const Report = ({ site, self, read, fresh }: ReadingProps & { read: ClosureReportView; fresh: boolean }) => {
  const reopening = useReopening(site.id, read)
  const { closure, step, problem, reopen } = reopening
  const { bookings, state, spaces } = closure
  const names = site.spaces.filter(({ id }) => spaces?.includes(id)).map(({ name }) => name)
  useAnnouncement(step === 'working' ? acts.working : undefined)
  return (
    <div class="stack">
      <h1>{words.report}</h1>
      {problem && (
        <Refusal
          refusals={closingRefusals}
          problem={problem}
          again={reopen}
          ways={{ choose: [`/planning?lieu=${site.id}`, acts.back] }}
        />
      )}
      {fresh && state === 'closed' && step === 'shown' && !problem && <Notice title={words.closed} tone="free" />}
      <Done state={state} reopen={reopen} />
      <p class="lead">
        {siteWords.closedOn(closure, site.today)}
        {names.length > 0 && siteWords.closedSpaces(names)} : {closure.reason}
      </p>
      {bookings.length === 0 && <p>{words.nobody}</p>}
      <Lines
        title={words.phoneTitle(bookings.filter(({ hasEmail }) => !hasEmail).length)}
        bookings={bookings.filter(({ hasEmail }) => !hasEmail)}
      />
      <Lines
        title={words.toldTitle(bookings.filter(({ hasEmail }) => hasEmail).length)}
        bookings={bookings.filter(({ hasEmail }) => hasEmail)}
      />
      {state !== 'reopened' && state !== 'reopening' && <Reopen {...reopening} />}
      <p class="place-links off-paper">
        <button class="link" type="button" onClick={() => print()}>
          {words.print}
        </button>
        {mayAt(self, STAFF_PAGES.planning, site) && (
          <a class="tall" href={`/planning?lieu=${site.id}`}>
            {acts.back}
          </a>
        )}
      </p>
    </div>
  )
}

const Read = ({ query, ...reading }: ReadingProps & { query: URLSearchParams | undefined }) => {
  const { site } = reading
  const { loaded, again } = useAnswer(query?.get('id') ?? '', (id) => closureApi.read(site.id, id || '0'))
  if (loaded.state === 'here') return <Report {...reading} read={loaded.value} fresh={query?.has('fait') ?? false} />
  return (
    <div class="stack">
      <h1>{words.report}</h1>
      {loaded.state === 'waiting' ? <Waiting /> : <StaffRefused problem={loaded.problem} again={again} />}
    </div>
  )
}

const View = ({ query }: ViewProps) => (
  <StaffPage query={query} title={words.report}>
    {(site, self) => <Read site={site} self={self} query={query} />}
  </StaffPage>
)

export const page: Page = { title: words.report, enhanced: true, View }
