import type { NewInvitation, RightList } from '../../shared/contracts/right-views.ts'
import { ask } from '../kit/api-client.ts'

export type HeldRight = RightList['grants'][number]

export const rightApi = {
  listAttached: () => ask('GET /me/attached', []),
  list: (scope: string) => ask('GET /rights/:scope', [scope]),
  withdraw: ({ scope, role, holder }: Pick<HeldRight, 'scope' | 'role' | 'holder'>) =>
    ask('DELETE /rights/:scope/:role/:holder', [scope, role, holder]),
  invite: (body: NewInvitation, key: string) => ask('POST /invitations', [], { body, key }),
  withdrawInvitation: (id: string) => ask('DELETE /invitations/:id', [id]),
  take: (id: string, secret: string) => ask('PUT /invitations/:id/acceptance', [id], { body: { secret } }),
}
