import { BookingParam } from '../booking-views.ts'
import { KeyChange, KeyList, KeyView } from '../key-views.ts'
import type { Route } from '../route.ts'
import { SiteParam } from '../site-views.ts'

export const keyRoutes = {
  listKeys: {
    method: 'get',
    path: '/sites/:site/keys',
    summary: 'Keys that are out at a site, since when too late, and those to hand out in the coming week',
    action: 'hand-keys',
    params: SiteParam,
    status: 200,
    response: KeyList,
    refusals: ['not-found'],
  },
  handKey: {
    method: 'put',
    path: '/bookings/:id/key',
    summary: 'Note that the key of a booking was handed out, or came back',
    action: 'hand-keys',
    params: BookingParam,
    body: KeyChange,
    status: 200,
    response: KeyView,
    refusals: ['not-found', 'key-not-needed', 'other-key-out', 'busy'],
  },
} as const satisfies Record<string, Route>
