import { isSameAllocations } from '../../shared/domain/allocation.ts'
import type { Booking } from '../../shared/domain/booking.ts'
import { type Closure, closedAllocations, isInForce } from '../../shared/domain/closure.ts'
import type { SiteId } from '../../shared/domain/ids.ts'
import { localTimeAt } from '../../shared/domain/instant.ts'
import { predatesKeypad } from '../../shared/domain/keypad.ts'
import {
  allocationsNow,
  grownAllocations,
  type LendingChange,
  type TouchedBooking,
  touchedByLending,
} from '../../shared/domain/lending.ts'
import { addDays } from '../../shared/domain/local-date.ts'
import { closureOfOutside, LONGEST_AHEAD_DAYS, takenAnew } from '../../shared/domain/outside-calendar.ts'
import type { ActingGrant } from '../../shared/domain/rights.ts'
import type { Space } from '../../shared/domain/space.ts'
import { seatIn } from '../../shared/domain/workshop.ts'
import { retryContended } from '../../shared/store/retry.ts'
import type { LentSite } from '../../shared/store/site-store.ts'
import {
  activeBookingsAt,
  changeKeypad,
  keepBooking,
  type LendingDeps,
  reallocate,
  yesterdayOf,
} from './change-active-bookings.ts'
import { offerWhatIsFree } from './commit-and-offer.ts'
import { endBooking } from './end-booking.ts'
import { closedDaysToCome, finishClosure, type IsOutOfTime, isToBeginAgain } from './finish-closure.ts'
import { listSite } from './list-site.ts'
import { withFreshDirectory } from './replacement-search.ts'

const isWhereItWas = (one: Booking, other: Booking): boolean =>
  (['space', 'date', 'start', 'end'] as const).every((part) => one[part] === other[part])

type Growing = {
  readonly before: LentSite
  readonly after: readonly Space[]
  readonly active: readonly Booking[]
}

/** Runs before a space grows: whole-space bookings take the new units first, so that nobody books between. */
export const growAllocations = async (
  { before, after, active }: Growing,
  deps: LendingDeps,
): Promise<void> => {
  for (const booking of active) {
    const [old, next] = [before.spaces, after].map((all) => all.find(({ id }) => id === booking.space))
    if (!old || !next || seatIn(booking)) continue
    const grown = (each: Booking) => grownAllocations(each.allocations, allocationsNow(each, next))
    if (!isSameAllocations(booking.allocations, grown(booking)))
      await reallocate(booking.id, { space: old, allocations: grown }, deps)
  }
  await growClosedDays({ ...before, spaces: after }, deps)
  await growOutsideDays({ ...before, spaces: after }, deps)
}

/** Starts yesterday, for every zone. */
const closuresInForce = ({ closures }: LentSite, deps: LendingDeps): Closure[] =>
  closures.filter((closure) => isInForce(closure) && closure.to >= yesterdayOf(deps))

const growClosedDays = async (lent: LentSite, deps: LendingDeps): Promise<void> => {
  for (const closure of closuresInForce(lent, deps)) {
    for (const day of await closedDaysToCome(closure, lent.site, deps)) {
      const allocations = grownAllocations(day.allocations, closedAllocations(closure, lent.spaces, day.date))
      if (!isSameAllocations(day.allocations, allocations))
        await retryContended(() => deps.closures.replaceAllocations(lent.site.id, day, allocations))
    }
  }
}

/** Each day that a calendar elsewhere takes takes the new places too. */
const growOutsideDays = async (
  { site: { id: site }, spaces }: LentSite,
  deps: LendingDeps,
): Promise<void> => {
  const from = yesterdayOf(deps)
  const days = await deps.closedDays.listClosedDays(site, from, addDays(from, LONGEST_AHEAD_DAYS + 2))
  for (const { id: space } of spaces) {
    const closure = closureOfOutside(site, space)
    for (const day of days.filter((each) => each.closure === closure)) {
      const allocations = grownAllocations(day.allocations, takenAnew(day, space, spaces))
      if (!isSameAllocations(day.allocations, allocations))
        await retryContended(() => deps.closures.replaceAllocations(site, day, allocations))
    }
  }
}

/**
 * Extends closures to their spaces' new units. People may have booked units that grew during a closing, or no
 * longer fit beside it: their bookings are touched too. Answers false when time ran out.
 */
const closeAgain = async (lent: LentSite, isOutOfTime: IsOutOfTime, deps: LendingDeps): Promise<boolean> => {
  for (const closure of closuresInForce(lent, deps)) {
    if (!(await isToBeginAgain(closure, lent, deps))) continue
    const again = await deps.closures.beginAgain(closure)
    if (again && (await finishClosure(again, isOutOfTime, deps)).state === 'closing') return false
  }
  return true
}

/** The owner of the premises ends lending by disagreeing with it. */
const actionOf = (as: ActingGrant | undefined) => (as?.role === 'owner' ? 'agree-to-lending' : 'lend-spaces')

const applyAnswer = async (
  { booking }: TouchedBooking,
  { answer, by, as, reason, site }: LendingChange & Pick<LentSite, 'site'>,
  deps: LendingDeps,
): Promise<void> => {
  if (answer === 'keep') return keepBooking(booking, deps)
  const isInTheWay = (each: Booking) => !each.kept && isWhereItWas(each, booking)
  await endBooking(
    booking.id,
    {
      ...{ site, cause: 'lending-changed', note: reason, isInTheWay, elsewhere: answer === 'elsewhere' },
      authorship: { by, action: actionOf(as), ...(as && { as }) },
    },
    deps,
  )
}

/**
 * Applies every unfinished lending change of a site: keeps, rehomes or ends touched bookings as their author
 * said, reallocates the rest, offers freed units, updates search. Answers false when time ran out; repeating
 * finishes it.
 */
export const applyLendingChange = async (
  id: SiteId,
  isOutOfTime: IsOutOfTime,
  deps: LendingDeps,
): Promise<boolean> => {
  const lending = await deps.lending.readLending(id)
  const pending = [...(lending?.changes ?? [])].filter(([, { done }]) => !done)
  if (!lending || pending.length === 0) return true
  const { site, spaces, changes } = lending
  const freshDeps = withFreshDirectory(deps)
  let active: readonly Booking[] = []
  for (const [of, change] of pending) {
    // Bookings that an earlier change ended leave their units to the next change.
    active = await activeBookingsAt(id, deps)
    const space = spaces.find((each) => each.id === of)
    if (!space) continue
    const facts = { site, spaces, now: deps.now() }
    for (const touched of touchedByLending(active, space, facts)) {
      if (isOutOfTime()) return false
      await applyAnswer(touched, { ...change, site }, freshDeps)
    }
  }
  for (const booking of active) {
    const space = spaces.find((each) => each.id === booking.space)
    if (isOutOfTime()) return false
    if (!space || seatIn(booking)) continue
    const allocations = (each: Booking) => allocationsNow(each, space)
    if (!isSameAllocations(booking.allocations, allocations(booking)))
      await reallocate(booking.id, { space, allocations }, deps)
    if (predatesKeypad(booking, { space, site, now: deps.now() }))
      await changeKeypad(booking, { site, space }, deps)
  }
  if (!(await closeAgain(lending, isOutOfTime, deps))) return false
  for (const date of await deps.waitlist.listDates(id, localTimeAt(deps.now(), site.timeZone).date)) {
    if (isOutOfTime()) return false
    await offerWhatIsFree({ site: id, date }, deps)
  }
  await listSite(lending, deps)
  for (const [of] of pending) {
    const change = changes.get(of)
    if (change) await deps.lending.noteDone(id, of, change)
  }
  return true
}
