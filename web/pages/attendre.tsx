import { useState } from 'preact/hooks'
import type { SiteView } from '../../shared/contracts/site-views.ts'
import { useAnswer } from '../answers.ts'
import { api, type WebProblem } from '../api-client.ts'
import { Refusal, Unread } from '../components/notice/refusal.tsx'
import { NameForm } from '../components/sign-in/name-form.tsx'
import { SignIn } from '../components/sign-in/sign-in.tsx'
import { Waiting } from '../components/waiting/waiting.tsx'
import { WishForm } from '../components/wish/wish-form.tsx'
import { bookingRefusals } from '../messages/fr/booking-refusals.ts'
import { wishing } from '../messages/fr/wishing.ts'
import type { Page, ViewProps } from '../page.ts'
import { settles } from '../settles.ts'
import { tabMemory } from '../tab-memory.ts'
import { waitApi } from '../wait-client.ts'
import { type Wish, waitOf, wishAddress, wishIn } from '../wish.ts'

/** Waits for a wish, as often as the person asks, at most once; then shows the wait. */
const useWishing = (first: Wish) => {
  const [wish, setWish] = useState(first)
  const [problem, setProblem] = useState<WebProblem>()
  const [working, setWorking] = useState(false)
  const wait = async (wanted: Wish) => {
    const address = wishAddress(wanted)
    // A reload, or the way back, finds the form as it was left.
    history.replaceState(undefined, '', address)
    setWish(wanted)
    setProblem(undefined)
    setWorking(true)
    const answer = await waitApi.wait(waitOf(wanted), tabMemory.bookingKey(address))
    if (answer.ok || settles(answer.problem)) tabMemory.forgetBookingKey()
    if (answer.ok) return location.assign(`/attente?${new URLSearchParams({ id: answer.value.id })}`)
    setProblem(answer.problem)
    setWorking(false)
  }
  return { wish, problem, working, wait }
}

const Wishing = ({ site, first }: { site: SiteView; first: Wish }) => {
  const { wish, problem, working, wait } = useWishing(first)
  const again = () => wait(wish)
  if (problem?.code === 'signed-out')
    return <SignIn title={wishing.signInTitle} lead={wishing.signInLead} onSignedIn={again} />
  if (problem?.code === 'name-missing')
    return (
      <div class="narrow stack">
        <h1>{wishing.nameTitle}</h1>
        <NameForm onSaved={again} submitWords={wishing.submit} />
      </div>
    )
  return (
    <div class="narrow stack">
      <h1>{wishing.title}</h1>
      {problem ? (
        <Refusal refusals={bookingRefusals} problem={problem} again={again} />
      ) : (
        <p class="lead">{wishing.lead(site.name)}</p>
      )}
      <WishForm site={site} wished={wish} working={working} onWish={wait} />
      <p role="status">{working && wishing.working}</p>
      <p>
        <a class="tall" href={`/lieu?id=${site.id}`}>
          <span class="back" aria-hidden="true">
            ‹
          </span>
          {site.name}
        </a>
      </p>
    </div>
  )
}

const View = ({ query }: ViewProps) => {
  const { loaded, again } = useAnswer(query && (query.get('site') ?? ''), (id) => api.readSite(id || '0000'))
  if (query && loaded.state === 'here' && loaded.value.spaces.some(({ uses }) => uses.length > 0))
    return <Wishing site={loaded.value} first={wishIn(query, loaded.value)} />
  return (
    <div class="stack">
      <h1>{wishing.title}</h1>
      {loaded.state === 'waiting' && <Waiting />}
      {loaded.state === 'here' && <p>{wishing.nothing}</p>}
      {loaded.state === 'refused' && <Unread problem={loaded.problem} again={again} />}
    </div>
  )
}

export const page: Page = { title: wishing.page, enhanced: true, View }
