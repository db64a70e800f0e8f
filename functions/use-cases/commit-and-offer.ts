import { isSameAllocations } from '../../shared/domain/allocation.ts'
import type { Booking } from '../../shared/domain/booking.ts'
import type { BookingChange } from '../../shared/domain/booking-change.ts'
import { cancelled, hasLapsed, isActive } from '../../shared/domain/booking-state.ts'
import type { BookingId, HolderId, SiteId } from '../../shared/domain/ids.ts'
import type { LocalDate } from '../../shared/domain/local-date.ts'
import type { WaitlistEntry } from '../../shared/domain/waitlist.ts'
import { seatIn } from '../../shared/domain/workshop.ts'
import { ContentionError, isBusy } from '../../shared/store/contention.ts'
import { retryContended } from '../../shared/store/retry.ts'
import type { BookingDependencies } from './booking-dependencies.ts'
import type { InTheWay } from './explain-refusal.ts'
import { changeOf, type FreedDay, type OfferPlan, planOffers } from './plan-offers.ts'

const stillTakes = (from: Booking, to: Booking): boolean =>
  isActive(to) && isSameAllocations(from.allocations, to.allocations)

/** Bookings that free units, in their previous state. */
const freedBy = (changes: readonly BookingChange[]): Booking[] =>
  changes.flatMap(({ from, to }) => (from && isActive(from) && !stillTakes(from, to) ? [from] : []))

const once = (days: readonly FreedDay[]): FreedDay[] => [
  ...new Map(
    days.map(({ site, date, workshop }) => [`${site} ${date} ${workshop}`, { site, date, workshop }]),
  ).values(),
]

const dayOf = (booking: Booking): FreedDay => ({ ...booking, workshop: seatIn(booking) })

/** What somebody waited for, and has now. */
export type Served = { readonly wait: WaitlistEntry; readonly booking: BookingId }

const writeWithOffers = async (
  days: readonly FreedDay[],
  changes: readonly BookingChange[],
  deps: BookingDependencies,
  had: readonly Served[] = [],
): Promise<readonly OfferPlan[]> => {
  const plans: OfferPlan[] = []
  const all = [...changes]
  for (const day of days) {
    const plan = await planOffers(day, all, deps)
    plans.push(plan)
    all.push(...plan.offers.map(changeOf))
  }
  if (all.length === 0) return plans
  const offered = plans.flatMap(({ offers }) =>
    offers.map(({ wait, booking }) => ({ wait, booking: booking.id })),
  )
  const conflict = await deps.bookings.change(all, deps.now(), {
    waitlists: plans.map(({ waitlist }) => waitlist),
    served: [...had, ...offered],
  })
  if (conflict) throw new ContentionError(conflict)
  return plans
}

/** Offers free units of a day to the waitlist until nobody fits. */
export const offerWhatIsFree = async (day: FreedDay, deps: BookingDependencies): Promise<void> => {
  let isFinished = false
  while (!isFinished) {
    const plans = await retryContended(() => writeWithOffers([day], [], deps))
    isFinished = plans.every(({ isWhole }) => isWhole)
  }
}

/**
 * Offers what did not fit into one transaction, and other sites' units to holders whose own day is freed. The
 * next freed unit or new wait there makes up for a missed offer.
 */
const offerTheRest = async (
  plans: readonly OfferPlan[],
  freed: readonly Booking[],
  deps: BookingDependencies,
) => {
  const waits = await Promise.all(freed.map(({ holder, date }) => deps.waitlist.listEntriesOn(holder, date)))
  const elsewhere = waits.flat().flatMap(({ sites, ...wait }) => sites.map((site) => ({ ...wait, site })))
  const cut = plans.filter(({ isWhole }) => !isWhole).map(({ waitlist }) => waitlist)
  for (const day of once([...cut, ...elsewhere])) await offerWhatIsFree(day, deps)
}

/**
 * Writes changes and, in the same transaction, holds freed units for the first people waiting, so that nobody
 * overtakes them. Throws ContentionError if something read has changed.
 */
export const commitAndOffer = async (
  changes: readonly BookingChange[],
  deps: BookingDependencies,
  had: readonly Served[] = [],
): Promise<void> => {
  const freed = freedBy(changes)
  const plans = await writeWithOffers(once(freed.map(dayOf)), changes, deps, had)
  await offerAfterwards(plans, freed, deps)
}

/** What one transaction could not offer; `freed` are the bookings that freed it, as they were. */
export const offerAfterwards = async (
  plans: readonly OfferPlan[],
  freed: readonly Booking[],
  deps: BookingDependencies,
): Promise<void> => {
  try {
    await offerTheRest(plans, freed, deps)
  } catch (error) {
    // The changes are written: a busy waitlist does not undo them.
    if (!isBusy(error)) throw error
  }
}

const endAll = async (lapsed: readonly Booking[], deps: BookingDependencies): Promise<boolean> => {
  try {
    await commitAndOffer(
      lapsed.map((from) => ({ from, to: cancelled(from, 'lapsed') })),
      deps,
    )
    return true
  } catch (error) {
    if (error instanceof ContentionError) return false
    throw error
  }
}

/** Answers false if the booking has not expired, or changed first. */
export const endLapsed = async (booking: Booking, deps: BookingDependencies): Promise<boolean> =>
  hasLapsed(booking, deps.now()) && endAll([booking], deps)

/** A transaction holds 100 items, an end needs about seven, its offers the rest. */
const ENDED_AT_ONCE = 6

type Wanted = {
  readonly site: SiteId
  readonly date: LocalDate
  readonly holder: HolderId
  /** Where a refusal says what is in the way, only that is looked at. */
  readonly refused?: InTheWay | undefined
}

/** Ends expired holds in the way of a request, at the site and in the own day. Answers whether any. */
export const endLapsedOn = async (
  { site, date, holder, refused }: Wanted,
  deps: BookingDependencies,
): Promise<boolean> => {
  const now = deps.now()
  const [held, own] = await Promise.all([
    refused === 'holder-busy' ? [] : deps.holds.listHolds(site, date, date),
    refused === 'taken' ? [] : deps.bookings.listOwnDay(holder, date),
  ])
  const ids = new Set([
    ...held.filter(({ until }) => until <= now).map(({ id }) => id),
    ...own.filter((booking) => hasLapsed(booking, now)).map(({ id }) => id),
  ])
  const found = await Promise.all([...ids].map((id) => deps.bookings.findBooking(id)))
  const lapsed = found.filter((each) => each !== undefined).filter((each) => hasLapsed(each, now))
  for (let at = 0; at < lapsed.length; at += ENDED_AT_ONCE)
    await endAll(lapsed.slice(at, at + ENDED_AT_ONCE), deps)
  return lapsed.length > 0
}
