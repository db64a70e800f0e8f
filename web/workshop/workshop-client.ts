import type { ColleagueList } from '../../shared/contracts/colleague-views.ts'
import type { Sent } from '../../shared/contracts/request-line.ts'
import type { NewSeat, NewWait } from '../../shared/contracts/seat-views.ts'
import { ask } from '../kit/api-client.ts'

export type WorkshopQuery = NonNullable<Sent<'GET /workshops'>['query']>

export type WorkshopEdit = Sent<'PATCH /workshops/:id'>['body']

export type Colleagues = ColleagueList['colleagues']

type CycleEdit = Sent<'PATCH /cycles/:id'>['body']

export const workshopApi = {
  list: (query: WorkshopQuery) => ask('GET /workshops', [], { query }),
  read: (id: string) => ask('GET /workshops/:id', [id]),
  edit: (id: string, body: WorkshopEdit) => ask('PATCH /workshops/:id', [id], { body }),
  editCycle: (id: string, body: CycleEdit, key: string) => ask('PATCH /cycles/:id', [id], { body, key }),
  cancel: (id: string, body: { note?: string }) => ask('POST /workshops/:id/cancellation', [id], { body }),
  colleagues: (id: string) => ask('GET /workshops/:id/colleagues', [id]),
  readCycle: (id: string) => ask('GET /cycles/:id', [id]),
  takeSeat: (id: string, body: NewSeat, key: string) => ask('POST /workshops/:id/seats', [id], { body, key }),
  takeAll: (cycle: string, body: NewWait, key: string) =>
    ask('POST /cycles/:id/seats', [cycle], { body, key }),
  wait: (id: string, body: NewWait) => ask('POST /workshops/:id/waits', [id], { body }),
  stopWaiting: (id: string) => ask('DELETE /workshops/:id/waits', [id]),
}
