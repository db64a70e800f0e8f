import { useState } from 'preact/hooks'
import type { AssociationView } from '../../shared/contracts/association-views.ts'
import { useAnnouncement, useAnswer, useTitle } from '../answers.ts'
import { associationApi } from '../association-client.ts'
import { Asking } from '../components/asking/asking.tsx'
import { Invitations, Members } from '../components/association/members.tsx'
import { Refusal, Unread } from '../components/notice/refusal.tsx'
import { InviteForm } from '../components/rights/invite-form.tsx'
import { SignIn } from '../components/sign-in/sign-in.tsx'
import { Waiting } from '../components/waiting/waiting.tsx'
import { associationRefusals } from '../messages/fr/association-refusals.ts'
import { association as words } from '../messages/fr/associations.ts'
import type { Page, ViewProps } from '../page.ts'
import { useDoing } from '../use-doing.ts'

type OneProps = { readonly association: AssociationView; readonly onChanged: (said: string) => void }

const One = ({ association, onChanged }: OneProps) => {
  const { id, name, rna, siret, role } = association
  const doing = useDoing(() => onChanged(words.done))
  const leaving = useDoing(() => location.assign('/mes-associations'))
  const problem = doing.problem ?? leaving.problem
  useTitle(name)
  return (
    <>
      <p>{words.number(rna, siret)}</p>
      <p>
        <a class="button quiet" href="/">
          {words.book}
        </a>
      </p>
      {problem && <Refusal refusals={associationRefusals} problem={problem} />}
      <Members association={association} doing={doing} />
      <Invitations association={association} doing={doing} />
      {role === 'lead' && (
        <section class="stack">
          <h2>{words.invite}</h2>
          <InviteForm
            scope={`association:${id}`}
            label={words.email}
            hint={words.emailHint}
            onInvited={({ email }) => onChanged(words.sent(email))}
          />
        </section>
      )}
      {role === 'lead' && (
        <p>
          <a class="tall" href={`/journal?${new URLSearchParams({ portee: `association:${id}` })}`}>
            {words.journal}
          </a>
        </p>
      )}
      <Asking
        does={words.leave}
        sure={words.leaveSure}
        yes={words.leaveYes}
        no={words.no}
        working={leaving.working}
        act={() => leaving.run(() => associationApi.leave(id))}
      />
      <p>
        <a class="tall" href="/mes-associations">
          {words.back}
        </a>
      </p>
    </>
  )
}

const View = ({ query }: ViewProps) => {
  const { loaded, again } = useAnswer(query && (query.get('id') ?? ''), associationApi.read)
  const [said, setSaid] = useState<string>()
  useAnnouncement(said)
  if (loaded.state === 'refused' && loaded.problem.code === 'signed-out')
    return <SignIn title={words.page} lead={words.signInLead} onSignedIn={again} />
  const change = (done: string) => {
    setSaid(done)
    again()
  }
  return (
    <div class="stack narrow">
      <h1 class="long-word">{loaded.state === 'here' ? loaded.value.name : words.page}</h1>
      {said && <p class="done">{said}</p>}
      {loaded.state === 'waiting' && <Waiting />}
      {loaded.state === 'refused' && <Unread problem={loaded.problem} again={again} />}
      {loaded.state === 'here' && <One association={loaded.value} onChanged={change} />}
    </div>
  )
}

export const page: Page = { title: words.page, enhanced: true, View }
