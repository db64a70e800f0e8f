import { useState } from 'preact/hooks'
import type { SessionView } from '../../../shared/contracts/auth-views.ts'
import type { Answer } from '../../kit/api-client.ts'
import { goTo } from '../../kit/go.ts'
import { Notice } from '../../kit/notice/notice.tsx'
import { Refusal } from '../../kit/notice/refusal.tsx'
import type { Page, ViewProps } from '../../kit/page.ts'
import { useAnnouncement } from '../../kit/use-announcement.ts'
import { useAnswer } from '../../kit/use-answer.ts'
import { useSend } from '../../kit/use-send.ts'
import { OwnPage } from '../own-page.tsx'
import { sessionApi } from '../session-client.ts'
import { SessionLine } from '../session-line.tsx'
import { sessions as words } from '../words/fr/sessions.ts'
import { signIn } from '../words/fr/sign-in.ts'

type SessionsProps = { readonly sessions: readonly SessionView[]; readonly again: () => void }

/** A session that has already ended is as good as closed; `onSignedOut` tells that our own has. */
const closed = (answer: Answer<undefined>, id: string, onSignedOut: () => void): Answer<string> => {
  if (answer.ok || answer.problem.code === 'not-found') return { ok: true, value: id }
  if (answer.problem.code === 'signed-out') onSignedOut()
  return answer
}

const EVERYWHERE = 'everywhere'

const useClosing = ({ sessions, again }: SessionsProps) => {
  const [gone, setGone] = useState<readonly string[]>([])
  const { problem, working, send } = useSend<string>((id) =>
    id === EVERYWHERE ? goTo('/') : setGone([...gone, id]),
  )
  return {
    open: sessions.filter(({ id }) => !gone.includes(id)),
    count: gone.length,
    problem,
    working,
    close: (id: string) => send(async () => closed(await sessionApi.close(id), id, again)),
    closeAll: () => send(async () => closed(await sessionApi.closeAll(), EVERYWHERE, again)),
  }
}

const Sessions = (props: SessionsProps) => {
  const { open, count, problem, working, close, closeAll } = useClosing(props)
  useAnnouncement(words.title)
  return (
    <div class="stack narrow">
      <h1>{words.title}</h1>
      {problem && <Refusal problem={problem} remedies={{}} />}
      {count > 0 && !problem && (
        <Notice key={count} tone="free" title={words.closed}>
          <p>{words.closedLead}</p>
        </Notice>
      )}
      <p class="lead">{words.lead}</p>
      <ul class="plain stack">
        {open.map((session) => (
          <SessionLine key={session.id} session={session} working={working} close={() => close(session.id)} />
        ))}
      </ul>
      <div class="actions">
        <button class="button" type="button" aria-disabled={working} onClick={closeAll}>
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
  const from = useAnswer(query && 'sessions', () => sessionApi.list())
  return (
    <OwnPage title={words.title} lead={signIn.lead} from={from}>
      {({ sessions }) => <Sessions sessions={sessions} again={from.again} />}
    </OwnPage>
  )
}

export const page: Page = { title: words.page, enhanced: true, View }
