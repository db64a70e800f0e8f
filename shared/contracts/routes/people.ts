import { CodeSent, MeChange, MeView, NewCode, NewSession, SelfView } from '../auth-views.ts'
import { MyBookings } from '../booking-views.ts'
import type { Route } from '../route.ts'

export const peopleRoutes = {
  sendCode: {
    method: 'post',
    path: '/auth/codes',
    summary: 'Send a sign-in code by mail, to be typed in the same browser',
    action: 'sign-in',
    body: NewCode,
    status: 202,
    response: CodeSent,
    refusals: ['too-many-codes'],
  },
  openSession: {
    method: 'post',
    path: '/auth/sessions',
    summary: 'Sign in with the code',
    action: 'sign-in',
    body: NewSession,
    status: 201,
    response: MeView,
    refusals: ['wrong-code', 'code-expired'],
  },
  closeSession: {
    method: 'delete',
    path: '/auth/sessions',
    summary: 'Sign out',
    action: 'sign-in',
    status: 204,
    refusals: [],
  },
  readMe: {
    method: 'get',
    path: '/me',
    summary: 'Who I am, and what I may do',
    action: 'be-oneself',
    status: 200,
    response: SelfView,
    refusals: [],
  },
  changeMe: {
    method: 'patch',
    path: '/me',
    summary: 'Change my name, the language of messages to me, or the weekly hours of my contract',
    action: 'be-oneself',
    body: MeChange,
    status: 200,
    response: MeView,
    refusals: [],
  },
  listMyBookings: {
    method: 'get',
    path: '/me/bookings',
    summary: 'My bookings and those of my associations, those to come first',
    action: 'be-oneself',
    status: 200,
    response: MyBookings,
    refusals: [],
  },
} as const satisfies Record<string, Route>
