import type { Sent } from '../../shared/contracts/request-line.ts'
import { ask } from '../kit/api-client.ts'

export type WorkshopQuery = NonNullable<Sent<'GET /workshops'>['query']>

export type WorkshopEdit = Sent<'PATCH /workshops/:id'>['body']

export const workshopApi = {
  list: (query: WorkshopQuery) => ask('GET /workshops', [], { query }),
  read: (id: string) => ask('GET /workshops/:id', [id]),
  edit: (id: string, body: WorkshopEdit) => ask('PATCH /workshops/:id', [id], { body }),
  colleagues: (id: string) => ask('GET /workshops/:id/colleagues', [id]),
  takeSeat: (id: string, key: string) => ask('POST /workshops/:id/seats', [id], { key }),
  wait: (id: string) => ask('POST /workshops/:id/waits', [id]),
  stopWaiting: (id: string) => ask('DELETE /workshops/:id/waits', [id]),
}
