import type { Booking } from '../../shared/domain/booking.ts'
import { hasStarted } from '../../shared/domain/booking-state.ts'
import type { SiteId } from '../../shared/domain/ids.ts'
import { localTimeAt, UTC } from '../../shared/domain/instant.ts'
import { addDays, type LocalDate } from '../../shared/domain/local-date.ts'
import { keptRangesOn } from '../../shared/domain/opening.ts'
import { isWithin } from '../../shared/domain/quarter-range.ts'
import { seatIn } from '../../shared/domain/workshop.ts'
import type { LentSite } from '../../shared/store/site-store.ts'
import { applyLendingChange } from './apply-lending-change.ts'
import type { LendingDeps } from './change-active-bookings.ts'
import { offerWhatIsFree } from './commit-and-offer.ts'
import { endBooking } from './end-booking.ts'
import { finishClosure } from './finish-closure.ts'
import { finishReopening } from './finish-reopening.ts'
import { relistSite } from './list-site.ts'
import { withFreshDirectory } from './replacement-search.ts'
import { reviewTomorrow } from './review-tomorrow.ts'

export type ReviewDeps = LendingDeps

/** `active` counts checked bookings, `outside` are those out of opening hours. */
export type Reviewed = { readonly active: number; readonly outside: readonly Booking[] }

const LAST_DATE = '9999-12-31' as LocalDate

const isOpenFor = (booking: Booking, { site, spaces }: LentSite): boolean => {
  const space = spaces.find(({ id }) => id === booking.space)
  const open = space ? keptRangesOn(space.openings, { ...site, date: booking.date }) : []
  return isWithin(open, booking)
}

/** Compares future bookings with opening hours; changes nothing. */
export const checkHours = async (
  id: SiteId,
  deps: ReviewDeps,
): Promise<Reviewed & { readonly lent?: LentSite }> => {
  const now = deps.now()
  const today = addDays(localTimeAt(now, UTC).date, -1)
  const lent = await deps.sites.readDay(id, today)
  if (!lent) return { active: 0, outside: [] }
  const active = (await deps.bookings.listSiteBookings(id, today, LAST_DATE)).filter(
    // Seats end with their workshop's room.
    (booking) => !seatIn(booking) && !hasStarted(booking, lent.site, now),
  )
  return {
    lent,
    active: active.length,
    outside: active.filter((booking) => !booking.kept && !isOpenFor(booking, lent)),
  }
}

/**
 * Reviews a site after its hours changed: moves or cancels bookings outside them, offers newly open time,
 * finishes interrupted lending changes, closures and reopenings, and lists what it lends from today on.
 * Repeating changes nothing.
 */
export const reviewSite = async (id: SiteId, deps: ReviewDeps): Promise<Reviewed> => {
  const isOutOfTime = () => false
  // Authors of lending changes decide on their bookings before hours do.
  await applyLendingChange(id, isOutOfTime, deps)
  const { lent, ...reviewed } = await checkHours(id, deps)
  if (!lent) return reviewed
  const isInTheWay = (booking: Booking) => !booking.kept && !isOpenFor(booking, lent)
  const freshDeps = withFreshDirectory(deps)
  for (const booking of reviewed.outside) {
    await endBooking(booking.id, { site: lent.site, cause: 'hours-changed', isInTheWay }, freshDeps)
  }
  for (const closure of lent.closures) {
    if (closure.state === 'closing') await finishClosure(closure, isOutOfTime, deps)
    if (closure.state === 'reopening') await finishReopening(closure, isOutOfTime, deps)
  }
  const { date: today } = localTimeAt(deps.now(), lent.site.timeZone)
  const waited = await deps.waitlist.listDates(id, today)
  for (const date of waited) await offerWhatIsFree({ site: id, date }, deps)
  if (waited.length > 0) await reviewTomorrow(id, deps)
  await relistSite(lent, deps)
  return reviewed
}
