import type { Sent } from '../../shared/contracts/request-line.ts'
import { asker, type Fetch } from '../kit/api-client.ts'

export type WorkshopQuery = NonNullable<Sent<'GET /workshops'>['query']>

/** Apart from the other calls: few pages need them. */
export const createWorkshopClient = (fetch: Fetch) => {
  const ask = asker(fetch)
  return {
    list: (query: WorkshopQuery) => ask('GET /workshops', [], { query }),
    read: (id: string) => ask('GET /workshops/:id', [id]),
    takeSeat: (id: string, key: string) => ask('POST /workshops/:id/seats', [id], { key }),
    wait: (id: string) => ask('POST /workshops/:id/waits', [id]),
    stopWaiting: (id: string) => ask('DELETE /workshops/:id/waits', [id]),
  }
}

export const workshopApi = createWorkshopClient((path, init) => fetch(path, init))
