import { BookingSearch, FoundBookings, KnownPeople, PersonSearch } from '../counter-views.ts'
import type { Route } from '../route.ts'
import { SiteParam } from '../site-views.ts'

/** A search is a body, since addresses end up in logs. */
export const counterRoutes = {
  searchBookings: {
    method: 'post',
    path: '/sites/:site/bookings/search',
    summary:
      'Standing bookings of a site from a week ago on, by whole words of a name, by phone or reference; few at most',
    action: 'act-for-others',
    params: SiteParam,
    body: BookingSearch,
    status: 200,
    response: FoundBookings,
    refusals: ['not-found'],
  },
  searchByPhone: {
    method: 'post',
    path: '/bookings/search',
    summary:
      'Standing bookings from a week ago on, at all sites served by telephone, by phone or reference; few at most',
    action: 'act-by-phone',
    body: BookingSearch,
    status: 200,
    response: FoundBookings,
    refusals: ['not-found'],
  },
  searchPeople: {
    method: 'post',
    path: '/sites/:site/people/search',
    summary:
      'Who gave that phone at a site before, among those without an e-mail; by telephone, at any site served so',
    action: 'act-for-others',
    params: SiteParam,
    body: PersonSearch,
    status: 200,
    response: KnownPeople,
    refusals: ['not-found'],
  },
} as const satisfies Record<string, Route>
