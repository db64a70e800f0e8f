import type { Authorship } from '../../shared/domain/authorship.ts'
import type { Booking } from '../../shared/domain/booking.ts'
import { hasLapsed, hasStarted } from '../../shared/domain/booking-state.ts'
import { type ClosedDay, type Closure, closedAllocations, closedDates } from '../../shared/domain/closure.ts'
import { instantAt, localTimeAt } from '../../shared/domain/instant.ts'
import { isSameAllocations } from '../../shared/domain/lending.ts'
import type { Site } from '../../shared/domain/site.ts'
import { mustEnd, touchedByClosure } from '../../shared/domain/touched-bookings.ts'
import { retryContended } from '../../shared/store/retry.ts'
import type { LentSite } from '../../shared/store/site-store.ts'
import type { Dependencies } from '../dependencies.ts'
import type { BookingDependencies } from './booking-dependencies.ts'
import { endLapsed } from './commit-and-offer.ts'
import { type Ending, endBooking } from './end-booking.ts'
import { withFreshDirectory } from './replacement-search.ts'

export type ClosureDeps = BookingDependencies & Pick<Dependencies, 'listing'>

/** Asked before each step: what is left is finished by repeating. */
export type IsOutOfTime = () => boolean

/** The days of a closure, those that are closed already. */
export const closedDaysOf = async (closure: Closure, { closures }: ClosureDeps): Promise<ClosedDay[]> => {
  const days = await closures.listClosedDays(closure.site, closure.from, closure.to)
  return days.filter((day) => day.closure === closure.id)
}

/** False when no time was left for all of them. */
const closeDays = async (
  closure: Closure,
  { spaces }: LentSite,
  isOutOfTime: IsOutOfTime,
  deps: ClosureDeps,
) => {
  const done = new Set((await closedDaysOf(closure, deps)).map(({ date }) => date))
  for (const date of closedDates(closure).filter((each) => !done.has(each))) {
    if (isOutOfTime()) return false
    const allocations = closedAllocations(closure, spaces, date)
    const { id, reason } = closure
    const day: ClosedDay = { closure: id, date, reason, state: 'closed', allocations, touched: new Set() }
    await retryContended(() => deps.closures.closeDay(closure, day))
  }
  return true
}

/** The days of a closure that take places, from today on: what is over stays as it was. */
export const closedDaysToCome = async (
  closure: Closure,
  site: Site,
  deps: ClosureDeps,
): Promise<ClosedDay[]> => {
  const { date: today } = localTimeAt(deps.now(), site.timeZone)
  return (await closedDaysOf(closure, deps)).filter(({ date, state }) => state === 'closed' && date >= today)
}

/** Those of them that do not take what they should of the spaces as they are. */
const daysBehind = async (
  closure: Closure,
  { site, spaces }: LentSite,
  deps: ClosureDeps,
): Promise<ClosedDay[]> =>
  (await closedDaysToCome(closure, site, deps)).filter(
    ({ date, allocations }) => !isSameAllocations(allocations, closedAllocations(closure, spaces, date)),
  )

/** Spaces that change more often meanwhile are followed later. */
const MOST_ROUNDS = 10

/**
 * What is lent otherwise since its days were closed is closed too. False when no time was left for all of them, or when
 * they cannot be taken anew.
 */
const followSpaces = async (
  closure: Closure,
  isOutOfTime: IsOutOfTime,
  deps: ClosureDeps,
): Promise<boolean> => {
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const lent = await deps.sites.findSite(closure.site, { consistent: true })
    const behind = lent ? await daysBehind(closure, lent, deps) : []
    if (!lent || behind.length === 0) return true
    for (const day of behind) {
      if (isOutOfTime()) return false
      const allocations = closedAllocations(closure, lent.spaces, day.date)
      await retryContended(() => deps.closures.replaceAllocations(closure.site, day, allocations))
    }
  }
  return false
}

/** What nobody has answered in time crowds nobody out. False when no time was left for all of it. */
const endLapsedWithin = async ({ site, from, to }: Closure, isOutOfTime: IsOutOfTime, deps: ClosureDeps) => {
  const active = await deps.bookings.listSiteBookings(site, from, to)
  for (const lapsed of active.filter((each) => hasLapsed(each, deps.now()))) {
    if (isOutOfTime()) return false
    await endLapsed(lapsed, deps)
  }
  return true
}

type Touched = { readonly day: ClosedDay; readonly bookings: readonly Booking[] }

/** Complete: nothing new is booked where all days are closed. */
const findTouched = async (closure: Closure, site: Site, deps: ClosureDeps): Promise<Touched[]> => {
  const now = deps.now()
  const days = await closedDaysToCome(closure, site, deps)
  const all = await deps.bookings.listSiteBookings(site.id, closure.from, closure.to)
  const active = Map.groupBy(
    all.filter(({ date, end }) => instantAt(date, end, site.timeZone) > now),
    ({ date }) => date,
  )
  return days
    .map((day) => ({ day, bookings: touchedByClosure(closure, day.allocations, active.get(day.date) ?? []) }))
    .filter(({ bookings }) => bookings.length > 0)
}

/** Whether the spaces or whoever stands there are no longer as a closure left them. */
export const isToBeginAgain = async (closure: Closure, lent: LentSite, deps: ClosureDeps): Promise<boolean> =>
  (await daysBehind(closure, lent, deps)).length > 0 ||
  (await findTouched(closure, lent.site, deps)).length > 0

/** Noted before anything is done about it. */
const noteTouched = async (closure: Closure, site: Site, deps: ClosureDeps): Promise<Touched[]> => {
  const touched = await findTouched(closure, site, deps)
  for (const { day, bookings } of touched) {
    const ids = bookings.map(({ id }) => id)
    await deps.closures.noteTouched(site.id, day, ids)
  }
  return touched
}

const findAgain = async (closure: Closure, { closures }: ClosureDeps): Promise<Closure> =>
  (await closures.findClosure(closure.site, closure.id))?.closure ?? closure

/** Whoever closed has ended what stood in the way, whoever finishes it. */
const authorshipOf = ({ closedBy: by, as }: Closure): Authorship => ({
  by,
  action: 'close',
  ...(as && { as }),
})

/** False when no time was left for all of them, or when it is reopened meanwhile. */
const endTouched = async (
  closure: Closure,
  { site }: LentSite,
  isOutOfTime: IsOutOfTime,
  deps: ClosureDeps,
) => {
  // Whoever a closing has left where they are is not sent away in the middle by what is lent otherwise afterwards.
  const stays = (booking: Booking) => closure.begun !== undefined && hasStarted(booking, site, deps.now())
  const anew = withFreshDirectory(deps)
  for (const { day, bookings } of await noteTouched(closure, site, deps)) {
    const ending: Ending = {
      ...{ site, cause: 'closure', note: closure.reason, authorship: authorshipOf(closure) },
      isInTheWay: (booking) => mustEnd(closure, day, booking) && !stays(booking),
      noteSeats: (ids) => deps.closures.noteTouched(site.id, day, ids),
    }
    for (const { id } of bookings) {
      if (isOutOfTime() || (await findAgain(closure, deps)).state !== 'closing') return false
      await endBooking(id, ending, anew)
    }
  }
  return true
}

/**
 * Closes each date of a closure, after which nothing new is booked there, neither of what is lent meanwhile; then lists
 * all that stands in its way, and ends it one by one, unless it is reopened meanwhile. What was done before is not done
 * again. Answers the closure as it is then: still `closing` when no time was left.
 */
export const finishClosure = async (
  closure: Closure,
  isOutOfTime: IsOutOfTime,
  deps: ClosureDeps,
): Promise<Closure> => {
  const lent = await deps.sites.findSite(closure.site, { consistent: true })
  if (!lent) return closure
  const isDone =
    (await closeDays(closure, lent, isOutOfTime, deps)) &&
    (await followSpaces(closure, isOutOfTime, deps)) &&
    (await endLapsedWithin(closure, isOutOfTime, deps)) &&
    (await endTouched(closure, lent, isOutOfTime, deps))
  if (isDone) await deps.closures.noteClosed(closure)
  return findAgain(closure, deps)
}
