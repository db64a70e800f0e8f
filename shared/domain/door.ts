import type { Booking, BookingStatus } from './booking.ts'
import type { BookingDetails } from './booking-details.ts'
import { addMinutes, type Instant, instantAt } from './instant.ts'
import { quarter } from './quarter.ts'
import type { Site } from './site.ts'
import type { Access, Door } from './space.ts'

export type DoorWindow = { readonly from: Instant; readonly until: Instant }

export const isSameWindow = (one: DoorWindow | undefined, other: DoorWindow | undefined): boolean =>
  one?.from === other?.from && one?.until === other?.until

/** `withheld`: the reader may not know it; `awaited`: the door does not have it yet. */
export const DOOR_CODE_STATES = ['later', 'shown', 'awaited', 'withheld'] as const
export type DoorCodeState = (typeof DOOR_CODE_STATES)[number]

const MINUTES_EARLY = 10
const OPENING: ReadonlySet<BookingStatus> = new Set(['confirmed', 'attended'])
const MIDNIGHT = quarter(0)

type When = Pick<Booking, 'date' | 'start' | 'end'>

/** It opens ten minutes before the start and closes at the end; buffers are not the holder's. */
export const doorWindowOf = (
  { date, start, end }: When,
  { timeZone }: Pick<Site, 'timeZone'>,
): DoorWindow => ({
  from: addMinutes(instantAt(date, start, timeZone), -MINUTES_EARLY),
  until: instantAt(date, end, timeZone),
})

export const keypadIn = (access: Access): Door | undefined =>
  access.kind === 'door-code' ? access.door : undefined

/** Seats have none: the mediator opens the room. */
export const keypadOf = ({ booking, space }: Pick<BookingDetails, 'booking' | 'space'>): Door | undefined =>
  space && space.id === booking.space ? keypadIn(space.access) : undefined

export const isOpening = ({ status }: Pick<Booking, 'status'>): boolean => OPENING.has(status)

export const doorOf = (details: Pick<BookingDetails, 'booking' | 'space'>): Door | undefined =>
  isOpening(details.booking) ? keypadOf(details) : undefined

/** A code shows on the day itself, or from its opening time if that is the evening before. */
const isTheDay = (when: When, site: Pick<Site, 'timeZone'>, now: Instant): boolean =>
  now >= Math.min(instantAt(when.date, MIDNIGHT, site.timeZone), doorWindowOf(when, site).from)

type Seen = Pick<BookingDetails, 'booking' | 'site'> & { readonly mayKnow: boolean; readonly now: Instant }

/** A code that opens nothing has no state; it is `shown` only once the door has it. */
export const doorCodeStateOf = (
  { booking, site, mayKnow, now }: Seen,
  told: DoorWindow | undefined,
): DoorCodeState | undefined => {
  const window = doorWindowOf(booking, site)
  if (window.until <= now) return undefined
  if (!mayKnow) return 'withheld'
  if (!isTheDay(booking, site, now)) return 'later'
  return isSameWindow(told, window) ? 'shown' : 'awaited'
}

/** People try equal steps first, as in `1111`, `123456` or `9753`. */
export const isEasilyGuessed = (code: string): boolean => {
  const digits = [...code].map(Number)
  const steps = digits.slice(1).map((digit, at) => (digit - (digits[at] ?? 0) + 10) % 10)
  return steps.every((step) => step === steps[0])
}
