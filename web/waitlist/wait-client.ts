import type { NewWaitlistEntry } from '../../shared/contracts/waitlist-views.ts'
import { asker, type Fetch } from '../kit/api-client.ts'

/** Apart from the other calls: few pages need them. */
export const createWaitClient = (fetch: Fetch) => {
  const ask = asker(fetch)
  return {
    wait: (body: NewWaitlistEntry, key: string) => ask('POST /waits', [], { body, key }),
    read: (id: string) => ask('GET /waits/:id', [id]),
    leave: (id: string) => ask('DELETE /waits/:id', [id]),
    listMine: () => ask('GET /me/waits', []),
  }
}

export const waitApi = createWaitClient((path, init) => fetch(path, init))
