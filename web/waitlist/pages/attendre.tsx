import { useState } from 'preact/hooks'
import type { SiteView } from '../../../shared/contracts/site-views.ts'
import type { WaitlistEntryView } from '../../../shared/contracts/waitlist-views.ts'
import { bookingRefusals } from '../../availability/words/fr/booking-refusals.ts'
import { api } from '../../kit/api-client.ts'
import { goTo } from '../../kit/go.ts'
import { LoadedPage } from '../../kit/loaded.tsx'
import { Refusal } from '../../kit/notice/refusal.tsx'
import type { Page, ViewProps } from '../../kit/page.ts'
import { sendOnce } from '../../kit/send-once.ts'
import { useAnswer } from '../../kit/use-answer.ts'
import { useSend } from '../../kit/use-send.ts'
import { NameForm } from '../../people/name-form.tsx'
import { SignIn } from '../../people/sign-in.tsx'
import { waitApi } from '../wait-client.ts'
import { WaitForm } from '../wait-form.tsx'
import { type WantedTime, waitAddress, waitOf, wantedTimeIn } from '../wanted-time.ts'
import { waitForm } from '../words/fr/wait-form.ts'

/** Asks for a wait, at most once, then shows it. */
const useWait = (first: WantedTime) => {
  const [wanted, setWanted] = useState(first)
  const show = ({ id }: WaitlistEntryView) => goTo(`/attente?${new URLSearchParams({ id })}`)
  const { problem, working, send } = useSend(show, { leaves: true })
  const wait = (next: WantedTime) => {
    const address = waitAddress(next)
    // A reload and the back button find the form as it was left.
    history.replaceState(undefined, '', address)
    setWanted(next)
    return send(() => sendOnce(address, (key) => waitApi.wait(waitOf(next), key)))
  }
  return { wanted, problem, working, wait }
}

const Wait = ({ site, first }: { site: SiteView; first: WantedTime }) => {
  const { wanted, problem, working, wait } = useWait(first)
  const again = () => wait(wanted)
  if (problem?.code === 'signed-out')
    return <SignIn title={waitForm.signInTitle} lead={waitForm.signInLead} onSignedIn={again} />
  if (problem?.code === 'name-missing')
    return (
      <div class="narrow stack">
        <h1>{waitForm.nameTitle}</h1>
        <NameForm onSaved={again} submitWords={waitForm.submit} />
      </div>
    )
  return (
    <div class="narrow stack">
      <h1>{waitForm.title}</h1>
      {problem ? (
        <Refusal refusals={bookingRefusals} problem={problem} again={again} />
      ) : (
        <p class="lead">{waitForm.lead(site.name)}</p>
      )}
      <WaitForm site={site} initial={wanted} working={working} onSubmit={wait} />
      <p role="status">{working && waitForm.working}</p>
      <p>
        <a class="tall" href={`/lieu/${site.id}`}>
          <span class="back" aria-hidden="true">
            ‹
          </span>
          {site.name}
        </a>
      </p>
    </div>
  )
}

const Ready = ({ site, query }: { site: SiteView; query: URLSearchParams }) =>
  site.spaces.some(({ uses }) => uses.length > 0) ? (
    <Wait site={site} first={wantedTimeIn(query, site)} />
  ) : (
    <div class="stack">
      <h1>{waitForm.title}</h1>
      <p>{waitForm.nothing}</p>
    </div>
  )

const View = ({ query }: ViewProps) => {
  const from = useAnswer(query && (query.get('site') ?? ''), (id) => api.readSite(id || '0000'))
  return (
    <LoadedPage title={waitForm.title} from={from}>
      {(site) => query && <Ready site={site} query={query} />}
    </LoadedPage>
  )
}

export const page: Page = { title: waitForm.page, enhanced: true, View }
