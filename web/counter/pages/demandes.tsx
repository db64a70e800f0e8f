import type { HeldView } from '../../../shared/contracts/answer-views.ts'
import type { BookingView } from '../../../shared/contracts/booking-views.ts'
import type { CallView } from '../../../shared/contracts/call-views.ts'
import type { Answer } from '../../kit/api-client.ts'
import { Loaded } from '../../kit/loaded.tsx'
import type { Page, ViewProps } from '../../kit/page.ts'
import { both, useAnswer } from '../../kit/use-answer.ts'
import { useSend } from '../../kit/use-send.ts'
import { dayWords, momentWords, placesWords, rangeWords } from '../../kit/words/fr/time-words.ts'
import { mayAt } from '../../staff/may-at.ts'
import { STAFF_ACTIONS } from '../../staff/staff-actions.ts'
import { StaffPage, StaffRefused } from '../../staff/staff-page.tsx'
import { STAFF_PAGES } from '../../staff/staff-pages.ts'
import { staff } from '../../staff/words/fr/staff.ts'
import { ActRefusal } from '../act-refusal.tsx'
import { Requested } from '../booking-acts.tsx'
import { Calls } from '../calls.tsx'
import { staffApi } from '../staff-client.ts'
import { planning } from '../words/fr/planning.ts'
import { acts as words } from '../words/fr/staff-acts.ts'

const Facts = ({ held }: { held: HeldView }) => (
  <>
    <h3 class="long-word">{held.holderName}</h3>
    <p>
      {dayWords(held.date)}, {rangeWords(held.start, held.end)}
    </p>
    <p>
      {held.space.name}, {held.use === 'room' ? planning.room : placesWords(held.places)}
    </p>
    <p class="soft">{words.until(momentWords(held.until))}</p>
  </>
)

const Done = ({ title }: { title: string }) => (
  <p class="free" role="status">
    {title}
  </p>
)

type RequestProps = { readonly held: HeldView; readonly site: string; readonly opens: boolean }

const Request = ({ held, site, opens }: RequestProps) => {
  const { problem, again, done, send, working } = useSend<BookingView>()
  const query = new URLSearchParams({ lieu: site, id: held.id })
  return (
    <li class="space-card">
      <Facts held={held} />
      {problem && <ActRefusal problem={problem} again={again} />}
      {done && <Done title={words.titles[done.status]} />}
      {!done && !problem && !opens && <Requested booking={held} send={send} working={working} />}
      {!done && !problem && opens && (
        <div class="actions actions-row">
          <button
            class="button"
            type="button"
            aria-disabled={working}
            onClick={() => send(() => staffApi.approve(held.id, { approved: true }))}
          >
            {words.approve}
            <span class="for-readers"> : {held.holderName}</span>
          </button>
          <a class="button quiet" href={`/traiter?${query}`}>
            {words.open}
            <span class="for-readers"> : {held.holderName}</span>
          </a>
        </div>
      )}
    </li>
  )
}

const NO_REQUESTS: Promise<Answer<{ requests: HeldView[] }>> = Promise.resolve({
  ok: true,
  value: { requests: [] },
})
const NO_CALLS: Promise<Answer<{ calls: CallView[] }>> = Promise.resolve({ ok: true, value: { calls: [] } })

type Lists = [{ requests: HeldView[] }, { calls: CallView[] }]

type DemandsProps = {
  readonly site: string
  readonly opens: boolean
  readonly requests: boolean
  readonly calls: boolean
}

const Requests = ({ requests, ...at }: Lists[0] & Omit<RequestProps, 'held'>) => (
  <section class="stack">
    <h2>{words.requestsTitle}</h2>
    <ul class="space-cards plain">
      {requests.map((held) => (
        <Request key={held.id} held={held} {...at} />
      ))}
    </ul>
  </section>
)

/** Staff who only answer requests see no calls; staff who only act for others see no requests. */
const Demands = ({ site, opens, requests: mayAnswer, calls: mayCall }: DemandsProps) => {
  const read = (): Promise<Answer<Lists>> =>
    both(mayAnswer ? staffApi.listRequests(site) : NO_REQUESTS, mayCall ? staffApi.listCalls(site) : NO_CALLS)
  return (
    <Loaded from={useAnswer(site, read)} refused={StaffRefused}>
      {([{ requests }, { calls }]) => (
        <>
          {requests.length + calls.length === 0 && <p class="lead">{words.none}</p>}
          {requests.length > 0 && <Requests requests={requests} site={site} opens={opens} />}
          {calls.length > 0 && <Calls calls={calls.map((call) => ({ ...call, site: { id: site } }))} />}
        </>
      )}
    </Loaded>
  )
}

const View = ({ query }: ViewProps) => (
  <StaffPage query={query} title={words.demands}>
    {(site, self) => (
      <div class="stack">
        <h1>{words.demandsTitle}</h1>
        <Demands
          site={site.id}
          opens={mayAt(self, STAFF_PAGES.traiter, site)}
          requests={mayAt(self, STAFF_ACTIONS.approve, site)}
          calls={mayAt(self, STAFF_ACTIONS['make-calls'], site)}
        />
        {mayAt(self, STAFF_PAGES.planning, site) && (
          <p>
            <a class="tall" href={`/planning?lieu=${site.id}`}>
              {staff.back}
            </a>
          </p>
        )}
      </div>
    )}
  </StaffPage>
)

export const page: Page = { title: words.demands, enhanced: true, View }
