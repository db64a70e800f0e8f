import { useState } from 'preact/hooks'
import type { SessionView } from '../../../shared/contracts/auth-views.ts'
import type { Answer, WebProblem } from '../../kit/api-client.ts'
import { Loading } from '../../kit/loading.tsx'
import { Notice } from '../../kit/notice/notice.tsx'
import { Refusal, Unread } from '../../kit/notice/refusal.tsx'
import type { Page, ViewProps } from '../../kit/page.ts'
import { useAnnouncement } from '../../kit/use-announcement.ts'
import { useAnswer } from '../../kit/use-answer.ts'
import { sessionApi } from '../session-client.ts'
import { SessionLine } from '../session-line.tsx'
import { SignIn } from '../sign-in.tsx'
import { sessions as words } from '../words/fr/sessions.ts'
import { signIn } from '../words/fr/sign-in.ts'

type Outcome = { readonly closed?: number; readonly problem?: WebProblem }

const Sessions = ({ sessions, again }: { sessions: readonly SessionView[]; again: () => void }) => {
  useAnnouncement(words.title)
  const [open, setOpen] = useState(sessions)
  const [{ closed, problem }, setOutcome] = useState<Outcome>({})
  const tell = (answer: Answer<undefined>, done: () => void) => {
    // A session that has already ended is as good as closed.
    if (answer.ok || answer.problem.code === 'not-found') return done()
    if (answer.problem.code === 'signed-out') return again()
    setOutcome({ problem: answer.problem })
  }
  const close = async (id: string) =>
    tell(await sessionApi.close(id), () => {
      setOpen((before) => before.filter((session) => session.id !== id))
      setOutcome(({ closed: count = 0 }) => ({ closed: count + 1 }))
    })
  const closeAll = async () => tell(await sessionApi.closeAll(), () => location.assign('/'))
  return (
    <div class="stack narrow">
      <h1>{words.title}</h1>
      {problem && <Refusal problem={problem} remedies={{}} />}
      {closed && (
        <Notice key={closed} tone="free" title={words.closed}>
          <p>{words.closedLead}</p>
        </Notice>
      )}
      <p class="lead">{words.lead}</p>
      <ul class="plain stack">
        {open.map((session) => (
          <SessionLine key={session.id} session={session} close={() => close(session.id)} />
        ))}
      </ul>
      <div class="actions">
        <button class="button" type="button" onClick={closeAll}>
          {words.closeAll}
        </button>
        <p class="hint">{words.closeAllLead}</p>
      </div>
      <p>
        <a class="tall" href="/mes-reservations">
          {words.back}
        </a>
      </p>
    </div>
  )
}

const View = ({ query }: ViewProps) => {
  const { loaded, again } = useAnswer(query && 'sessions', () => sessionApi.list())
  if (loaded.state === 'here') return <Sessions sessions={loaded.value.sessions} again={again} />
  if (loaded.state === 'refused' && loaded.problem.code === 'signed-out')
    return <SignIn title={words.title} lead={signIn.lead} onSignedIn={again} />
  return (
    <div class="stack">
      <h1>{words.title}</h1>
      {loaded.state === 'loading' ? <Loading /> : <Unread problem={loaded.problem} again={again} />}
    </div>
  )
}

export const page: Page = { title: words.page, enhanced: true, View }
