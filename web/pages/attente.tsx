import { useEffect, useState } from 'preact/hooks'
import type { WaitView } from '../../shared/contracts/wait-views.ts'
import { useAnnouncement, useAnswer, useTitle } from '../answers.ts'
import type { WebProblem } from '../api-client.ts'
import { Refusal, Unread } from '../components/notice/refusal.tsx'
import { SignIn } from '../components/sign-in/sign-in.tsx'
import { Waiting } from '../components/waiting/waiting.tsx'
import { WaitFacts } from '../components/wish/wait-facts.tsx'
import { awaiting } from '../messages/fr/awaiting.ts'
import { common } from '../messages/fr/common.ts'
import { waitRefusals } from '../messages/fr/wait-refusals.ts'
import type { Page, ViewProps } from '../page.ts'
import { waitApi } from '../wait-client.ts'

/** What is offered is a booking, and says what became of it; a seat is waited for on the page of its workshop. */
const elsewhere = ({ workshop, booking }: WaitView): string | undefined => {
  if (workshop) return `/atelier?id=${workshop}`
  return booking && `/reservation?id=${booking}`
}

const titleOf = ({ status, rank = 1 }: WaitView): string => {
  if (status === 'left' || status === 'ended' || status === 'over') return awaiting[status]
  return rank === 1 ? awaiting.next : awaiting.rank(rank)
}

const leadOf = ({ status }: WaitView): string =>
  status === 'left' || status === 'ended' || status === 'over' ? awaiting[`${status}Lead` as const] : awaiting.lead

const useLeaving = (id: string, onLeft: (wait: WaitView) => void) => {
  const [problem, setProblem] = useState<WebProblem>()
  const [working, setWorking] = useState(false)
  const leave = async () => {
    setProblem(undefined)
    setWorking(true)
    const answer = await waitApi.leave(id)
    setWorking(false)
    if (answer.ok) onLeft(answer.value)
    else setProblem(answer.problem)
  }
  return { problem, working, leave }
}

const Leaving = ({ id, onLeft }: { id: string; onLeft: (wait: WaitView) => void }) => {
  const { problem, working, leave } = useLeaving(id, onLeft)
  return (
    <>
      {problem && <Refusal refusals={waitRefusals} problem={problem} again={leave} />}
      <button class="button quiet" type="button" aria-disabled={working} onClick={() => !working && leave()}>
        {awaiting.leave}
      </button>
      <p role="status">{working && awaiting.leaving}</p>
    </>
  )
}

const Awaited = ({ wait, onLeft }: { wait: WaitView; onLeft: (wait: WaitView) => void }) => {
  const title = titleOf(wait)
  const [named] = wait.sites
  useTitle(title)
  useAnnouncement(title)
  return (
    <div class="narrow stack">
      <h1>{title}</h1>
      <p class="lead">{leadOf(wait)}</p>
      <WaitFacts wait={wait} />
      {wait.status === 'waiting' && <Leaving id={wait.id} onLeft={onLeft} />}
      {(wait.status === 'over' || wait.status === 'left') && named && (
        <p>
          <a class="button" href={`/attendre?site=${named.id}`}>
            {awaiting.again}
          </a>
        </p>
      )}
      <p>
        <a class="tall" href="/mes-reservations">
          {common.myBookings}
        </a>
      </p>
    </div>
  )
}

const View = ({ query }: ViewProps) => {
  const { loaded, again } = useAnswer(query && (query.get('id') ?? ''), (id) => waitApi.read(id || '0'))
  const [left, setLeft] = useState<WaitView>()
  const address = loaded.state === 'here' ? elsewhere(loaded.value) : undefined
  useEffect(() => {
    if (address) location.replace(address)
  }, [address])
  if (loaded.state === 'here' && !address) return <Awaited wait={left ?? loaded.value} onLeft={setLeft} />
  const code = loaded.state === 'refused' ? loaded.problem.code : undefined
  if (code === 'signed-out') return <SignIn title={awaiting.title} lead={awaiting.signedOut} onSignedIn={again} />
  return (
    <div class="stack">
      <h1>{code === 'not-found' ? awaiting.absent : awaiting.title}</h1>
      {(loaded.state === 'waiting' || address) && <Waiting />}
      {code === 'not-found' && <p class="lead">{awaiting.absentLead}</p>}
      {loaded.state === 'refused' && code !== 'not-found' && <Unread problem={loaded.problem} again={again} />}
    </div>
  )
}

export const page: Page = { title: awaiting.page, enhanced: true, View }
