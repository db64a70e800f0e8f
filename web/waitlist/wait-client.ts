import type { NewWaitlistEntry } from '../../shared/contracts/waitlist-views.ts'
import { ask } from '../kit/api-client.ts'

export const waitApi = {
  wait: (body: NewWaitlistEntry, key: string) => ask('POST /waits', [], { body, key }),
  read: (id: string) => ask('GET /waits/:id', [id]),
  leave: (id: string) => ask('DELETE /waits/:id', [id]),
  listMine: () => ask('GET /me/waits', []),
}
