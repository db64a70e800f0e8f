import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { MeView } from '../../../shared/contracts/auth-views.ts'
import type { InChargeView, OwnProposalView, ProposalView } from '../../../shared/contracts/proposal-views.ts'
import type { SiteView } from '../../../shared/contracts/site-views.ts'
import { api } from '../../kit/api-client.ts'
import { ErrorSummary, type FieldErrors } from '../../kit/field/error-summary.tsx'
import { TextField } from '../../kit/field/text-field.tsx'
import { Loading } from '../../kit/loading.tsx'
import { keysByRequest } from '../../kit/new-key.ts'
import { Notice } from '../../kit/notice/notice.tsx'
import { Refusal, Unread } from '../../kit/notice/refusal.tsx'
import type { Page, ViewProps } from '../../kit/page.ts'
import { both, useAnswer } from '../../kit/use-answer.ts'
import { useForm } from '../../kit/use-form.ts'
import { useKeptForm } from '../../kit/use-kept-form.ts'
import { useTitle } from '../../kit/use-title.ts'
import { common } from '../../kit/words/fr/common.ts'
import { NameForm } from '../../people/name-form.tsx'
import { OwnProposals } from '../own-proposals.tsx'
import { proposalApi } from '../proposal-client.ts'
import { ownProposals, proposalRefusals, proposing as words } from '../words/fr/proposing.ts'

const FIELDS = {
  idea: words.ideaMissing,
  audience: words.audienceMissing,
  times: words.timesMissing,
} as const

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

const IdeaForm = ({ site, onDone }: { site: SiteView; onDone: (made: ProposalView) => void }) => {
  const { tries, errors, problem, working, refuse, send } = useForm(onDone)
  const [keyOf] = useState(keysByRequest)
  const form = useKeptForm(problem)
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const { idea, errors: found } = read(new FormData(event.currentTarget as HTMLFormElement))
    if (Object.keys(found).length > 0) return refuse(found)
    send(() => proposalApi.propose(site.id, idea, keyOf(idea)))
  }
  return (
    <form ref={form} class="form" method="post" noValidate onSubmit={submit}>
      {tries > 0 && <ErrorSummary key={`e${tries}`} errors={errors} />}
      {problem && <Refusal key={`r${tries}`} problem={problem} refusals={proposalRefusals} />}
      <TextField
        rows={4}
        id="idea"
        label={words.idea}
        hint={words.ideaHint}
        maxLength={600}
        error={errors.idea}
      />
      <TextField
        id="audience"
        label={words.audience}
        autocomplete="off"
        maxLength={120}
        error={errors.audience}
      />
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
          <IdeaForm
            site={site}
            onDone={(proposal) => setMade({ ...proposal, site: { id, name: site.name } })}
          />
        ) : (
          <NameForm onSaved={setName} submitWords={words.saveName} />
        ))}
      <OwnProposals made={made} />
    </>
  )
}

/** Content for a person who is signed in, or a link to sign in and come back. */
const ForMe = ({ next, children }: { next: string; children: (me: MeView) => ComponentChildren }) => {
  const { loaded, again } = useAnswer('me', () => api.readMe())
  if (loaded.state === 'loading') return <Loading />
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
      {loaded.state === 'loading' ? <Loading /> : <Unread problem={loaded.problem} again={again} />}
    </div>
  )
}

/** `?lieu=` for a site; without it, the person's own proposals everywhere. */
const View = ({ query }: ViewProps) =>
  query && !query.get('lieu') ? <Mine /> : <AtSite id={query?.get('lieu') ?? undefined} />

export const page: Page = { title: words.page, enhanced: true, View }
