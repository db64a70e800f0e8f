import type { Allocation } from '../../shared/domain/allocation.ts'
import type { Booking } from '../../shared/domain/booking.ts'
import { hasLapsed, isActive } from '../../shared/domain/booking-state.ts'
import type { BookingId, SiteId } from '../../shared/domain/ids.ts'
import { localTimeAt, UTC } from '../../shared/domain/instant.ts'
import { predatesKeypad } from '../../shared/domain/keypad.ts'
import { addDays, type LocalDate } from '../../shared/domain/local-date.ts'
import type { Site } from '../../shared/domain/site.ts'
import type { Space } from '../../shared/domain/space.ts'
import { ContentionError } from '../../shared/store/contention.ts'
import { retryContended } from '../../shared/store/retry.ts'
import type { Dependencies } from '../dependencies.ts'
import type { ClosureDeps } from './finish-closure.ts'

export type LendingDeps = ClosureDeps & Pick<Dependencies, 'lending' | 'reviews'>

const LAST_DATE = '9999-12-31' as LocalDate

/** In UTC: no zone has an earlier date. */
export const yesterdayOf = ({ now }: Pick<LendingDeps, 'now'>): LocalDate =>
  addDays(localTimeAt(now(), UTC).date, -1)

export const activeBookingsAt = async (site: SiteId, { bookings, now }: LendingDeps): Promise<Booking[]> => {
  const active = await bookings.listSiteBookings(site, yesterdayOf({ now }), LAST_DATE)
  return active.filter((booking) => !hasLapsed(booking, now()))
}

export const keepBooking = ({ id }: Booking, deps: LendingDeps): Promise<void> =>
  retryContended(async () => {
    const from = await deps.bookings.findBooking(id)
    if (!from || !isActive(from) || from.kept) return
    const to = { ...from, kept: true, revision: from.revision + 1 } as const
    if (await deps.bookings.change([{ from, to }], deps.now())) throw new ContentionError('changed')
  })

/** Bookings that do not fit their new allocations keep the old ones. */
export const reallocate = (
  id: BookingId,
  {
    space,
    allocations,
  }: { readonly space: Space; readonly allocations: (booking: Booking) => readonly Allocation[] },
  deps: LendingDeps,
): Promise<void> => {
  let refused: number | undefined
  return retryContended(async () => {
    const from = await deps.bookings.findBooking(id)
    // The booking is unchanged: the author of the space's change has to settle it.
    if (!from || !isActive(from) || from.space !== space.id || from.revision === refused) return
    const to = {
      ...from,
      allocations: allocations(from),
      lentAs: space.revision,
      revision: from.revision + 1,
    }
    if ((await deps.bookings.change([{ from, to }], deps.now())) !== 'changed') return
    refused = from.revision
    throw new ContentionError('changed')
  })
}

/** Locks receive this like any change: the code ends on old keypads and starts on the new one. */
export const changeKeypad = (
  { id }: Booking,
  { site, space }: { readonly site: Site; readonly space: Space },
  deps: LendingDeps,
): Promise<void> =>
  retryContended(async () => {
    const from = await deps.bookings.findBooking(id)
    const isBehind = from?.space === space.id && predatesKeypad(from, { space, site, now: deps.now() })
    if (!from || !isBehind) return
    const to = { ...from, lentAs: space.revision, revision: from.revision + 1 }
    if (await deps.bookings.change([{ from, to }], deps.now())) throw new ContentionError('changed')
  })
