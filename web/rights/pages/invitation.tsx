import { useEffect, useState } from 'preact/hooks'
import type { GrantView } from '../../../shared/contracts/auth-views.ts'
import { Loading } from '../../kit/loading.tsx'
import { Refusal } from '../../kit/notice/refusal.tsx'
import type { Page, ViewProps } from '../../kit/page.ts'
import { signInAddress } from '../../kit/sign-in-address.ts'
import { SignInLink } from '../../kit/sign-in-link.tsx'
import { tabMemory } from '../../kit/tab-memory.ts'
import { useSend } from '../../kit/use-send.ts'
import { rightApi } from '../right-client.ts'
import { invitation, roles, scopeWords } from '../words/fr/rights.ts'
import { staffRefusals } from '../words/fr/staff-refusals.ts'

const HERE = '/invitation'
const WITHOUT_ANSWER = ['second-factor-missing', 'other-address', 'invitation-over']

type Link = readonly [id: string, secret: string]

/** The secret of the link is behind the `#`, which no server sees; the tab keeps it during sign-in. */
const useLink = (query: URLSearchParams | undefined) => {
  const [link, setLink] = useState<Link | 'absent'>()
  useEffect(() => {
    if (!query) return undefined
    if (location.hash.length > 1) {
      tabMemory.keepInvitation(location.hash.slice(1))
      history.replaceState(null, '', location.pathname)
    }
    const [, id, secret] = /^([0-9a-z]{20})\.([0-9a-f]{40})$/.exec(tabMemory.invitation() ?? '') ?? []
    setLink(id && secret ? [id, secret] : 'absent')
    // A link pasted here changes only the part behind the `#`.
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

type AskProps = { readonly link: Link; readonly onTaken: (grant: GrantView) => void }

const Ask = ({ link: [id, secret], onTaken }: AskProps) => {
  const { problem, working, send } = useSend(onTaken)
  const take = () =>
    send(async () => {
      const answer = await rightApi.take(id, secret)
      if (answer.ok || answer.problem.code === 'invitation-over') tabMemory.forgetInvitation()
      return answer
    })
  if (problem?.code === 'signed-out')
    return <SignInLink lead={invitation.signIn} words={invitation.goSignIn} next={HERE} />
  return (
    <>
      {problem ? (
        <Refusal
          refusals={staffRefusals}
          problem={problem}
          again={take}
          remedies={{ 'sign-in': [signInAddress(HERE), invitation.goSignIn] }}
        />
      ) : (
        <p class="lead">{invitation.lead}</p>
      )}
      {!(problem && WITHOUT_ANSWER.includes(problem.code)) && (
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
      {link === undefined && <Loading />}
      {link === 'absent' && <p class="lead">{invitation.absentLead}</p>}
      {taken && <Taken taken={taken} />}
      {link && link !== 'absent' && !taken && <Ask link={link} onTaken={setTaken} />}
    </div>
  )
}

export const page: Page = { title: invitation.page, enhanced: true, View }
