import type { AssociationView } from '../../../shared/contracts/association-views.ts'
import { type AssociationMember, associationApi } from '../../association-client.ts'
import { roleWords, association as words } from '../../messages/fr/associations.ts'
import { rightApi } from '../../right-client.ts'
import type { Doing } from '../../use-doing.ts'
import { Asking } from '../asking/asking.tsx'

type MembersProps = { readonly association: AssociationView; readonly doing: Doing }

const OTHER = { lead: 'member', member: 'lead' } as const

const Leading = ({ association: { id }, member, doing }: MembersProps & { member: AssociationMember }) => {
  const { holder, role } = member
  const name = member.name || words.nameless
  return (
    <>
      <button
        class="link"
        type="button"
        aria-disabled={doing.working}
        onClick={() => doing.run(() => associationApi.changeRole(id, { holder, role: OTHER[role] }))}
      >
        {role === 'lead' ? words.makeMember : words.makeLead}
        <span class="for-readers">{words.of(name)}</span>
      </button>
      {!member.isMe && (
        <Asking
          does={words.withdraw}
          of={words.of(name)}
          sure={words.sure(name)}
          yes={words.yes}
          no={words.no}
          working={doing.working}
          act={() => doing.run(() => associationApi.withdraw(id, holder))}
        />
      )}
    </>
  )
}

/** Who belongs; its leads change that. */
export const Members = ({ association, doing }: MembersProps) => (
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
          {association.role === 'lead' && <Leading association={association} member={member} doing={doing} />}
        </li>
      ))}
    </ul>
  </section>
)

/** Who is invited, for its leads. */
export const Invitations = ({ association: { invitations = [] }, doing }: MembersProps) =>
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
              aria-disabled={doing.working}
              onClick={() => doing.run(() => rightApi.withdrawInvitation(id))}
            >
              {words.withdrawInvitation}
              <span class="for-readers">{words.of(email)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
