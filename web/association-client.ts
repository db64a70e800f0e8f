import type { AssociationList, AssociationView, NewAssociation } from '../shared/contracts/association-views.ts'
import { asker, type Fetch } from './api-client.ts'

export type AssociationMember = AssociationView['members'][number]

const segment = encodeURIComponent

/** Apart from the other calls: few pages need them. */
export const createAssociationClient = (fetch: Fetch) => {
  const ask = asker(fetch)
  const at = (id: string) => `/associations/${segment(id)}`
  return {
    listMine: () => ask<AssociationList>({ path: '/me/associations' }),
    add: (body: NewAssociation, key: string) =>
      ask<AssociationView>({ method: 'POST', path: '/associations', body, key }),
    read: (id: string) => ask<AssociationView>({ path: at(id) }),
    changeRole: (id: string, { holder, role }: Pick<AssociationMember, 'holder' | 'role'>) =>
      ask<AssociationView>({ method: 'PUT', path: `${at(id)}/members/${segment(holder)}`, body: { role } }),
    withdraw: (id: string, holder: string) =>
      ask<AssociationView>({ method: 'DELETE', path: `${at(id)}/members/${segment(holder)}` }),
    leave: (id: string) => ask<undefined>({ method: 'DELETE', path: `/me${at(id)}` }),
  }
}

export const associationApi = createAssociationClient((path, init) => fetch(path, init))
