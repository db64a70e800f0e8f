import type { Booking } from '../../shared/domain/booking.ts'
import type { BookingDetails } from '../../shared/domain/booking-details.ts'
import type { Closure } from '../../shared/domain/closure.ts'
import type { Holder } from '../../shared/domain/holder.ts'
import type { BookingId, ClosureId, SiteId } from '../../shared/domain/ids.ts'
import type { KnownCall } from '../../shared/store/call-store.ts'
import type { Dependencies } from '../dependencies.ts'
import { replacementIdOf } from './find-replacement.ts'
import { type ClosureDeps, closedDaysOf } from './finish-closure.ts'
import { placesOf } from './read-bookings.ts'

type Deps = ClosureDeps & Pick<Dependencies, 'series' | 'identities' | 'calls'>

/** `instead` is the proposed replacement; `call` is for holders whom no message reaches. */
export type ReportedBooking = Omit<BookingDetails, 'site'> & {
  readonly holder?: Holder | undefined
  readonly instead?: BookingDetails | undefined
  readonly call?: KnownCall | undefined
}

export type ClosureReport = { readonly closure: Closure; readonly touched: readonly ReportedBooking[] }

/** Holders who cancelled before, and expired requests, need no news. */
const isConcerned = ({ cause }: Booking): boolean =>
  cause !== 'holder' && cause !== 'declined' && cause !== 'lapsed'

const callsOf = async (told: readonly Booking[], { calls }: Deps): Promise<Map<string, KnownCall>> => {
  const bySite = Map.groupBy(told, ({ site }) => site)
  const found = await Promise.all(
    [...bySite].map(([site, of]) =>
      calls.findCalls(
        site,
        of.map(({ id }) => id),
      ),
    ),
  )
  return new Map(found.flat().flatMap((call) => (call ? [[call.id as string, call] as const] : [])))
}

/** Contains only the personal data that staff need to tell people. */
export const reportOfClosure = async (closure: Closure, deps: Deps): Promise<ClosureReport> => {
  const days = await closedDaysOf(closure, deps)
  const ids = days.flatMap(({ touched }) => [...touched].sort() as BookingId[])
  const [bookings, replacements] = await Promise.all([
    deps.series.findBookings(ids),
    deps.series.findBookings(ids.map(replacementIdOf)),
  ])
  const concerned = bookings.filter((each) => each !== undefined).filter(isConcerned)
  const offered = replacements.filter((each) => each !== undefined)
  const [details, instead, holders, calls] = await Promise.all([
    placesOf(concerned, deps),
    placesOf(offered, deps),
    deps.identities.findHolders([...new Set(concerned.map(({ holder }) => holder))]),
    callsOf([...concerned, ...offered], deps),
  ])
  const insteadOf = new Map(instead.map((each) => [each.booking.replaces, each]))
  const touched = details.map((each): ReportedBooking => {
    const { booking } = each
    const other = insteadOf.get(booking.id)
    return {
      ...each,
      holder: holders.get(booking.holder),
      instead: other,
      call: calls.get((other?.booking ?? booking).id),
    }
  })
  return { closure, touched }
}

export const findClosureReport = async (
  { site, id }: { readonly site: SiteId; readonly id: ClosureId },
  deps: Deps,
): Promise<ClosureReport | undefined> => {
  const found = await deps.closures.findClosure(site, id)
  return found && reportOfClosure(found.closure, deps)
}
