import { NewAcceptance, NewApproval, NewCancellation, RequestList } from '../answer-views.ts'
import { BookingParam, BookingView } from '../booking-views.ts'
import type { Route } from '../route.ts'
import { SiteParam } from '../site-views.ts'

export const answerRoutes = {
  listRequests: {
    method: 'get',
    path: '/sites/:site/requests',
    summary: 'What awaits approval at a site, soonest to be answered first: for who may approve',
    action: 'approve',
    params: SiteParam,
    status: 200,
    response: RequestList,
    refusals: ['not-found'],
  },
  approveRequest: {
    method: 'put',
    path: '/bookings/:id/approval',
    summary: 'Approve or refuse a request: for who may approve; the same answer again changes nothing',
    action: 'approve',
    params: BookingParam,
    body: NewApproval,
    status: 200,
    response: BookingView,
    refusals: ['not-found', 'hold-ended', 'already-answered', 'not-requested'],
  },
  takeBack: {
    method: 'put',
    path: '/bookings/:id/cancellation',
    summary:
      'Cancel a booking as its place, with a reason that its holder is told: for staff; again changes nothing',
    action: 'act-for-others',
    params: BookingParam,
    body: NewCancellation,
    status: 200,
    response: BookingView,
    refusals: ['not-found', 'cancelled', 'already-started', 'of-workshop'],
  },
  answerOffer: {
    method: 'put',
    path: '/bookings/:id/acceptance',
    summary:
      'Take or leave what is offered: by its holder, or an agent of the site; the same again changes nothing',
    action: 'change-booking',
    params: BookingParam,
    body: NewAcceptance,
    status: 200,
    response: BookingView,
    refusals: ['not-found', 'hold-ended', 'already-answered', 'not-offered'],
  },
} as const satisfies Record<string, Route>
