import { useState } from 'preact/hooks'
import type { AssociationView } from '../../../shared/contracts/association-views.ts'
import { Confirmation } from '../../kit/confirmation.tsx'
import { Loading } from '../../kit/loading.tsx'
import { Refusal, Unread } from '../../kit/notice/refusal.tsx'
import type { Page, ViewProps } from '../../kit/page.ts'
import { useAnnouncement } from '../../kit/use-announcement.ts'
import { useAnswer } from '../../kit/use-answer.ts'
import { useSend } from '../../kit/use-send.ts'
import { useTitle } from '../../kit/use-title.ts'
import { SignIn } from '../../people/sign-in.tsx'
import { InviteForm } from '../../rights/invite-form.tsx'
import { associationApi } from '../association-client.ts'
import { Invitations, Members } from '../members.tsx'
import { associationRefusals } from '../words/fr/association-refusals.ts'
import { association as words } from '../words/fr/associations.ts'

type OneProps = { readonly association: AssociationView; readonly onChanged: (said: string) => void }

const One = ({ association, onChanged }: OneProps) => {
  const { id, name, rna, siret, role } = association
  const sending = useSend(() => onChanged(words.done))
  const leaving = useSend(() => location.assign('/mes-associations'))
  const problem = sending.problem ?? leaving.problem
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
      <Members association={association} sending={sending} />
      <Invitations association={association} sending={sending} />
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
      <Confirmation
        label={words.leave}
        question={words.leaveSure}
        yes={words.leaveYes}
        no={words.no}
        working={leaving.working}
        onConfirm={() => leaving.send(() => associationApi.leave(id))}
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
      {loaded.state === 'loading' && <Loading />}
      {loaded.state === 'refused' && <Unread problem={loaded.problem} again={again} />}
      {loaded.state === 'here' && <One association={loaded.value} onChanged={change} />}
    </div>
  )
}

export const page: Page = { title: words.page, enhanced: true, View }
