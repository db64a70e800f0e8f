import type { HeldView } from '../shared/contracts/answer-views.ts'
import type { BookingView } from '../shared/contracts/booking-views.ts'
import type { CallView } from '../shared/contracts/call-views.ts'
import type { CopyList, NewCopies } from '../shared/contracts/copy-views.ts'
import type { FoundBookings } from '../shared/contracts/counter-views.ts'
import type { PlanningView } from '../shared/contracts/planning-views.ts'
import { asker, type Fetch } from './api-client.ts'

/** What those who work at a place ask: few pages need it. Names and phones go in bodies: addresses are kept in histories. */
export const createStaffClient = (fetch: Fetch) => {
  const ask = asker(fetch)
  const booking = (id: string) => `/bookings/${encodeURIComponent(id)}`
  const site = (id: string) => `/sites/${encodeURIComponent(id)}`
  return {
    readPlanning: (id: string, query: { from?: string; days?: string }) =>
      ask<PlanningView>({ path: `${site(id)}/planning?${new URLSearchParams(query)}` }),
    listRequests: (id: string) => ask<{ requests: HeldView[] }>({ path: `${site(id)}/requests` }),
    listCalls: (id: string) => ask<{ calls: CallView[] }>({ path: `${site(id)}/calls` }),
    noteCall: (id: string, call: string, version: number) =>
      ask<unknown>({ method: 'PUT', path: `${site(id)}/calls/${encodeURIComponent(call)}`, body: { version } }),
    approve: (id: string, body: { approved: boolean; note?: string }) =>
      ask<BookingView>({ method: 'PUT', path: `${booking(id)}/approval`, body }),
    takeBack: (id: string, reason: string) =>
      ask<BookingView>({ method: 'PUT', path: `${booking(id)}/cancellation`, body: { reason } }),
    previewCopies: (id: string, body: NewCopies) =>
      ask<CopyList>({ method: 'POST', path: `${site(id)}/copy-preview`, body }),
    copy: (id: string, body: NewCopies, key: string) =>
      ask<CopyList>({ method: 'POST', path: `${site(id)}/copies`, body, key }),
    searchBookings: (id: string, q: string) =>
      ask<FoundBookings>({ method: 'POST', path: `${site(id)}/bookings/search`, body: { q } }),
    attend: (id: string, attended: boolean) =>
      ask<BookingView>({ method: 'PUT', path: `${booking(id)}/attendance`, body: { attended } }),
  }
}

export const staffApi = createStaffClient((path, init) => fetch(path, init))
