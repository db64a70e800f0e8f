import { BookingMove, BookingParam, BookingView, NewBooking } from '../booking-views.ts'
import { BOOKING_REFUSALS, type Route } from '../route.ts'

export const bookingRoutes = {
  bookSpace: {
    method: 'post',
    path: '/bookings',
    summary: 'Book a desk or a room',
    action: 'book',
    body: NewBooking,
    idempotent: true,
    status: 201,
    response: BookingView,
    refusals: [...BOOKING_REFUSALS, 'name-missing', 'too-many-messages'],
  },
  readBooking: {
    method: 'get',
    path: '/bookings/:id',
    summary: 'Read one of my bookings',
    action: 'read-booking',
    params: BookingParam,
    status: 200,
    response: BookingView,
    refusals: ['not-found'],
  },
  moveBooking: {
    method: 'patch',
    path: '/bookings/:id',
    summary: 'Move one of my bookings, or as staff with a reason: wholly there, or still where it was',
    action: 'change-booking',
    params: BookingParam,
    body: BookingMove,
    status: 200,
    response: BookingView,
    refusals: [...BOOKING_REFUSALS, 'cancelled', 'not-confirmed', 'already-started', 'too-many-messages'],
  },
  cancelBooking: {
    method: 'delete',
    path: '/bookings/:id',
    summary: 'Cancel one of my bookings, or for somebody as an agent of the site; again changes nothing',
    action: 'change-booking',
    params: BookingParam,
    status: 200,
    response: BookingView,
    refusals: ['not-found', 'already-started'],
  },
} as const satisfies Record<string, Route>
