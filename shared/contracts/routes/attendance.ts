import { NewAttendance } from '../answer-views.ts'
import { BookingParam, BookingView } from '../booking-views.ts'
import type { Route } from '../route.ts'

export const attendanceRoutes = {
  checkIn: {
    method: 'post',
    path: '/bookings/:id/check-in',
    summary: 'Say that one has come: by its holder, or staff of the site; again changes nothing',
    action: 'check-in',
    params: BookingParam,
    status: 200,
    response: BookingView,
    refusals: ['not-found', 'check-in-closed', 'cancelled', 'not-confirmed', 'already-answered'],
  },
  markAttendance: {
    method: 'put',
    path: '/bookings/:id/attendance',
    summary: 'Say who came, once it has begun and for a week: for staff of the site, of others only',
    action: 'mark-attendance',
    params: BookingParam,
    body: NewAttendance,
    status: 200,
    response: BookingView,
    refusals: [
      'not-found',
      'own-attendance',
      'not-started',
      'cancelled',
      'of-workshop',
      'attendance-closed',
      'taken',
      'holder-busy',
    ],
  },
} as const satisfies Record<string, Route>
