import type { NewBooking } from '../../shared/contracts/booking-views.ts'
import type { NewSeat, NewWait } from '../../shared/contracts/seat-views.ts'
import { ask } from '../kit/api-client.ts'

/** Somebody without an e-mail: new, or known here already. */
export type Person = NonNullable<NewBooking['for']>

/** Calls of the counter. Names and phones go in bodies: addresses are kept in histories and logs. */
export const counterApi = {
  searchPeople: (site: string, phone: string) =>
    ask('POST /sites/:site/people/search', [site], { body: { phone } }),
  listWorkshops: (site: string) => ask('GET /workshops', [], { query: { site, begun: 'true' } }),
  takeSeat: (workshop: string, body: NewSeat, key: string) =>
    ask('POST /workshops/:id/seats', [workshop], { body, key }),
  takeCycle: (cycle: string, body: NewWait, key: string) =>
    ask('POST /cycles/:id/seats', [cycle], { body, key }),
  waitForSeat: (workshop: string, body: NewWait, key: string) =>
    ask('POST /workshops/:id/waits', [workshop], { body, key }),
}
