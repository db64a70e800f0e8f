import { useState } from 'preact/hooks'
import type { AssociationView } from '../../../shared/contracts/association-views.ts'
import { Confirmation } from '../../kit/confirmation.tsx'
import { goTo } from '../../kit/go.ts'
import { Refusal } from '../../kit/notice/refusal.tsx'
import type { Page, ViewProps } from '../../kit/page.ts'
import { useAnnouncement } from '../../kit/use-announcement.ts'
import { useAnswer } from '../../kit/use-answer.ts'
import { useSend } from '../../kit/use-send.ts'
import { useTitle } from '../../kit/use-title.ts'
import { OwnPage } from '../../people/own-page.tsx'
import { InviteForm } from '../../rights/invite-form.tsx'
import { associationApi } from '../association-client.ts'
import { Invitations, Members } from '../members.tsx'
import { associationRefusals } from '../words/fr/association-refusals.ts'
import { association as words } from '../words/fr/associations.ts'

type OneProps = { readonly association: AssociationView; readonly onChanged: (said: string) => void }

const ForLeads = ({ association: { id }, onChanged }: OneProps) => (
  <>
    <section class="stack">
      <h2>{words.invite}</h2>
      <InviteForm
        scope={`association:${id}`}
        label={words.email}
        hint={words.emailHint}
        onInvited={({ email }) => onChanged(words.sent(email))}
      />
    </section>
    <p>
      <a class="tall" href={`/journal?${new URLSearchParams({ portee: `association:${id}` })}`}>
        {words.journal}
      </a>
    </p>
    <p>
      <a class="tall" href={`/outils?${new URLSearchParams({ portee: `association:${id}` })}`}>
        {words.tools}
      </a>
    </p>
  </>
)

const One = ({ association, onChanged }: OneProps) => {
  const { id, name, rna, siret, role } = association
  const sending = useSend(() => onChanged(words.done))
  const leaving = useSend(() => goTo('/mes-associations'))
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
      {role === 'lead' && <ForLeads association={association} onChanged={onChanged} />}
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
  const from = useAnswer(query && (query.get('id') ?? ''), associationApi.read)
  const [said, setSaid] = useState<string>()
  useAnnouncement(said)
  const change = (done: string) => {
    setSaid(done)
    from.again()
  }
  return (
    <OwnPage title={words.page} lead={words.signInLead} from={from}>
      {(association) => (
        <div class="stack narrow">
          <h1 class="long-word">{association.name}</h1>
          {said && <p class="done">{said}</p>}
          <One association={association} onChanged={change} />
        </div>
      )}
    </OwnPage>
  )
}

export const page: Page = { title: words.page, enhanced: true, View }
