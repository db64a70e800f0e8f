import type { Booking } from '../../shared/domain/booking.ts'
import type { BookingId } from '../../shared/domain/ids.ts'
import type { Actor } from '../../shared/domain/rights.ts'
import type { Dependencies } from '../dependencies.ts'
import { may } from './authorize.ts'
import { type FindDeps, type FoundBooking, withDetails } from './find-booking.ts'
import { rightsAt } from './rights-at.ts'

type Deps = FindDeps & Pick<Dependencies, 'closedDays'>

/** Whether a closure report of its site lists it. */
const isReported = async ({ site, id }: Booking, { sites, closedDays }: Deps): Promise<boolean> => {
  const all = (await sites.findSite(site))?.closures ?? []
  const froms = all.map(({ from }) => from).sort()
  const tos = all.map(({ to }) => to).sort()
  const [first, last] = [froms[0], tos.at(-1)]
  if (!first || !last) return false
  return (await closedDays.listClosedDays(site, first, last)).some(({ touched }) => touched.has(id))
}

/** Closure reports also list replacements, wherever they are. */
const isProposedInPlace = async ({ replaces }: Booking, by: Actor, deps: Deps): Promise<boolean> => {
  const replaced = replaces && (await deps.bookings.findBooking(replaces))
  if (!replaced) return false
  const { site } = replaced
  const mayThere = await rightsAt(by, site, deps)
  return mayThere('close') && mayThere('read-booking') && isReported(replaced, deps)
}

/** People without access do not find the booking. */
export const findReadableBooking = async (
  { id, by }: { readonly id: BookingId; readonly by: Actor },
  deps: Deps,
): Promise<FoundBooking | undefined> => {
  const booking = await deps.bookings.findBooking(id)
  if (!booking) return undefined
  const isReadable =
    (await may(by, 'read-booking', { ...booking, owner: booking.holder }, deps)) ||
    (await isProposedInPlace(booking, by, deps))
  return isReadable ? withDetails(booking, deps) : undefined
}
