import type { AssociationView } from '../../../shared/contracts/association-views.ts'
import type { AssociationRole, Grant } from '../../../shared/domain/rights.ts'
import type { Belonging, SeenAssociation } from '../../use-cases/read-association.ts'

/** A scope of an association has no other roles. */
const roleOf = ({ role }: Grant): AssociationRole => (role === 'lead' ? role : 'member')

export const viewOfAssociation = ({
  association,
  roster,
  names,
  me,
  invitations,
}: SeenAssociation): AssociationView => {
  const { id, name, register } = association
  return {
    id,
    name,
    [register.kind]: register.number,
    role: roster.entries.find(({ holder }) => holder === me)?.role ?? 'member',
    members: roster.entries.map(({ holder, role }) => ({
      holder,
      name: names.get(holder)?.name ?? '',
      role,
      isMe: holder === me,
    })),
    ...(invitations && {
      invitations: invitations.map(({ id, email, grant }) => ({ id, email, role: roleOf(grant) })),
    }),
  }
}

export const viewOfBelonging = ({ association: { id, name }, role }: Belonging) => ({ id, name, role })
