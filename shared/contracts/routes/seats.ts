import { BookingParam, BookingView } from '../booking-views.ts'
import type { Route } from '../route.ts'
import { CycleSeats, NewSeat, NewWait, RemainingParty } from '../seat-views.ts'
import { CycleParam, WorkshopParam, WorkshopView } from '../workshop-views.ts'

/** A seat is a booking: cancelling it leaves the workshop. */
export const seatRoutes = {
  bookSeat: {
    method: 'post',
    path: '/workshops/:id/seats',
    summary:
      'Take one seat or two in a workshop, or an appointment of a permanence, or for somebody as staff of the site; when it is full, says how many wait',
    action: 'book',
    params: WorkshopParam,
    body: NewSeat,
    bodyIsOptional: true,
    idempotent: true,
    status: 201,
    response: BookingView,
    refusals: [
      'not-found',
      'name-missing',
      'past',
      'no-such-appointment',
      'taken',
      'too-many-places',
      'newcomers-first',
      'holder-busy',
      'already-signed-up',
      'workshop-cancelled',
    ],
  },
  joinWorkshopWaitlist: {
    method: 'post',
    path: '/workshops/:id/waits',
    summary:
      'Wait for one seat or two of a workshop, once: asking again keeps the rank; for somebody new, with an Idempotency-Key',
    action: 'book',
    params: WorkshopParam,
    body: NewWait,
    bodyIsOptional: true,
    idempotent: 'for-new-people',
    status: 201,
    response: WorkshopView,
    refusals: [
      'not-found',
      'name-missing',
      'past',
      'too-many-places',
      'already-signed-up',
      'workshop-cancelled',
    ],
  },
  leaveWorkshopWaitlist: {
    method: 'delete',
    path: '/workshops/:id/waits',
    summary: 'No longer wait for a seat of a workshop; again changes nothing',
    action: 'book',
    params: WorkshopParam,
    status: 200,
    response: WorkshopView,
    refusals: ['not-found'],
  },
  returnSeat: {
    method: 'put',
    path: '/bookings/:id/party',
    summary: 'Of two seats together, give one back: it goes to who waits; again changes nothing',
    action: 'change-booking',
    params: BookingParam,
    body: RemainingParty,
    status: 200,
    response: BookingView,
    refusals: ['not-found', 'cancelled', 'not-confirmed', 'already-started', 'one-seat'],
  },
  bookCycle: {
    method: 'post',
    path: '/cycles/:id/seats',
    summary:
      'Sign up to every date of a cycle to come, or wait where it is full; repeating with the same key finishes',
    action: 'book',
    params: CycleParam,
    body: NewWait,
    bodyIsOptional: true,
    idempotent: true,
    status: 200,
    response: CycleSeats,
    refusals: ['not-found', 'name-missing'],
  },
} as const satisfies Record<string, Route>
