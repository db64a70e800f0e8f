import { useState } from 'preact/hooks'
import type { MeView } from '../../shared/contracts/auth-views.ts'
import type { SiteView } from '../../shared/contracts/site-views.ts'
import { useAnswer, useTitle } from '../answers.ts'
import { api, type WebProblem } from '../api-client.ts'
import { ErrorSummary, type FieldErrors } from '../components/field/error-summary.tsx'
import { TextField } from '../components/field/text-field.tsx'
import { Notice } from '../components/notice/notice.tsx'
import { Refusal, Unread } from '../components/notice/refusal.tsx'
import { NameForm } from '../components/sign-in/name-form.tsx'
import { Waiting } from '../components/waiting/waiting.tsx'
import { proposalRefusals, proposing as words } from '../messages/fr/proposing.ts'
import { newKey } from '../new-key.ts'
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

const IdeaForm = ({ site, onDone }: { site: SiteView; onDone: () => void }) => {
  const [{ tries, errors, problem }, setState] = useState<State>({ tries: 0, errors: {} })
  const [working, setWorking] = useState(false)
  const [key] = useState(newKey)
  const form = useTyped(problem)
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    const { idea, errors: found } = read(new FormData(event.currentTarget as HTMLFormElement))
    if (Object.keys(found).length > 0) return setState({ tries: tries + 1, errors: found })
    if (working) return
    setWorking(true)
    const answer = await proposalApi.propose(site.id, idea, key)
    setWorking(false)
    if (answer.ok) onDone()
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
  const [isDone, setDone] = useState(false)
  if (isDone)
    return (
      <Notice title={words.done} tone="free">
        <p>{words.doneLead}</p>
      </Notice>
    )
  return name ? (
    <IdeaForm site={site} onDone={() => setDone(true)} />
  ) : (
    <NameForm onSaved={setName} submitWords={words.saveName} />
  )
}

const Proposing = ({ site }: { site: SiteView }) => {
  const { loaded, again } = useAnswer('me', () => api.readMe())
  const isSignedOut = loaded.state === 'refused' && loaded.problem.code === 'signed-out'
  const next = `/proposer?lieu=${site.id}`
  useTitle(`${words.page}, ${site.name}`)
  return (
    <div class="narrow stack">
      <h1>{words.title}</h1>
      <p class="lead">{words.lead(site.name)}</p>
      {loaded.state === 'waiting' && <Waiting />}
      {loaded.state === 'here' && <Named site={site} me={loaded.value} />}
      {isSignedOut && (
        <>
          <p>{words.signIn}</p>
          <p>
            <a class="button" href={`/connexion?${new URLSearchParams({ next })}`}>
              {words.signInLink}
            </a>
          </p>
        </>
      )}
      {loaded.state === 'refused' && !isSignedOut && <Unread problem={loaded.problem} again={again} />}
      <BackToSite site={site} />
    </div>
  )
}

const View = ({ query }: ViewProps) => {
  const { loaded, again } = useAnswer(query && (query.get('lieu') ?? ''), (id) => api.readSite(id || '0000'))
  if (loaded.state === 'here') return <Proposing site={loaded.value} />
  return (
    <div class="narrow stack">
      <h1>{words.title}</h1>
      {loaded.state === 'waiting' ? <Waiting /> : <Unread problem={loaded.problem} again={again} />}
    </div>
  )
}

export const page: Page = { title: words.page, enhanced: true, View }
