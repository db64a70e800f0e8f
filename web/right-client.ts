import type { GrantView } from '../shared/contracts/auth-views.ts'
import type { InvitationView, NewInvitation, RightList } from '../shared/contracts/right-views.ts'
import { asker, type Fetch } from './api-client.ts'

export type HeldRight = RightList['grants'][number]

const segment = encodeURIComponent

/** Apart from the other calls: few pages need them. */
export const createRightClient = (fetch: Fetch) => {
  const ask = asker(fetch)
  return {
    list: (scope: string) => ask<RightList>({ path: `/rights/${segment(scope)}` }),
    withdraw: ({ scope, role, holder }: Pick<HeldRight, 'scope' | 'role' | 'holder'>) =>
      ask<undefined>({ method: 'DELETE', path: `/rights/${segment(scope)}/${role}/${segment(holder)}` }),
    invite: (body: NewInvitation, key: string) =>
      ask<InvitationView>({ method: 'POST', path: '/invitations', body, key }),
    withdrawInvitation: (id: string) => ask<undefined>({ method: 'DELETE', path: `/invitations/${segment(id)}` }),
    take: (id: string, secret: string) =>
      ask<GrantView>({ method: 'PUT', path: `/invitations/${segment(id)}/acceptance`, body: { secret } }),
  }
}

export const rightApi = createRightClient((path, init) => fetch(path, init))
