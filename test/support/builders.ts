import type { Booking, BookingStatus } from '../../shared/domain/booking.ts'
import type { CounterHours } from '../../shared/domain/counter-hours.ts'
import type { BookingId, HolderId, SiteId, SpaceId, WorkshopId } from '../../shared/domain/ids.ts'
import { type Instant, instantAt, type TimeZone } from '../../shared/domain/instant.ts'
import type { ListedSpace } from '../../shared/domain/listed-space.ts'
import { type LocalDate, parseLocalDate } from '../../shared/domain/local-date.ts'
import type { Opening } from '../../shared/domain/opening.ts'
import { parseQuarter, type Quarter, quarter } from '../../shared/domain/quarter.ts'
import type { QuarterRange } from '../../shared/domain/quarter-range.ts'
import type { Site } from '../../shared/domain/site.ts'
import { FREE, NO_BUFFERS, type Space } from '../../shared/domain/space.ts'
import type { Workshop } from '../../shared/domain/workshop.ts'

const known = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('a builder was given a value that does not exist')
  return value
}

export const date = (text: string): LocalDate => known(parseLocalDate(text))
export const time = (text: string): Quarter => known(parseQuarter(text))
/** `"08:00-12:00"` */
export const range = (text: string): QuarterRange => ({
  start: time(text.slice(0, 5)),
  end: time(text.slice(6)),
})

export const PARIS = 'Europe/Paris' as TimeZone

/** Saturday 21 November 2026, 10:00 in Paris: the default present of all tests. */
export const NOW: Instant = instantAt(date('2026-11-21'), quarter(40), PARIS)
/** A Tuesday soon after. */
export const TUESDAY = date('2026-11-24')

/** The deadline of an answer that is asked for now: Monday, when the counter closes. */
export const MONDAY_EVENING: Instant = instantAt(date('2026-11-23'), quarter(72), PARIS)

/** Open Monday to Friday from 14:00 to 18:00, closed on public holidays. */
export const AFTERNOONS: CounterHours = {
  weekly: [...Array.from({ length: 5 }, () => [[840, 1080] as const]), [], []],
  onHolidays: [],
  exceptions: {},
}

export const aSite = (changes: Partial<Site> = {}): Site => ({
  id: '09410A' as SiteId,
  name: 'Montmirail',
  kind: 'post-office',
  address: '9 rue Lucien Mathieu',
  postcode: '51210',
  commune: 'Montmirail',
  insee: '51380',
  departement: '51',
  timeZone: PARIS,
  phone: '3631',
  position: { lat: 48.871287, lon: 3.539091 },
  counter: AFTERNOONS,
  ...changes,
})

export const anOpening = (changes: Partial<Opening> = {}): Opening => ({
  basis: 'idle',
  window: range('08:00-20:00'),
  weekdays: [1, 2, 3, 4, 5, 6],
  from: date('2026-01-01'),
  onHolidays: false,
  ...changes,
})

export const aSpace = (changes: Partial<Space> = {}): Space => ({
  id: 'bureau' as SpaceId,
  name: 'Bureau partagé',
  capacity: 5,
  uses: ['desk', 'room'],
  workshops: false,
  amenities: ['wifi'],
  features: [],
  access: { kind: 'open' },
  openings: [anOpening()],
  limits: { noticeMinutes: 30, horizonDays: 60, shortestQuarters: 4, longestQuarters: 48 },
  buffers: NO_BUFFERS,
  parts: [],
  overlappingSpaces: [],
  price: FREE,
  ...changes,
})

/** Lent from Monday to Saturday, until 20:00. */
export const aListedSpace = (changes: Partial<ListedSpace> = {}): ListedSpace => ({
  uses: ['desk'],
  most: 5,
  stepFree: false,
  free: true,
  access: 'open',
  ends: [...Array<Quarter>(6).fill(quarter(80)), quarter(0)],
  ...changes,
})

/** Six seats on Tuesday morning. */
export const aWorkshop = (changes: Partial<Workshop> = {}): Workshop => ({
  id: 'wwwwwwwwwwwwwwwwwwww' as WorkshopId,
  site: '09410A' as SiteId,
  departement: '51',
  space: 'bureau' as SpaceId,
  date: TUESDAY,
  ...range('10:00-12:00'),
  title: 'Premiers pas sur internet',
  mediator: 'mmmmmmmmmmmmmmmmmmmm' as HolderId,
  mediatorName: 'Sophie',
  seats: 6,
  room: 'rrrrrrrrrrrrrrrrrrrr' as BookingId,
  status: 'planned',
  revision: 0,
  createdAt: NOW,
  ...changes,
})

const STATE_FIELDS: Record<BookingStatus, object> = {
  requested: { until: MONDAY_EVENING },
  offered: { until: MONDAY_EVENING },
  confirmed: {},
  attended: {},
  'no-show': {},
  cancelled: { cause: 'holder' },
}

export type BookingChanges<Status = BookingStatus> = {
  readonly [Field in Exclude<keyof Booking, 'status'>]?: Booking[Field]
} & { readonly status?: Status }

/** Out of 5 places. */
export const aBooking = <Status extends BookingStatus = 'confirmed'>(
  changes: BookingChanges<Status> = {},
): Booking & { readonly status: Status } => {
  const booking = {
    ...STATE_FIELDS[changes.status ?? 'confirmed'],
    id: '0123456789abcdefghjk' as BookingId,
    holder: 'hhhhhhhhhhhhhhhhhhhh' as HolderId,
    site: '09410A' as SiteId,
    space: 'bureau' as SpaceId,
    date: TUESDAY,
    ...range('08:00-12:00'),
    places: 1,
    use: 'desk' as const,
    channel: 'web' as const,
    status: 'confirmed' as const,
    createdAt: NOW,
    revision: 0,
    ...changes,
  }
  const { space, date: day, start, end, places } = booking
  return { allocations: [{ space, date: day, start, end, places, capacity: 5 }], ...booking } as Booking & {
    readonly status: Status
  }
}
