import type { Sent } from '../../shared/contracts/request-line.ts'
import { ask } from '../kit/api-client.ts'

export type NewCopies = Sent<'POST /sites/:site/copies'>['body']

/** Calls of staff. Names and phones go in bodies: addresses are kept in histories and logs. */
export const staffApi = {
  readPlanning: (site: string, query: { from?: string; days?: string }) =>
    ask('GET /sites/:site/planning', [site], { query }),
  listRequests: (site: string) => ask('GET /sites/:site/requests', [site]),
  listCalls: (site: string) => ask('GET /sites/:site/calls', [site]),
  noteCall: (site: string, call: string, version: number) =>
    ask('PUT /sites/:site/calls/:id', [site, call], { body: { version } }),
  approve: (id: string, body: { approved: boolean; note?: string }) =>
    ask('PUT /bookings/:id/approval', [id], { body }),
  takeBack: (id: string, reason: string) => ask('PUT /bookings/:id/cancellation', [id], { body: { reason } }),
  previewCopies: (site: string, body: NewCopies) => ask('POST /sites/:site/copy-preview', [site], { body }),
  copy: (site: string, body: NewCopies, key: string) =>
    ask('POST /sites/:site/copies', [site], { body, key }),
  searchBookings: (site: string, q: string) =>
    ask('POST /sites/:site/bookings/search', [site], { body: { q } }),
  searchByPhone: (q: string) => ask('POST /bookings/search', [], { body: { q } }),
  listCallsByPhone: () => ask('GET /calls', []),
  attend: (id: string, attended: boolean) =>
    ask('PUT /bookings/:id/attendance', [id], { body: { attended } }),
}
