import type { AssociationView, NewAssociation } from '../../shared/contracts/association-views.ts'
import { ask } from '../kit/api-client.ts'

export type AssociationMember = AssociationView['members'][number]

export const associationApi = {
  listMine: () => ask('GET /me/associations', []),
  add: (body: NewAssociation, key: string) => ask('POST /associations', [], { body, key }),
  read: (id: string) => ask('GET /associations/:id', [id]),
  changeRole: (id: string, { holder, role }: Pick<AssociationMember, 'holder' | 'role'>) =>
    ask('PUT /associations/:id/members/:holder', [id, holder], { body: { role } }),
  withdraw: (id: string, holder: string) => ask('DELETE /associations/:id/members/:holder', [id, holder]),
  leave: (id: string) => ask('DELETE /me/associations/:id', [id]),
}
