import type { BookingView } from '../../shared/contracts/booking-views.ts'
import type { SiteView } from '../../shared/contracts/site-views.ts'
import { type Choice, choiceOf } from '../availability/choice.ts'
import { type Days, freeOn, placesNeeded } from '../availability/next-times.ts'
import { freeStretchesOf } from '../availability/proposed-times.ts'
import { type Answer, api, ask } from '../kit/api-client.ts'
import { laterDate } from '../kit/later-date.ts'

const WEEK_DAYS = 7
const DAY_MS = 86_400_000

const isActive = ({ status }: BookingView): boolean => status !== 'cancelled' && status !== 'no-show'
const startOf = ({ date, start }: BookingView): string => `${date}T${start}`

const soonestFirst = (bookings: readonly BookingView[]): BookingView[] =>
  bookings.filter(isActive).sort((one, other) => (startOf(one) < startOf(other) ? -1 : 1))

/** The next booking; one that has begun stays until its end. `now` is local, such as `2026-11-24T08:30`. */
export const nextBooking = (bookings: readonly BookingView[], now: string): BookingView | undefined =>
  soonestFirst(bookings).find(({ date, end }) => `${date}T${end}` > now)

/** The latest booking of a desk or a room; a seat in a workshop comes but once. */
export const lastBooking = (bookings: readonly BookingView[]): BookingView | undefined =>
  soonestFirst(bookings).findLast(
    ({ status, workshop }) => !workshop && /^(confirmed|attended)$/.test(status),
  )

/** The next date of the same weekday, after today and after the booking itself. */
export const nextSameWeekday = (date: string, today: string): string => {
  const weeks = Math.floor((Date.parse(today) - Date.parse(date)) / DAY_MS / WEEK_DAYS) + 1
  return laterDate(date, WEEK_DAYS * Math.max(1, weeks))
}

/** The same space and hours on the first of these days that has the same weekday and is free. */
export const sameTimeIn = (
  days: Days,
  booking: BookingView,
  space: Parameters<typeof placesNeeded>[0],
): Choice | undefined => {
  const wanted = choiceOf(booking)
  const needed = placesNeeded(space, wanted.use, wanted.places)
  const day = days.find(
    (each) =>
      (Date.parse(each.date) - Date.parse(booking.date)) % (WEEK_DAYS * DAY_MS) === 0 &&
      freeStretchesOf(freeOn(each, wanted.space), needed).some(
        ([start, end]) => start <= wanted.start && wanted.end <= end,
      ),
  )
  return day && { ...wanted, date: day.date }
}

type Found = { readonly choice?: Choice | undefined }

/** Looks through four weeks; no choice when nothing is free, or the space is no longer lent. */
export const findSameTime = async (booking: BookingView): Promise<Answer<Found>> => {
  const site = await api.readSite(booking.site.id)
  if (!site.ok) return site
  const space = site.value.spaces.find(({ id }) => id === booking.space.id)
  return space ? findIn(site.value, booking, space) : { ok: true, value: {} }
}

const findIn = async (
  { id, today }: SiteView,
  booking: BookingView,
  space: SiteView['spaces'][number],
): Promise<Answer<Found>> => {
  const first = nextSameWeekday(booking.date, today)
  for (const from of [first, laterDate(first, 2 * WEEK_DAYS)]) {
    const read = await ask('GET /sites/:site/availability', [id], { query: { from, days: '14' } })
    if (!read.ok) return read
    const choice = sameTimeIn(read.value.days, booking, space)
    if (choice) return { ok: true, value: { choice } }
  }
  return { ok: true, value: {} }
}
