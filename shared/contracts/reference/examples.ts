import type * as z from 'zod'
import type { Route, routes } from '../routes.ts'

type Routes = typeof routes
type Told<R> = R extends { readonly response: infer V extends z.ZodType } ? z.input<V> : never
type Asked<R> = R extends { readonly body: infer V extends z.ZodType } ? z.input<V> : never

type Example<R extends Route> = {
  readonly parameters?: Readonly<Record<string, string>>
  readonly body?: Asked<R>
  readonly answer?: Told<R>
}

const place = {
  id: '09410A',
  name: 'Montmirail',
  kind: 'post-office',
  address: '9 rue Lucien Mathieu',
  postcode: '51210',
  commune: 'Montmirail',
  departement: '51',
  position: { lat: 48.8713, lon: 3.5391 },
  uses: ['desk', 'room'],
} as const

const summary = {
  ...place,
  uses: [...place.uses],
  lends: [{ use: 'desk' as const, most: 4 }],
  free: true,
  stepFree: true,
  access: ['counter-staff' as const],
}

const locality = {
  code: '51380',
  kind: 'commune' as const,
  name: 'Montmirail',
  postcodes: ['51210'],
  departement: '51',
  departementName: 'Marne',
}

const space = {
  id: 'bureau',
  name: 'Bureau partagé',
  amenities: ['wifi' as const],
  access: { kind: 'counter-staff' as const },
  price: { per: 'free' as const },
}

const site = {
  ...place,
  uses: [...place.uses],
  phone: '3631',
  timeZone: 'Europe/Paris',
  today: '2026-11-23',
  spaces: [
    {
      ...space,
      capacity: 4,
      uses: ['desk' as const],
      workshops: false,
      features: [],
      shortestMinutes: 60,
      longestMinutes: 480,
      noticeMinutes: 0,
      horizonDays: 60,
      gridMinutes: 30,
      otherTerms: [],
    },
  ],
  closures: [],
}

const week = {
  site: '09410A',
  days: [
    {
      date: '2026-11-24',
      holiday: false,
      counter: [['14:00', '18:00'] as [string, string]],
      spaces: [
        {
          space: 'bureau',
          open: [['08:00', '14:00'] as [string, string]],
          free: [{ start: '08:00', end: '12:00', places: 4 }],
          shortestMinutes: 60,
          longestMinutes: 480,
          gridMinutes: 30,
        },
      ],
    },
  ],
}

const booking = {
  id: '0a1b2c3d4e5f6g7h8i9j',
  reference: 'K7QF-2M',
  status: 'confirmed' as const,
  site: {
    id: '09410A',
    name: 'Montmirail',
    address: '9 rue Lucien Mathieu',
    postcode: '51210',
    commune: 'Montmirail',
    phone: '3631',
    timeZone: 'Europe/Paris',
  },
  space,
  date: '2026-11-24',
  start: '08:00',
  end: '12:00',
  use: 'desk' as const,
  places: 1,
  holderName: 'Camille',
  begun: false,
  cancellable: true,
}

const here = { site: '09410A' }
const mine = { id: booking.id }

/** One of each kind of place and booking that partners meet. Tests hold them to the schemas. */
export const EXAMPLES: { readonly [N in keyof Routes]?: Example<Routes[N]> } = {
  searchSites: {
    parameters: { q: 'Montmirail', use: 'desk' },
    answer: {
      total: 1,
      sites: [summary],
      lenders: [summary],
      around: {
        name: 'Montmirail',
        departementName: 'Marne',
        locality,
        position: place.position,
        others: [],
      },
    },
  },
  searchLocalities: { parameters: { q: 'Montmirail' }, answer: { localities: [locality] } },
  searchCounters: {
    parameters: { near: '48.87,3.54' },
    answer: { counters: [{ site: summary, openUntil: '18:00' }] },
  },
  readSite: { parameters: here, answer: site },
  readSiteWeek: { parameters: here, answer: { site, week } },
  readAvailability: { parameters: { ...here, from: '2026-11-24', days: '1' }, answer: week },
  bookSpace: {
    body: {
      site: '09410A',
      space: 'bureau',
      date: '2026-11-24',
      start: '08:00',
      end: '12:00',
      use: 'desk',
      places: 1,
    },
    answer: booking,
  },
  readBooking: { parameters: mine, answer: booking },
  moveBooking: {
    parameters: mine,
    body: { start: '09:00', end: '12:00' },
    answer: { ...booking, start: '09:00' },
  },
  cancelBooking: {
    parameters: mine,
    answer: { ...booking, status: 'cancelled', cause: 'holder', cancellable: false },
  },
  listMyBookings: { answer: { bookings: [booking], associations: [] } },
}
