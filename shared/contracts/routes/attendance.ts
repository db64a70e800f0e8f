import { NewAttendance } from '../answer-views.ts'
import { AttendanceView, NewAttendanceNotes, NotedAttendanceView } from '../attendance-views.ts'
import { BookingParam, BookingView } from '../booking-views.ts'
import type { Route } from '../route.ts'
import { WorkshopParam } from '../workshop-views.ts'

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
    summary: 'Say who came, once it has begun and for thirty days: for staff of the site, of others only',
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
  readAttendance: {
    method: 'get',
    path: '/workshops/:id/attendance',
    summary:
      'Who has a seat in a workshop, who of them came, and who came without one: for staff of the site',
    action: 'mark-attendance',
    params: WorkshopParam,
    status: 200,
    response: AttendanceView,
    refusals: ['not-found'],
  },
  noteAttendance: {
    method: 'put',
    path: '/workshops/:id/attendance',
    summary:
      'Keep what was noted in the room, at whatever time: the last note of each person holds, the same one counts once',
    action: 'mark-attendance',
    params: WorkshopParam,
    body: NewAttendanceNotes,
    status: 200,
    response: NotedAttendanceView,
    refusals: ['not-found', 'not-started', 'attendance-closed', 'workshop-cancelled'],
  },
} as const satisfies Record<string, Route>
