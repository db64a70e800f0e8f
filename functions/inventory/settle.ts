import type { Booking, HolderId } from '../../shared/domain/booking.ts'
import { type BookingChange, cancelled, hasLapsed, isStanding } from '../../shared/domain/booking-change.ts'
import type { LocalDate } from '../../shared/domain/local-date.ts'
import type { SiteId } from '../../shared/domain/site.ts'
import { seatIn } from '../../shared/domain/workshop.ts'
import { ContentionError } from '../../shared/store/contention.ts'
import { retryContended } from '../../shared/store/retry.ts'
import { type FreedDay, type OfferDeps, type PlannedOffer, planOffers } from './plan-offers.ts'

const freedDays = (changes: readonly BookingChange[]): FreedDay[] => {
  const freed = changes.flatMap(({ from }) => (from && isStanding(from) ? [from] : []))
  const days = freed.map((booking) => ({ site: booking.site, date: booking.date, workshop: seatIn(booking) }))
  return [...new Map(days.map((day) => [`${day.site} ${day.date} ${day.workshop}`, day])).values()]
}

const writeWithOffers = async (
  days: readonly FreedDay[],
  changes: readonly BookingChange[],
  deps: OfferDeps,
): Promise<readonly PlannedOffer[]> => {
  const offers: PlannedOffer[] = []
  for (const day of days) {
    const sofar = [...changes, ...offers.map(({ booking }) => ({ to: booking }))]
    const others = await planOffers(day, sofar, deps)
    offers.push(...others.filter(({ wait }) => !offers.some((each) => each.wait.id === wait.id)))
  }
  const all = [...changes, ...offers.map(({ booking }) => ({ to: booking }))]
  if (all.length === 0) return []
  const served = offers.map(({ wait, booking }) => ({ wait, booking: booking.id }))
  const conflict = await deps.bookings.change(all, deps.now(), served)
  if (conflict) throw new ContentionError(conflict)
  return offers
}

/**
 * Makes some changes of bookings, and in the same transaction holds what they free for whoever waits for it first: no
 * newcomer comes between. Throws ContentionError when something was not as it was read.
 */
export const settle = async (changes: readonly BookingChange[], deps: OfferDeps): Promise<void> => {
  await writeWithOffers(freedDays(changes), changes, deps)
}

/** Offers what is free on a date of a site to whoever waits for it; again and again, until nobody fits any more. */
export const offerWhatIsFree = async (day: FreedDay, deps: OfferDeps): Promise<void> => {
  while ((await retryContended(() => writeWithOffers([day], [], deps))).length > 0);
}

/** Ends what nobody has answered in time; false when it is not so, or when somebody did something else with it meanwhile. */
export const endLapsed = async (booking: Booking, deps: OfferDeps): Promise<boolean> => {
  if (!hasLapsed(booking, deps.now())) return false
  try {
    await settle([{ from: booking, to: cancelled(booking, 'lapsed') }], deps)
    return true
  } catch (error) {
    if (error instanceof ContentionError) return false
    throw error
  }
}

/**
 * What is held beyond its time takes no place, whether or not somebody has tidied it away: ends what stands in the way
 * of a wish on a date, at a site and in its holder's own day. Answers whether there was any.
 */
export const endLapsedOn = async (
  { site, date, holder }: { readonly site: SiteId; readonly date: LocalDate; readonly holder: HolderId },
  deps: OfferDeps,
): Promise<boolean> => {
  const now = deps.now()
  const [held, own] = await Promise.all([
    deps.bookings.listHolds(site, date, date),
    deps.bookings.listOwnDay(holder, date),
  ])
  const lapsed = new Set([
    ...held.filter(({ until }) => until <= now).map(({ id }) => id),
    ...own.filter((booking) => hasLapsed(booking, now)).map(({ id }) => id),
  ])
  let any = false
  for (const id of lapsed) {
    const booking = await deps.bookings.findBooking(id)
    if (!booking || !hasLapsed(booking, now)) continue
    await endLapsed(booking, deps)
    any = true
  }
  return any
}
