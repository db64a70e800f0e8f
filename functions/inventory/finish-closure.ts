import type { Booking } from '../../shared/domain/booking.ts'
import { type ClosedDay, type Closure, closedDates, closedTakings } from '../../shared/domain/closure.ts'
import { isStillTouched, touchedBy } from '../../shared/domain/touched-bookings.ts'
import { retryContended } from '../../shared/store/retry.ts'
import type { LentSite } from '../../shared/store/site-store.ts'
import type { Dependencies } from '../dependencies.ts'
import { endBooking } from './end-booking.ts'
import type { NearDeps } from './find-place-near.ts'

export type ClosureDeps = NearDeps & Pick<Dependencies, 'closures'>

/** Asked before each step: what is left is finished by repeating. */
export type IsOver = () => boolean

/** The days of a closure, those that are closed already. */
export const closedDaysOf = async (closure: Closure, { closures }: ClosureDeps): Promise<ClosedDay[]> => {
  const days = await closures.listClosedDays(closure.site, closure.from, closure.to)
  return days.filter((day) => day.closure === closure.id)
}

/** False when no time was left for all of them. */
const closeDays = async (closure: Closure, { spaces }: LentSite, isOver: IsOver, deps: ClosureDeps) => {
  const done = new Set((await closedDaysOf(closure, deps)).map(({ date }) => date))
  for (const date of closedDates(closure).filter((each) => !done.has(each))) {
    if (isOver()) return false
    const takings = closedTakings(closure, spaces, date)
    const { id, reason } = closure
    const day: ClosedDay = { closure: id, date, reason, state: 'closed', takings, touched: new Set() }
    await retryContended(() => deps.closures.closeDay(closure, day))
  }
  return true
}

type Touched = { readonly day: ClosedDay; readonly bookings: readonly Booking[] }

/** Complete: nothing new is booked where all days are closed. Noted before anything is done about it. */
const noteTouched = async (closure: Closure, deps: ClosureDeps): Promise<Touched[]> => {
  const { site, from, to } = closure
  const days = (await closedDaysOf(closure, deps)).filter(({ state }) => state === 'closed')
  const standing = Map.groupBy(await deps.bookings.listSiteBookings(site, from, to), ({ date }) => date)
  const all = days.map((day) => ({ day, bookings: touchedBy(closure, day.takings, standing.get(day.date) ?? []) }))
  const touched = all.filter(({ bookings }) => bookings.length > 0)
  for (const { day, bookings } of touched) {
    const ids = bookings.map(({ id }) => id)
    await deps.closures.noteTouched(site, day, ids)
  }
  return touched
}

/** False when no time was left for all of them. */
const endTouched = async (closure: Closure, { site }: LentSite, isOver: IsOver, deps: ClosureDeps) => {
  for (const { day, bookings } of await noteTouched(closure, deps)) {
    const isInTheWay = (booking: Booking) => isStillTouched(closure, day, booking)
    const ending = { site, cause: 'closure' as const, note: closure.reason, isInTheWay }
    for (const { id } of bookings) {
      if (isOver()) return false
      await endBooking(id, ending, deps)
    }
  }
  return true
}

/**
 * Closes each date of a closure, after which nothing new is booked there; then lists all that stands in its way, and
 * ends it one by one. What was done before is not done again. Answers whether all is done.
 */
export const finishClosure = async (closure: Closure, isOver: IsOver, deps: ClosureDeps): Promise<boolean> => {
  const lent = await deps.sites.readDay(closure.site, closure.from)
  if (!lent) return false
  const isDone = (await closeDays(closure, lent, isOver, deps)) && (await endTouched(closure, lent, isOver, deps))
  if (isDone) await deps.closures.setState(closure, 'closed', ['closing'])
  return isDone
}
