import type { Booking } from './booking.ts'
import { isRoom } from './booking-change.ts'
import { NOBODY } from './ids.ts'
import { type Instant, instantAt, instantOf, type TimeZone } from './instant.ts'
import { addDays } from './local-date.ts'

/** The same hour two days before, and the morning of the day. */
export const REMINDER_KINDS = ['two-days', 'morning'] as const

export type ReminderKind = (typeof REMINDER_KINDS)[number]

/** When somebody is reminded of a booking. */
export type Reminder = { readonly kind: ReminderKind; readonly at: Instant }

const DAYS_BEFORE = 2
/** Seven o’clock. */
const MORNING_MINUTE = 7 * 60

/** Who leads a workshop has their week instead. */
const isReminded = (booking: Booking): boolean =>
  booking.status === 'confirmed' && booking.holder !== NOBODY && !isRoom(booking)

/** By the clock of the site; none once a booking has begun. */
export const remindersOf = (booking: Booking, zone: TimeZone): Reminder[] => {
  if (!isReminded(booking)) return []
  const { date, start } = booking
  const begins = instantAt(date, start, zone)
  const all: Reminder[] = [
    { kind: 'two-days', at: instantAt(addDays(date, -DAYS_BEFORE), start, zone) },
    { kind: 'morning', at: instantOf({ date, minute: MORNING_MINUTE }, zone) },
  ]
  return all.filter(({ at }) => at < begins)
}

/** False for one that was set before the booking moved, ended or began, or whose next one is due. */
export const isStillToRemind = (
  { kind, at }: Reminder,
  booking: Booking,
  zone: TimeZone,
  now: Instant,
): boolean => {
  const all = remindersOf(booking, zone)
  return (
    instantAt(booking.date, booking.start, zone) > now &&
    all.some((each) => each.kind === kind && each.at === at) &&
    !all.some((each) => each.at > at && each.at <= now)
  )
}
