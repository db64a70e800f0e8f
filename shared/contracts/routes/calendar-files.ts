import { BookingParam } from '../booking-views.ts'
import type { Route } from '../route.ts'
import { SeriesParam } from '../series-views.ts'
import { CycleParam } from '../workshop-views.ts'

export const calendarFileRoutes = {
  readCalendar: {
    method: 'get',
    path: '/bookings/:id/calendar.ics',
    summary: 'One of my bookings as an iCalendar event',
    action: 'read-booking',
    params: BookingParam,
    status: 200,
    refusals: ['not-found'],
  },
  readSeriesCalendar: {
    method: 'get',
    path: '/series/:id/calendar.ics',
    summary: 'All dates of one of my series as iCalendar events',
    action: 'read-series',
    params: SeriesParam,
    status: 200,
    refusals: ['not-found'],
  },
  readCycleCalendar: {
    method: 'get',
    path: '/cycles/:id/calendar.ics',
    summary: 'The dates of a cycle on which I have a seat as iCalendar events',
    action: 'be-oneself',
    params: CycleParam,
    status: 200,
    refusals: ['not-found'],
  },
} as const satisfies Record<string, Route>
