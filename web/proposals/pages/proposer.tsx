import { useState } from 'preact/hooks'
import type { MeView } from '../../../shared/contracts/auth-views.ts'
import type { InChargeView, OwnProposalView, ProposalView } from '../../../shared/contracts/proposal-views.ts'
import type { SiteView } from '../../../shared/contracts/site-views.ts'
import { api } from '../../kit/api-client.ts'
import type { FieldErrors } from '../../kit/field/error-summary.tsx'
import { TextField } from '../../kit/field/text-field.tsx'
import { Form, Messages } from '../../kit/form.tsx'
import { LoadedPage } from '../../kit/loaded.tsx'
import { keysByRequest } from '../../kit/new-key.ts'
import { Notice } from '../../kit/notice/notice.tsx'
import type { Page, ViewProps } from '../../kit/page.ts'
import { SignInLink } from '../../kit/sign-in-link.tsx'
import { textIn } from '../../kit/text-in.ts'
import { both, useAnswer } from '../../kit/use-answer.ts'
import { useForm } from '../../kit/use-form.ts'
import { useKeptForm } from '../../kit/use-kept-form.ts'
import { useTitle } from '../../kit/use-title.ts'
import { common } from '../../kit/words/fr/common.ts'
import { ForMe } from '../../people/for-me.tsx'
import { NameForm } from '../../people/name-form.tsx'
import { OwnProposals } from '../own-proposals.tsx'
import type { Idea } from '../proposal-client.ts'
import { proposalApi } from '../proposal-client.ts'
import { ownProposals, proposalRefusals, proposing as words } from '../words/fr/proposing.ts'

const read = (form: FormData): Idea => ({
  idea: textIn(form, 'idea'),
  audience: textIn(form, 'audience'),
  times: textIn(form, 'times'),
})

const errorsIn = ({ idea, audience, times }: Idea): FieldErrors => ({
  ...(!idea && { idea: words.ideaMissing }),
  ...(!audience && { audience: words.audienceMissing }),
  ...(!times && { times: words.timesMissing }),
})

const BackToSite = ({ site }: { site: SiteView }) => (
  <p>
    <a class="tall" href={`/lieu/${site.id}`}>
      {words.backToSite}
    </a>
  </p>
)

const useProposing = (site: string, onDone: (made: ProposalView) => void) => {
  const { tried, refuse, send } = useForm()
  const [keyOf] = useState(keysByRequest)
  const propose = (form: FormData) => {
    const idea = read(form)
    const errors = errorsIn(idea)
    if (Object.keys(errors).length > 0) return refuse(errors)
    send(() => proposalApi.propose(site, idea, keyOf(idea)), onDone)
  }
  return { tried, propose }
}

const IdeaForm = ({ site, onDone }: { site: SiteView; onDone: (made: ProposalView) => void }) => {
  const { tried, propose } = useProposing(site.id, onDone)
  const { errors, problem, working } = tried
  const form = useKeptForm(problem)
  return (
    <Form of={form} onSend={propose}>
      <Messages tried={tried} refusals={proposalRefusals} />
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
    </Form>
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

const SignedOut = ({ next }: { next: string }) => (
  <SignInLink lead={words.signIn} words={words.signInLink} next={next} />
)

type ProposingProps = { readonly site: SiteView; readonly inCharge: InChargeView['inCharge'] }

/** Tells that nobody would answer before anybody writes. */
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
          <ForMe signedOut={<SignedOut next={`/proposer?lieu=${site.id}`} />}>
            {(me) => <Named site={site} me={me} />}
          </ForMe>
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
      <ForMe signedOut={<SignedOut next="/proposer" />}>{() => <OwnProposals alone />}</ForMe>
      <p>
        <a class="tall" href="/mes-reservations">
          {common.myBookings}
        </a>
      </p>
    </div>
  )
}

const AtSite = ({ id }: { id: string | undefined }) => {
  const from = useAnswer(id, (site) => both(api.readSite(site), proposalApi.readInCharge(site)))
  return (
    <LoadedPage title={words.title} from={from}>
      {([site, { inCharge }]) => <Proposing site={site} inCharge={inCharge} />}
    </LoadedPage>
  )
}

/** `?lieu=` for a site; without it, the person's own proposals everywhere. */
const View = ({ query }: ViewProps) =>
  query && !query.get('lieu') ? <Mine /> : <AtSite id={query?.get('lieu') ?? undefined} />

export const page: Page = { title: words.page, enhanced: true, View }
