import { isSameAllocations } from '../../shared/domain/allocation.ts'
import type { Authorship } from '../../shared/domain/authorship.ts'
import type { Booking } from '../../shared/domain/booking.ts'
import { hasLapsed, hasStarted } from '../../shared/domain/booking-state.ts'
import { type ClosedDay, type Closure, closedAllocations, closedDates } from '../../shared/domain/closure.ts'
import { instantAt, localTimeAt } from '../../shared/domain/instant.ts'
import type { Site } from '../../shared/domain/site.ts'
import { mustEnd, touchedByClosure } from '../../shared/domain/touched-bookings.ts'
import { retryContended } from '../../shared/store/retry.ts'
import type { LentSite } from '../../shared/store/site-store.ts'
import type { Dependencies } from '../dependencies.ts'
import type { BookingDependencies } from './booking-dependencies.ts'
import { endLapsed } from './commit-and-offer.ts'
import { type Ending, endBooking } from './end-booking.ts'
import { withFreshDirectory } from './replacement-search.ts'

export type ClosureDeps = BookingDependencies & Pick<Dependencies, 'closures' | 'listing' | 'freshDirectory'>

/** Checked before each step; repeating finishes the rest. */
export type IsOutOfTime = () => boolean

export const closedDaysOf = async (closure: Closure, { closedDays }: ClosureDeps): Promise<ClosedDay[]> => {
  const days = await closedDays.listClosedDays(closure.site, closure.from, closure.to)
  return days.filter((day) => day.closure === closure.id)
}

/** Answers false when time ran out. */
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

/** Closed days from today on: past ones stay. */
export const closedDaysToCome = async (
  closure: Closure,
  site: Site,
  deps: ClosureDeps,
): Promise<ClosedDay[]> => {
  const { date: today } = localTimeAt(deps.now(), site.timeZone)
  return (await closedDaysOf(closure, deps)).filter(({ date, state }) => state === 'closed' && date >= today)
}

/** Days whose allocations no longer match the spaces. */
const daysBehind = async (
  closure: Closure,
  { site, spaces }: LentSite,
  deps: ClosureDeps,
): Promise<ClosedDay[]> =>
  (await closedDaysToCome(closure, site, deps)).filter(
    ({ date, allocations }) => !isSameAllocations(allocations, closedAllocations(closure, spaces, date)),
  )

/** Later runs follow spaces that change more often. */
const MOST_ROUNDS = 10

/** Closes again where spaces have changed. Answers false when time ran out or units cannot be taken. */
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

/** Expired holds keep nobody out. Answers false when time ran out. */
const endLapsedWithin = async ({ site, from, to }: Closure, isOutOfTime: IsOutOfTime, deps: ClosureDeps) => {
  const active = await deps.bookings.listSiteBookings(site, from, to)
  for (const lapsed of active.filter((each) => hasLapsed(each, deps.now()))) {
    if (isOutOfTime()) return false
    await endLapsed(lapsed, deps)
  }
  return true
}

type Touched = { readonly day: ClosedDay; readonly bookings: readonly Booking[] }

/** Complete, since closed days accept no booking. */
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

/** Whether spaces or bookings have changed since the closing finished. */
export const isToBeginAgain = async (closure: Closure, lent: LentSite, deps: ClosureDeps): Promise<boolean> =>
  (await daysBehind(closure, lent, deps)).length > 0 ||
  (await findTouched(closure, lent.site, deps)).length > 0

/** Touched bookings are noted before any of them ends. */
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

/** The person who closed is the author, even if another run finishes. */
const authorshipOf = ({ closedBy: by, as }: Closure): Authorship => ({
  by,
  action: 'close',
  ...(as && { as }),
})

/** Answers false when time ran out, or the closure is being reopened. */
const endTouched = async (
  closure: Closure,
  { site }: LentSite,
  isOutOfTime: IsOutOfTime,
  deps: ClosureDeps,
) => {
  // Bookings that a finished closing has left in place are not ended once they have started.
  const stays = (booking: Booking) => closure.begun !== undefined && hasStarted(booking, site, deps.now())
  const freshDeps = withFreshDirectory(deps)
  for (const { day, bookings } of await noteTouched(closure, site, deps)) {
    const ending: Ending = {
      ...{ site, cause: 'closure', note: closure.reason, authorship: authorshipOf(closure) },
      isInTheWay: (booking) => mustEnd(closure, day, booking) && !stays(booking),
      noteSeats: (ids) => deps.closures.noteTouched(site.id, day, ids),
    }
    for (const { id } of bookings) {
      if (isOutOfTime() || (await findAgain(closure, deps)).state !== 'closing') return false
      await endBooking(id, ending, freshDeps)
    }
  }
  return true
}

/**
 * Closes each date, so that nothing new is booked there, then notes touched bookings and ends them one by
 * one. Repeating continues. Answers the closure, still `closing` when time ran out.
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
