import type { HeldView } from '../../shared/contracts/answer-views.ts'
import type { CallView } from '../../shared/contracts/call-views.ts'
import { both, useAnswer } from '../answers.ts'
import type { Answer } from '../api-client.ts'
import { Calls } from '../components/calls/calls.tsx'
import { ActRefusal } from '../components/planning/act-refusal.tsx'
import { Requested } from '../components/planning/booking-acts.tsx'
import { StaffPage, StaffRefused } from '../components/staff/staff-page.tsx'
import { Waiting } from '../components/waiting/waiting.tsx'
import { mayAt } from '../may-at.ts'
import { planning } from '../messages/fr/planning.ts'
import { acts as words } from '../messages/fr/staff-acts.ts'
import type { Page, ViewProps } from '../page.ts'
import { STAFF_ACTIONS } from '../staff-actions.ts'
import { staffApi } from '../staff-client.ts'
import { STAFF_PAGES } from '../staff-pages.ts'
import { dayWords, momentWords, placesWords, rangeWords } from '../time-words.ts'
import { useAct } from '../use-act.ts'

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
  const { problem, again, done, act } = useAct()
  const query = new URLSearchParams({ lieu: site, id: held.id })
  return (
    <li class="space-card">
      <Facts held={held} />
      {problem && <ActRefusal problem={problem} act={act} again={again} />}
      {done && <Done title={words.titles[done.status]} />}
      {!done && !problem && !opens && <Requested booking={held} act={act} />}
      {!done && !problem && opens && (
        <div class="actions actions-row">
          <button class="button" type="button" onClick={() => act(() => staffApi.approve(held.id, { approved: true }))}>
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

const NO_REQUESTS: Promise<Answer<{ requests: HeldView[] }>> = Promise.resolve({ ok: true, value: { requests: [] } })
const NO_CALLS: Promise<Answer<{ calls: CallView[] }>> = Promise.resolve({ ok: true, value: { calls: [] } })

type Lists = [{ requests: HeldView[] }, { calls: CallView[] }]

type DemandsProps = {
  readonly site: string
  readonly opens: boolean
  readonly requests: boolean
  readonly calls: boolean
}

/** Who answers requests only is told of nobody to call, who acts for others only of no request. */
const Demands = ({ site, opens, requests: mayAnswer, calls: mayCall }: DemandsProps) => {
  const read = (): Promise<Answer<Lists>> =>
    both(mayAnswer ? staffApi.listRequests(site) : NO_REQUESTS, mayCall ? staffApi.listCalls(site) : NO_CALLS)
  const { loaded, again } = useAnswer(site, read)
  if (loaded.state === 'waiting') return <Waiting />
  if (loaded.state === 'refused') return <StaffRefused problem={loaded.problem} again={again} />
  const [{ requests }, { calls }] = loaded.value
  return (
    <>
      {requests.length + calls.length === 0 && <p class="lead">{words.none}</p>}
      {requests.length > 0 && (
        <section class="stack">
          <h2>{words.requestsTitle}</h2>
          <ul class="stack plain">
            {requests.map((held) => (
              <Request key={held.id} held={held} site={site} opens={opens} />
            ))}
          </ul>
        </section>
      )}
      {calls.length > 0 && <Calls site={site} calls={calls} />}
    </>
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
          calls={mayAt(self, STAFF_PAGES.guichet, site)}
        />
        {mayAt(self, STAFF_PAGES.planning, site) && (
          <p>
            <a class="tall" href={`/planning?lieu=${site.id}`}>
              {words.back}
            </a>
          </p>
        )}
      </div>
    )}
  </StaffPage>
)

export const page: Page = { title: words.demands, enhanced: true, View }
