import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { MeView } from '../../shared/contracts/auth-views.ts'
import type { InChargeView, OwnProposalView, ProposalView } from '../../shared/contracts/proposal-views.ts'
import type { SiteView } from '../../shared/contracts/site-views.ts'
import { both, useAnswer, useTitle } from '../answers.ts'
import { api, type WebProblem } from '../api-client.ts'
import { ErrorSummary, type FieldErrors } from '../components/field/error-summary.tsx'
import { TextField } from '../components/field/text-field.tsx'
import { OwnProposals } from '../components/lending/own-proposals.tsx'
import { Notice } from '../components/notice/notice.tsx'
import { Refusal, Unread } from '../components/notice/refusal.tsx'
import { NameForm } from '../components/sign-in/name-form.tsx'
import { Waiting } from '../components/waiting/waiting.tsx'
import { common } from '../messages/fr/common.ts'
import { ownProposals, proposalRefusals, proposing as words } from '../messages/fr/proposing.ts'
import { keysByRequest } from '../new-key.ts'
import type { Page, ViewProps } from '../page.ts'
import { proposalApi } from '../proposal-client.ts'
import { useTyped } from '../typed.ts'

const FIELDS = { idea: words.ideaMissing, audience: words.audienceMissing, times: words.timesMissing } as const

const read = (form: FormData) => {
  const text = (name: keyof typeof FIELDS) => String(form.get(name) ?? '').trim()
  const idea = { idea: text('idea'), audience: text('audience'), times: text('times') }
  const missing = Object.entries(FIELDS).filter(([name]) => !idea[name as keyof typeof FIELDS])
  return { idea, errors: Object.fromEntries(missing) as FieldErrors }
}

const BackToSite = ({ site }: { site: SiteView }) => (
  <p>
    <a class="tall" href={`/lieu?id=${site.id}`}>
      {words.backToSite}
    </a>
  </p>
)

type State = { readonly tries: number; readonly errors: FieldErrors; readonly problem?: WebProblem }

const IdeaForm = ({ site, onDone }: { site: SiteView; onDone: (made: ProposalView) => void }) => {
  const [{ tries, errors, problem }, setState] = useState<State>({ tries: 0, errors: {} })
  const [working, setWorking] = useState(false)
  const [keyOf] = useState(keysByRequest)
  const form = useTyped(problem)
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    const { idea, errors: found } = read(new FormData(event.currentTarget as HTMLFormElement))
    if (Object.keys(found).length > 0) return setState({ tries: tries + 1, errors: found })
    if (working) return
    setWorking(true)
    const answer = await proposalApi.propose(site.id, idea, keyOf(idea))
    setWorking(false)
    if (answer.ok) onDone(answer.value)
    else setState({ tries: tries + 1, errors: {}, problem: answer.problem })
  }
  return (
    <form ref={form} class="form" method="post" noValidate onSubmit={submit}>
      {tries > 0 && <ErrorSummary key={`e${tries}`} errors={errors} />}
      {problem && <Refusal key={`r${tries}`} problem={problem} refusals={proposalRefusals} />}
      <TextField rows={4} id="idea" label={words.idea} hint={words.ideaHint} maxLength={600} error={errors.idea} />
      <TextField id="audience" label={words.audience} autocomplete="off" maxLength={120} error={errors.audience} />
      <TextField
        id="times"
        label={words.times}
        hint={words.timesHint}
        autocomplete="off"
        maxLength={120}
        error={errors.times}
      />
      <button class="button" type="submit" aria-disabled={working}>
        {words.submit}
      </button>
      <p role="status">{working && words.working}</p>
    </form>
  )
}

const Named = ({ site, me }: { site: SiteView; me: MeView }) => {
  const [name, setName] = useState(me.name)
  const [made, setMade] = useState<OwnProposalView>()
  const { id } = site
  return (
    <>
      {made && (
        <Notice title={words.done} tone="free">
          <p>{words.doneLead}</p>
        </Notice>
      )}
      {!made &&
        (name ? (
          <IdeaForm site={site} onDone={(proposal) => setMade({ ...proposal, site: { id, name: site.name } })} />
        ) : (
          <NameForm onSaved={setName} submitWords={words.saveName} />
        ))}
      <OwnProposals made={made} />
    </>
  )
}

/** What is for whoever is signed in, or the way to sign in and come back. */
const ForMe = ({ next, children }: { next: string; children: (me: MeView) => ComponentChildren }) => {
  const { loaded, again } = useAnswer('me', () => api.readMe())
  if (loaded.state === 'waiting') return <Waiting />
  if (loaded.state === 'here') return <>{children(loaded.value)}</>
  if (loaded.problem.code !== 'signed-out') return <Unread problem={loaded.problem} again={again} />
  return (
    <>
      <p>{words.signIn}</p>
      <p>
        <a class="button" href={`/connexion?${new URLSearchParams({ next })}`}>
          {words.signInLink}
        </a>
      </p>
    </>
  )
}

type ProposingProps = { readonly site: SiteView; readonly inCharge: InChargeView['inCharge'] }

/** Where nobody would answer it is said before anything is written. */
const Proposing = ({ site, inCharge }: ProposingProps) => {
  useTitle(`${words.page}, ${site.name}`)
  return (
    <div class="narrow stack">
      <h1>{words.title}</h1>
      <p>
        <strong class="long-word">{site.name}</strong>
      </p>
      {inCharge === 'nobody' ? (
        <Notice title={words.nobody}>
          <p>{words.nobodyLead}</p>
        </Notice>
      ) : (
        <>
          <p class="lead">{words.leads[inCharge]}</p>
          <ForMe next={`/proposer?lieu=${site.id}`}>{(me) => <Named site={site} me={me} />}</ForMe>
        </>
      )}
      <BackToSite site={site} />
    </div>
  )
}

const Mine = () => {
  useTitle(ownProposals.title)
  return (
    <div class="narrow stack">
      <h1>{ownProposals.title}</h1>
      <ForMe next="/proposer">{() => <OwnProposals alone />}</ForMe>
      <p>
        <a class="tall" href="/mes-reservations">
          {common.myBookings}
        </a>
      </p>
    </div>
  )
}

const AtSite = ({ id }: { id: string | undefined }) => {
  const { loaded, again } = useAnswer(id, (site) => both(api.readSite(site), proposalApi.readInCharge(site)))
  if (loaded.state === 'here') {
    const [site, { inCharge }] = loaded.value
    return <Proposing site={site} inCharge={inCharge} />
  }
  return (
    <div class="narrow stack">
      <h1>{words.title}</h1>
      {loaded.state === 'waiting' ? <Waiting /> : <Unread problem={loaded.problem} again={again} />}
    </div>
  )
}

/** `?lieu=` for a place; without it, what one has proposed anywhere. */
const View = ({ query }: ViewProps) =>
  query && !query.get('lieu') ? <Mine /> : <AtSite id={query?.get('lieu') ?? undefined} />

export const page: Page = { title: words.page, enhanced: true, View }
