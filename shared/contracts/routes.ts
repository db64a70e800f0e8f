import type * as z from 'zod'
import { CodeSent, MeChange, MeView, NewCode, NewSession } from './auth-views.ts'
import { BookingList, BookingMove, BookingParam, BookingView, NewBooking } from './booking-views.ts'
import type { RefusalKind } from './problem.ts'
import { AvailabilityQuery, AvailabilityView, SiteList, SiteParam, SiteSearch, SiteView } from './site-views.ts'

export type Route = {
  readonly method: 'get' | 'post' | 'patch' | 'delete'
  readonly path: string
  readonly summary: string
  readonly signedIn: boolean
  readonly params?: z.ZodType
  readonly query?: z.ZodType
  readonly body?: z.ZodType
  /** Creates once for each Idempotency-Key. */
  readonly idempotent?: true
  readonly status: 200 | 201 | 202 | 204
  readonly response?: z.ZodType
  readonly refusals: readonly RefusalKind[]
}

const BOOKING_REFUSALS = [
  'not-found',
  'use-not-offered',
  'too-many-places',
  'too-short',
  'too-long',
  'past',
  'too-late',
  'beyond-horizon',
  'outside-opening',
  'holder-busy',
  'taken',
] as const

/** The whole API on one screen, under `/api`. The app, the OpenAPI document and the tests read it. */
export const routes = {
  searchSites: {
    method: 'get',
    path: '/sites',
    summary: 'Search by name, commune, postcode or département, or nearest first',
    signedIn: false,
    query: SiteSearch,
    status: 200,
    response: SiteList,
    refusals: ['invalid'],
  },
  readSite: {
    method: 'get',
    path: '/sites/:site',
    summary: 'Address, counter hours, spaces, how one gets in',
    signedIn: false,
    params: SiteParam,
    status: 200,
    response: SiteView,
    refusals: ['not-found'],
  },
  readAvailability: {
    method: 'get',
    path: '/sites/:site/availability',
    summary: 'What is free, by day and space',
    signedIn: false,
    params: SiteParam,
    query: AvailabilityQuery,
    status: 200,
    response: AvailabilityView,
    refusals: ['not-found', 'invalid'],
  },
  bookSpace: {
    method: 'post',
    path: '/bookings',
    summary: 'Book a desk or a room',
    signedIn: true,
    body: NewBooking,
    idempotent: true,
    status: 201,
    response: BookingView,
    refusals: [...BOOKING_REFUSALS, 'name-missing'],
  },
  readBooking: {
    method: 'get',
    path: '/bookings/:id',
    summary: 'Read one of my bookings',
    signedIn: true,
    params: BookingParam,
    status: 200,
    response: BookingView,
    refusals: ['not-found'],
  },
  readCalendar: {
    method: 'get',
    path: '/bookings/:id/calendar.ics',
    summary: 'One of my bookings as an iCalendar event',
    signedIn: true,
    params: BookingParam,
    status: 200,
    refusals: ['not-found'],
  },
  moveBooking: {
    method: 'patch',
    path: '/bookings/:id',
    summary: 'Move one of my bookings: wholly there, or still where it was',
    signedIn: true,
    params: BookingParam,
    body: BookingMove,
    status: 200,
    response: BookingView,
    refusals: [...BOOKING_REFUSALS, 'cancelled', 'already-started'],
  },
  cancelBooking: {
    method: 'delete',
    path: '/bookings/:id',
    summary: 'Cancel one of my bookings; again changes nothing',
    signedIn: true,
    params: BookingParam,
    status: 200,
    response: BookingView,
    refusals: ['not-found', 'already-started'],
  },
  sendCode: {
    method: 'post',
    path: '/auth/codes',
    summary: 'Send a sign-in code by mail, to be typed in the same browser',
    signedIn: false,
    body: NewCode,
    status: 202,
    response: CodeSent,
    refusals: ['too-many-codes'],
  },
  openSession: {
    method: 'post',
    path: '/auth/sessions',
    summary: 'Sign in with the code',
    signedIn: false,
    body: NewSession,
    status: 201,
    response: MeView,
    refusals: ['wrong-code', 'code-expired'],
  },
  closeSession: {
    method: 'delete',
    path: '/auth/sessions',
    summary: 'Sign out',
    signedIn: false,
    status: 204,
    refusals: [],
  },
  readMe: {
    method: 'get',
    path: '/me',
    summary: 'Who I am',
    signedIn: true,
    status: 200,
    response: MeView,
    refusals: [],
  },
  changeMe: {
    method: 'patch',
    path: '/me',
    summary: 'Change my name',
    signedIn: true,
    body: MeChange,
    status: 200,
    response: MeView,
    refusals: [],
  },
  listMyBookings: {
    method: 'get',
    path: '/me/bookings',
    summary: 'My bookings, those to come first',
    signedIn: true,
    status: 200,
    response: BookingList,
    refusals: [],
  },
  readOpenApi: {
    method: 'get',
    path: '/openapi.json',
    summary: 'This API, as OpenAPI 3.1',
    signedIn: false,
    status: 200,
    refusals: [],
  },
} as const satisfies Record<string, Route>
