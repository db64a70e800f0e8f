import type { Sent } from '../../shared/contracts/request-line.ts'
import { ask } from '../kit/api-client.ts'

export type WorkshopQuery = NonNullable<Sent<'GET /workshops'>['query']>

export const workshopApi = {
  list: (query: WorkshopQuery) => ask('GET /workshops', [], { query }),
  read: (id: string) => ask('GET /workshops/:id', [id]),
  takeSeat: (id: string, key: string) => ask('POST /workshops/:id/seats', [id], { key }),
  wait: (id: string) => ask('POST /workshops/:id/waits', [id]),
  stopWaiting: (id: string) => ask('DELETE /workshops/:id/waits', [id]),
}
