import type { Route } from '../route.ts'
import { MyWaits, NewWait, WaitParam, WaitView } from '../wait-views.ts'

/** Free time that somebody waits for. */
export const waitRoutes = {
  waitForPlace: {
    method: 'post',
    path: '/waits',
    summary: 'Wait for free time on a day; what is free already is offered at once',
    action: 'book',
    body: NewWait,
    idempotent: true,
    status: 201,
    response: WaitView,
    refusals: [
      'not-found',
      'name-missing',
      'use-not-offered',
      'too-many-places',
      'too-short',
      'too-long',
      'past',
      'beyond-horizon',
      'outside-opening',
      'quota-reached',
      'conditions-missing',
      'insurance-missing',
    ],
  },
  readWait: {
    method: 'get',
    path: '/waits/:id',
    summary: 'What I wait for, and how many are before me',
    action: 'read-wait',
    params: WaitParam,
    status: 200,
    response: WaitView,
    refusals: ['not-found'],
  },
  leaveWait: {
    method: 'delete',
    path: '/waits/:id',
    summary: 'Wait no longer; again changes nothing',
    action: 'change-wait',
    params: WaitParam,
    status: 200,
    response: WaitView,
    refusals: ['not-found', 'not-waiting'],
  },
  listMyWaits: {
    method: 'get',
    path: '/me/waits',
    summary: 'What I wait for, and apart from it each association of mine, from today on',
    action: 'be-oneself',
    status: 200,
    response: MyWaits,
    refusals: [],
  },
} as const satisfies Record<string, Route>
