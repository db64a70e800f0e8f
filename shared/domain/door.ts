import type { Booking, BookingStatus } from './booking.ts'
import type { BookingDetails } from './booking-details.ts'
import { addMinutes, type Instant, instantAt } from './instant.ts'
import { quarter } from './quarter.ts'
import type { Site } from './site.ts'
import type { Door } from './space.ts'

/** When a code opens its door; at `until` it does no more. */
export type DoorWindow = { readonly from: Instant; readonly until: Instant }

export const isSameWindow = (one: DoorWindow | undefined, other: DoorWindow | undefined): boolean =>
  one?.from === other?.from && one?.until === other?.until

/** Of a code, for whoever reads the booking: `withheld` from who may not know it, `awaited` while the door was not told. */
export const DOOR_CODE_STATES = ['later', 'shown', 'awaited', 'withheld'] as const
export type DoorCodeState = (typeof DOOR_CODE_STATES)[number]

const MINUTES_EARLY = 10
const OPENING: ReadonlySet<BookingStatus> = new Set(['confirmed', 'attended'])
const MIDNIGHT = quarter(0)

type When = Pick<Booking, 'date' | 'start' | 'end'>

/** From ten minutes before the start to the end, as time passes. What is kept free around a use is not its holder's. */
export const doorWindowOf = (
  { date, start, end }: When,
  { timeZone }: Pick<Site, 'timeZone'>,
): DoorWindow => ({
  from: addMinutes(instantAt(date, start, timeZone), -MINUTES_EARLY),
  until: instantAt(date, end, timeZone),
})

/** The keypad of the space that is booked. A seat is of a room that its mediator opens. */
export const keypadOf = ({ booking, space }: Pick<BookingDetails, 'booking' | 'space'>): Door | undefined =>
  space?.access.kind === 'door-code' && space.id === booking.space ? space.access.door : undefined

/** Whether a booking opens a door where there is one. */
export const isOpening = ({ status }: Pick<Booking, 'status'>): boolean => OPENING.has(status)

/** The keypad that a booking opens, as it stands. */
export const doorOf = (details: Pick<BookingDetails, 'booking' | 'space'>): Door | undefined =>
  isOpening(details.booking) ? keypadOf(details) : undefined

/** Whether it is late enough to show a code: the day itself, or from when it opens if that is the evening before. */
const isTheDay = (when: When, site: Pick<Site, 'timeZone'>, now: Instant): boolean =>
  now >= Math.min(instantAt(when.date, MIDNIGHT, site.timeZone), doorWindowOf(when, site).from)

type Seen = Pick<BookingDetails, 'booking' | 'site'> & { readonly mayKnow: boolean; readonly now: Instant }

/** What somebody learns of a code; undefined once it opens nothing any more. `shown` only when the door was told. */
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

/** Whether a code is one that people try first: each digit as far from the one before, as in `1111`, `123456`, `9753`. */
export const isEasilyGuessed = (code: string): boolean => {
  const digits = [...code].map(Number)
  const steps = digits.slice(1).map((digit, at) => (digit - (digits[at] ?? 0) + 10) % 10)
  return steps.every((step) => step === steps[0])
}
