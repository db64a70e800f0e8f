import type { NewBooking } from '../../shared/contracts/booking-views.ts'
import { ask } from '../kit/api-client.ts'

type Moved = Pick<NewBooking, 'space' | 'date' | 'start' | 'end'> & { readonly reason?: string }

export const bookingApi = {
  book: (body: NewBooking, key: string) => ask('POST /bookings', [], { body, key }),
  read: (id: string) => ask('GET /bookings/:id', [id]),
  move: (id: string, body: Moved) => ask('PATCH /bookings/:id', [id], { body }),
  cancel: (id: string) => ask('DELETE /bookings/:id', [id]),
  /** Of two people, one comes: who booked, or the guest. */
  returnSeat: (id: string, guest?: string) =>
    ask('PUT /bookings/:id/party', [id], { body: { places: 1, ...(guest && { guest }) } }),
  answerOffer: (id: string, accepted: boolean) =>
    ask('PUT /bookings/:id/acceptance', [id], { body: { accepted } }),
  checkIn: (id: string) => ask('POST /bookings/:id/check-in', [id]),
  listMine: () => ask('GET /me/bookings', []),
}
