import type { Booking, BookingId } from '../../../shared/domain/booking.ts'
import type { Closure, ClosureId } from '../../../shared/domain/closure.ts'
import type { Site, SiteId } from '../../../shared/domain/site.ts'
import type { Space } from '../../../shared/domain/space.ts'
import type { Holder } from '../../../shared/store/identity-item.ts'
import type { Dependencies } from '../../dependencies.ts'
import { replacementIdOf } from '../../inventory/find-place-near.ts'
import { type ClosureDeps, closedDaysOf } from '../../inventory/finish-closure.ts'

type Deps = ClosureDeps & Pick<Dependencies, 'series' | 'identities'>

/** A booking that a closure ended, or is still to end; `instead` is what was proposed. */
export type TouchedBooking = {
  readonly booking: Booking
  readonly space?: Space | undefined
  readonly holder?: Holder | undefined
  readonly instead?: { readonly booking: Booking; readonly site: Site; readonly space?: Space | undefined }
}

export type ClosureReport = { readonly closure: Closure; readonly touched: readonly TouchedBooking[] }

/** Its holder gave it up first, or nobody answered in time: nobody needs to be told. */
const isConcerned = ({ cause }: Booking): boolean => cause !== 'holder' && cause !== 'declined' && cause !== 'lapsed'

/** What a closure touches, and what became of it: of personal data, what whoever tells people needs. */
export const reportOfClosure = async (closure: Closure, deps: Deps): Promise<ClosureReport> => {
  const days = await closedDaysOf(closure, deps)
  const ids = days.flatMap(({ touched }) => [...touched].sort() as BookingId[])
  const [bookings, replacements] = await Promise.all([
    deps.series.findBookings(ids),
    deps.series.findBookings(ids.map(replacementIdOf)),
  ])
  const replacementOf = new Map(replacements.map((each) => [each?.replaces, each]))
  const concerned = bookings.filter((each) => each !== undefined).filter(isConcerned)
  const siteIds = [...new Set([closure.site, ...replacements.flatMap((each) => (each ? [each.site] : []))])]
  const sites = new Map(await Promise.all(siteIds.map(async (id) => [id, await deps.sites.findSite(id)] as const)))
  const spaceOf = ({ site, space }: Booking) => sites.get(site)?.spaces.find(({ id }) => id === space)
  const touched = await Promise.all(
    concerned.map(async (booking): Promise<TouchedBooking> => {
      const instead = replacementOf.get(booking.id)
      const site = instead && sites.get(instead.site)?.site
      return {
        booking,
        space: spaceOf(booking),
        holder: await deps.identities.findHolder(booking.holder),
        ...(instead && site && { instead: { booking: instead, site, space: spaceOf(instead) } }),
      }
    }),
  )
  return { closure, touched }
}

export const findClosureReport = async (
  { site, id }: { readonly site: SiteId; readonly id: ClosureId },
  deps: Deps,
): Promise<ClosureReport | undefined> => {
  const found = await deps.closures.findClosure(site, id)
  return found && reportOfClosure(found.closure, deps)
}
