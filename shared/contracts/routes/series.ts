import type { Route } from '../route.ts'
import { NewSeries, SeriesFrom, SeriesMove, SeriesParam, SeriesView } from '../series-views.ts'

/** Bookings repeated by an RRULE. */
export const seriesRoutes = {
  bookSeries: {
    method: 'post',
    path: '/series',
    summary: 'Book what an RRULE gives, date by date; repeating finishes what was stopped',
    action: 'book',
    body: NewSeries,
    idempotent: true,
    status: 201,
    response: SeriesView,
    refusals: [
      'not-found',
      'name-missing',
      'rule-malformed',
      'rule-unsupported',
      'no-date',
      'too-many-dates',
      'series-refused',
      'conditions-missing',
    ],
  },
  readSeries: {
    method: 'get',
    path: '/series/:id',
    summary: 'Read one of my series, date by date',
    action: 'read-series',
    params: SeriesParam,
    status: 200,
    response: SeriesView,
    refusals: ['not-found'],
  },
  moveSeries: {
    method: 'patch',
    path: '/series/:id',
    summary: 'Move one of my series from a date on, date by date; repeating finishes what was stopped',
    action: 'change-series',
    params: SeriesParam,
    query: SeriesFrom,
    body: SeriesMove,
    status: 200,
    response: SeriesView,
    refusals: ['not-found', 'name-missing', 'nothing-to-move', 'series-not-moved', 'series-refused'],
  },
  cancelSeries: {
    method: 'delete',
    path: '/series/:id',
    summary: 'Cancel one of my series from a date on; what has started stays',
    action: 'change-series',
    params: SeriesParam,
    query: SeriesFrom,
    status: 200,
    response: SeriesView,
    refusals: ['not-found'],
  },
} as const satisfies Record<string, Route>
