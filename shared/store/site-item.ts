import * as z from 'zod'
import type { CounterHours } from '../domain/counter-hours.ts'
import type { DoorId, SiteId, SpaceId } from '../domain/ids.ts'
import type { TimeZone } from '../domain/instant.ts'
import type { Weekday } from '../domain/local-date.ts'
import { OPENING_BASES } from '../domain/opening.ts'
import { PUBLICS } from '../domain/public.ts'
import { SITE_KINDS, type Site } from '../domain/site.ts'
import { AMENITIES, type Space, USES } from '../domain/space.ts'
import { branded, InstantItem, LocalDateItem, QuarterItem } from './branded.ts'
import { type Condition, when } from './expression.ts'

const MinuteRanges = z.array(z.tuple([z.int().min(0).max(1440), z.int().min(0).max(1440)]))

const CounterDayItem = z.union([z.literal('unknown'), MinuteRanges])

const CounterHoursItem = z.object({
  weekly: z.array(CounterDayItem).length(7),
  onHolidays: z.union([z.literal('as-usual'), CounterDayItem]),
  exceptions: z.record(z.string(), CounterDayItem),
  knownUntil: LocalDateItem.exactOptional(),
})

const SiteItem = z.object({
  id: branded<SiteId>(),
  name: z.string(),
  kind: z.enum(SITE_KINDS),
  parent: branded<SiteId>().exactOptional(),
  address: z.string(),
  postcode: z.string(),
  commune: z.string(),
  insee: z.string(),
  departement: z.string(),
  timeZone: branded<TimeZone>(),
  phone: z.string().exactOptional(),
  position: z.object({ lat: z.number(), lon: z.number() }).exactOptional(),
})

const OpeningItem = z.object({
  basis: z.enum(OPENING_BASES),
  window: z.object({ start: QuarterItem, end: QuarterItem }),
  weekdays: z.array(
    z
      .int()
      .min(1)
      .max(7)
      .transform((day) => day as Weekday),
  ),
  from: LocalDateItem,
  until: LocalDateItem.exactOptional(),
  onHolidays: z.boolean(),
  publics: z.array(z.enum(PUBLICS)).exactOptional(),
})

const SpaceIdItem = branded<SpaceId>()

const LimitsItem = z.object({
  noticeMinutes: z.int().min(0),
  horizonDays: z.int().min(0),
  shortestQuarters: z.int().min(1),
  longestQuarters: z.int().min(1),
  gridQuarters: z.int().min(1).max(96).exactOptional(),
  cancelBeforeMinutes: z.int().min(0).exactOptional(),
  takeBackNoticeDays: z.int().min(0).exactOptional(),
})

const FairUseItem = z.object({
  activeBookings: z.int().min(1).exactOptional(),
  hoursAWeek: z.int().min(1).exactOptional(),
  noShows: z.object({ most: z.int().min(1), days: z.int().min(1).max(366) }).exactOptional(),
})

const DoorItem = z.object({
  id: branded<DoorId>(),
  digits: z.int().min(4).max(8),
  byHand: z.literal(true).exactOptional(),
})

const NOTE = { note: z.string().exactOptional() }

const AccessItem = z.discriminatedUnion('kind', [
  z.object({ ...NOTE, kind: z.enum(['counter-staff', 'open']) }),
  z.object({
    ...NOTE,
    kind: z.literal('key-holder'),
    keeper: z.object({
      name: z.string(),
      address: z.string(),
      phone: z.string().exactOptional(),
      hours: z.array(MinuteRanges).length(7),
    }),
  }),
  z.object({ ...NOTE, kind: z.literal('door-code'), door: DoorItem.exactOptional() }),
  z.object({
    ...NOTE,
    kind: z.literal('host'),
    host: z.object({
      name: z.string(),
      phone: z.string().exactOptional(),
      callHoursBefore: z.int().min(1).exactOptional(),
    }),
  }),
])

const SpaceItem = z.object({
  id: SpaceIdItem,
  name: z.string(),
  capacity: z.int().min(1),
  uses: z.array(z.enum(USES)),
  workshops: z.boolean(),
  amenities: z.array(z.enum(AMENITIES)),
  features: z.array(z.string()),
  access: AccessItem,
  openings: z.array(OpeningItem),
  limits: LimitsItem,
  buffers: z.object({ beforeQuarters: z.int().min(0), afterQuarters: z.int().min(0) }),
  approval: z.object({ hours: z.int().min(1) }).exactOptional(),
  checkIn: z
    .object({ opensMinutes: z.int().min(0), closesMinutes: z.int().min(0), releases: z.boolean() })
    .exactOptional(),
  parts: z.array(SpaceIdItem),
  overlappingSpaces: z.array(
    z.object({ id: SpaceIdItem, capacity: z.int().min(1), sharedPlaces: z.int().min(1) }),
  ),
  fairUse: FairUseItem.exactOptional(),
  limitsFor: z.partialRecord(z.enum(PUBLICS), LimitsItem.exactPartial()).exactOptional(),
  price: z.discriminatedUnion('per', [
    z.object({ per: z.literal('free') }),
    z.object({ per: z.enum(['half-day', 'day']), cents: z.int().min(1) }),
  ]),
  revision: z.int().min(1).exactOptional(),
  consent: z.object({ at: InstantItem, until: LocalDateItem.exactOptional() }).exactOptional(),
  keypadHistory: z.object({ since: z.int().min(1), left: z.array(DoorItem) }).exactOptional(),
})

export const hoursOf = (item: unknown): CounterHours | undefined =>
  item === undefined
    ? undefined
    : CounterHoursItem.parse(JSON.parse(z.object({ counter: z.string() }).parse(item).counter))

export const siteOf = (item: unknown, hours: unknown): Site => {
  const counter = hoursOf(hours)
  return { ...SiteItem.parse(item), ...(counter && { counter }) }
}

export const spaceOf = (item: unknown): Space => SpaceItem.parse(item)

/** A space that never changed has no revision. */
export const isAtRevision = (revision: number | undefined): Condition =>
  revision === undefined ? when`attribute_not_exists(#revision)` : when`#revision = ${revision}`
