import { outlastsPermanence } from '../../shared/domain/appointments.ts'
import type { Booking } from '../../shared/domain/booking.ts'
import type { BookingChange } from '../../shared/domain/booking-change.ts'
import { cancelled, hasLapsed } from '../../shared/domain/booking-state.ts'
import {
  type ClosedPeriod,
  type ClosureRefusal,
  type ClosureRequest,
  type ClosureScope,
  closedAllocations,
  closedDates,
  decideClosure,
} from '../../shared/domain/closure.ts'
import type { Holder } from '../../shared/domain/holder.ts'
import type { SiteId, WorkshopId } from '../../shared/domain/ids.ts'
import { ok, type Result, refuse } from '../../shared/domain/result.ts'
import type { Space } from '../../shared/domain/space.ts'
import { mustEnd, touchedByClosure } from '../../shared/domain/touched-bookings.ts'
import { seatIn, type Workshop } from '../../shared/domain/workshop.ts'
import type { LentSite } from '../../shared/store/site-store.ts'
import type { Dependencies } from '../dependencies.ts'
import { isMovable } from './end-booking.ts'
import { findReplacement, type Replacement } from './find-replacement.ts'
import { cachedReplacementSearch, withFreshDirectory } from './replacement-search.ts'

type Deps = Pick<
  Dependencies,
  'sites' | 'bookings' | 'workshops' | 'identities' | 'directory' | 'freshDirectory' | 'now'
>

type Fate = { readonly booking: Booking; readonly outcome: 'proposed' | 'cancelled' | 'standing' } & {
  readonly instead?: Replacement | undefined
}

type Seated = { readonly booking: Booking; readonly holder?: Holder | undefined }

/** `seated` people have a seat in the workshop. */
type WouldTouch = Fate & {
  readonly space?: Space | undefined
  readonly holder?: Holder | undefined
  readonly workshop?: Workshop | undefined
  readonly seated: readonly Seated[]
}

export type PreviewedClosure = { readonly period: ClosedPeriod; readonly touched: readonly WouldTouch[] }

type Closing = Pick<LentSite, 'site' | 'spaces'> & { readonly scope: ClosureScope }

/** In the order in which a closing ends them. */
const touchedIn = (active: readonly Booking[], { scope, spaces }: Closing): Booking[] =>
  closedDates(scope).flatMap((date) =>
    touchedByClosure(
      scope,
      closedAllocations(scope, spaces, date),
      active.filter((each) => each.date === date),
    ),
  )

/** In order, since each proposal takes its units from the next. */
const fatesOf = async (touched: readonly Booking[], closing: Closing, deps: Deps): Promise<Fate[]> => {
  const { site, spaces, scope } = closing
  const closed = (date: Booking['date']) => closedAllocations(scope, spaces, date)
  const isEnding = (booking: Booking) =>
    mustEnd(scope, { ...booking, allocations: closed(booking.date) }, booking)
  const isSought = (booking: Booking) =>
    !booking.workshop && isEnding(booking) && isMovable(booking, site, deps.now())
  const changes: BookingChange[] = []
  const bookings = touched.filter(isSought)
  const around = cachedReplacementSearch({ bookings, closed, changes }, withFreshDirectory(deps))
  const fates: Fate[] = []
  for (const booking of touched) {
    if (!isEnding(booking)) {
      fates.push({ booking, outcome: 'standing' })
      continue
    }
    const instead = isSought(booking) ? await findReplacement(booking, site, around) : undefined
    changes.push({ from: booking, to: cancelled(booking, 'closure') }, ...(instead ? [instead.change] : []))
    fates.push({ booking, outcome: instead ? 'proposed' : 'cancelled', instead })
  }
  return fates
}

/** Simulates a closing by the same decisions, without writing. */
export const previewClosure = async (
  { site: id, request }: { readonly site: SiteId; readonly request: ClosureRequest },
  deps: Deps,
): Promise<Result<PreviewedClosure, ClosureRefusal | { readonly kind: 'not-found' }>> => {
  const now = deps.now()
  const lent = await deps.sites.findSite(id)
  if (!lent) return refuse({ kind: 'not-found' })
  const decision = decideClosure(request, { ...lent, now })
  if (!decision.ok) return decision
  const { from, to, start, end } = decision.value
  const closing: Closing = { ...lent, scope: { from, to, start, end, spaces: request.spaces } }
  const all = await deps.bookings.listSiteBookings(id, from, to)
  const active = all.filter((each) => !hasLapsed(each, now))
  const touched = touchedIn(active, closing)
  const ending = new Set(touched.flatMap(({ workshop }) => workshop ?? []))
  const seats = active.filter((each) => ending.has(seatIn(each) as WorkshopId))
  const [fates, holders, workshops] = await Promise.all([
    fatesOf(touched, closing, deps),
    deps.identities.findHolders([...new Set([...touched, ...seats].map(({ holder }) => holder))]),
    deps.workshops.findWorkshops([...ending]),
  ])
  const seatedIn = ({ workshop: id }: Booking): Seated[] => {
    const workshop = workshops.find((each) => each.id === id)
    return seats.flatMap((booking) =>
      workshop && seatIn(booking) === id && !outlastsPermanence(booking, workshop, { site: lent.site, now })
        ? [{ booking, holder: holders.get(booking.holder) }]
        : [],
    )
  }
  return ok({
    period: { from, to, start, end },
    touched: fates.map((fate) => ({
      ...fate,
      space: lent.spaces.find(({ id: space }) => space === fate.booking.space),
      holder: holders.get(fate.booking.holder),
      workshop: workshops.find(({ id: workshop }) => workshop === fate.booking.workshop),
      seated: seatedIn(fate.booking),
    })),
  })
}
