import { useEffect, useState } from 'preact/hooks'
import type { GrantView } from '../../shared/contracts/auth-views.ts'
import type { WebProblem } from '../api-client.ts'
import { Refusal } from '../components/notice/refusal.tsx'
import { Waiting } from '../components/waiting/waiting.tsx'
import { invitation, roles, scopeWords } from '../messages/fr/rights.ts'
import { staffRefusals } from '../messages/fr/staff-refusals.ts'
import type { Page, ViewProps } from '../page.ts'
import { rightApi } from '../right-client.ts'
import { tabMemory } from '../tab-memory.ts'

const SIGN_IN = `/connexion?${new URLSearchParams({ next: '/invitation' })}`
const WITH_SIGN_IN = ['second-factor-missing', 'other-address']

/** The link keeps its secret behind the `#`, which no server sees; the tab keeps it while somebody signs in. */
const useLink = (query: URLSearchParams | undefined) => {
  const [link, setLink] = useState<readonly [id: string, secret: string] | 'absent'>()
  useEffect(() => {
    if (!query) return undefined
    if (location.hash.length > 1) {
      tabMemory.keepInvitation(location.hash.slice(1))
      history.replaceState(null, '', location.pathname)
    }
    const [, id, secret] = /^([0-9a-z]{20})\.([0-9a-f]{40})$/.exec(tabMemory.invitation() ?? '') ?? []
    setLink(id && secret ? [id, secret] : 'absent')
    // The rest of a link that is pasted here changes only what is behind the `#`.
    const reread = () => location.reload()
    addEventListener('hashchange', reread)
    return () => removeEventListener('hashchange', reread)
  }, [query])
  return link
}

const Taken = ({ taken: { role, scope, place } }: { taken: GrantView }) => (
  <>
    <p class="lead">{invitation.done(roles[role], scopeWords(scope, place))}</p>
    <p>
      <a class="button" href={scope.startsWith('association:') ? '/mes-associations' : '/equipe'}>
        {invitation.go}
      </a>
    </p>
  </>
)

const Ask = ({
  link: [id, secret],
  onTaken,
}: {
  link: readonly [string, string]
  onTaken: (grant: GrantView) => void
}) => {
  const [working, setWorking] = useState(false)
  const [problem, setProblem] = useState<WebProblem>()
  const take = async () => {
    if (working) return
    setWorking(true)
    setProblem(undefined)
    const answer = await rightApi.take(id, secret)
    setWorking(false)
    if (answer.ok || answer.problem.code === 'invitation-over') tabMemory.forgetInvitation()
    if (!answer.ok) return setProblem(answer.problem)
    onTaken(answer.value)
  }
  if (problem?.code === 'signed-out')
    return (
      <>
        <p class="lead">{invitation.signIn}</p>
        <p>
          <a class="button" href={SIGN_IN}>
            {invitation.goSignIn}
          </a>
        </p>
      </>
    )
  return (
    <>
      {problem && (
        <Refusal
          refusals={staffRefusals}
          problem={problem}
          again={take}
          ways={{ 'sign-in': [SIGN_IN, invitation.goSignIn] }}
        />
      )}
      {!problem && <p class="lead">{invitation.lead}</p>}
      {!(problem && WITH_SIGN_IN.includes(problem.code)) && problem?.code !== 'invitation-over' && (
        <button class="button" type="button" onClick={take} aria-disabled={working}>
          {invitation.accept}
        </button>
      )}
      <p role="status">{working && invitation.working}</p>
    </>
  )
}

const View = ({ query }: ViewProps) => {
  const link = useLink(query)
  const [taken, setTaken] = useState<GrantView>()
  useEffect(() => {
    if (taken) document.querySelector('h1')?.focus()
  }, [taken])
  const titles = link === 'absent' ? invitation.absent : taken ? invitation.doneTitle : invitation.title
  return (
    <div class="stack narrow">
      <h1 tabIndex={-1}>{titles}</h1>
      {link === undefined && <Waiting />}
      {link === 'absent' && <p class="lead">{invitation.absentLead}</p>}
      {taken && <Taken taken={taken} />}
      {link && link !== 'absent' && !taken && <Ask link={link} onTaken={setTaken} />}
    </div>
  )
}

export const page: Page = { title: invitation.page, enhanced: true, View }
