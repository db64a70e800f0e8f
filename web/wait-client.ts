import type { MyWaits, NewWait, WaitView } from '../shared/contracts/wait-views.ts'
import { asker, type Fetch } from './api-client.ts'

/** Apart from the other calls: few pages need them. */
export const createWaitClient = (fetch: Fetch) => {
  const ask = asker(fetch)
  const pathOf = (id: string) => `/waits/${encodeURIComponent(id)}`
  return {
    wait: (body: NewWait, key: string) => ask<WaitView>({ method: 'POST', path: '/waits', body, key }),
    read: (id: string) => ask<WaitView>({ path: pathOf(id) }),
    leave: (id: string) => ask<WaitView>({ method: 'DELETE', path: pathOf(id) }),
    listMine: () => ask<MyWaits>({ path: '/me/waits' }),
  }
}

export const waitApi = createWaitClient((path, init) => fetch(path, init))
