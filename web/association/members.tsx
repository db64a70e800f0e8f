import type { AssociationView } from '../../shared/contracts/association-views.ts'
import { Confirmation } from '../kit/confirmation.tsx'
import type { Sending } from '../kit/use-send.ts'
import { rightApi } from '../rights/right-client.ts'
import { type AssociationMember, associationApi } from './association-client.ts'
import { roleWords, association as words } from './words/fr/associations.ts'

type MembersProps = { readonly association: AssociationView; readonly sending: Sending }

const OTHER = { lead: 'member', member: 'lead' } as const

const Leading = ({ association: { id }, member, sending }: MembersProps & { member: AssociationMember }) => {
  const { holder, role } = member
  const name = member.name || words.nameless
  return (
    <>
      <button
        class="link"
        type="button"
        aria-disabled={sending.working}
        onClick={() => sending.send(() => associationApi.changeRole(id, { holder, role: OTHER[role] }))}
      >
        {role === 'lead' ? words.makeMember : words.makeLead}
        <span class="for-readers">{words.of(name)}</span>
      </button>
      {!member.isMe && (
        <Confirmation
          label={words.withdraw}
          about={words.of(name)}
          question={words.sure(name)}
          yes={words.yes}
          no={words.no}
          working={sending.working}
          onConfirm={() => sending.send(() => associationApi.withdraw(id, holder))}
        />
      )}
    </>
  )
}

/** The members; leads change their roles. */
export const Members = ({ association, sending }: MembersProps) => (
  <section class="stack">
    <h2>{words.members}</h2>
    <ul class="plain belongings">
      {association.members.map((member) => (
        <li key={member.holder} class="belonging">
          <p>
            <strong class="long-word">{member.name || words.nameless}</strong> {member.isMe && words.me}
            <br />
            {roleWords[member.role]}
          </p>
          {association.role === 'lead' && (
            <Leading association={association} member={member} sending={sending} />
          )}
        </li>
      ))}
    </ul>
  </section>
)

export const Invitations = ({ association: { invitations = [] }, sending }: MembersProps) =>
  invitations.length === 0 ? null : (
    <section class="stack">
      <h2>{words.invitations}</h2>
      <ul class="plain belongings">
        {invitations.map(({ id, email }) => (
          <li key={id} class="belonging">
            <p class="long-word">{email}</p>
            <button
              class="link"
              type="button"
              aria-disabled={sending.working}
              onClick={() => sending.send(() => rightApi.withdrawInvitation(id))}
            >
              {words.withdrawInvitation}
              <span class="for-readers">{words.of(email)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
