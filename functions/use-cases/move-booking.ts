import { type Authorship, isAsStaff } from '../../shared/domain/authorship.ts'
import type { Booking } from '../../shared/domain/booking.ts'
import { decideMove, type MoveRefusal } from '../../shared/domain/booking-move.ts'
import type { BookingRequest } from '../../shared/domain/booking-request.ts'
import { changedWithSeries, madeByStaff } from '../../shared/domain/booking-state.ts'
import { holdTermsOf } from '../../shared/domain/hold-terms.ts'
import type { BookingId } from '../../shared/domain/ids.ts'
import { ok, type Result, refuse } from '../../shared/domain/result.ts'
import type { Actor } from '../../shared/domain/rights.ts'
import { ContentionError } from '../../shared/store/contention.ts'
import { retryContended } from '../../shared/store/retry.ts'
import { type TellingWrite, unlimited } from './allowances.ts'
import { authorize } from './authorize.ts'
import type { Booked } from './book-space.ts'
import type { BookingDependencies } from './booking-dependencies.ts'
import { commitAndOffer, endLapsedOn } from './commit-and-offer.ts'
import { explainRefusal, type InTheWay } from './explain-refusal.ts'
import { staffedSite } from './staffed-site.ts'

/** `reason` is for the holder of a booking that staff move. */
export type MoveBooking = Partial<BookingRequest> & {
  readonly id: BookingId
  readonly by: Actor
  readonly reason?: string | undefined
  /** With its whole series, not told date by date. */
  readonly withSeries?: true
}

/** `wanted` lets clients offer alternatives nearby. */
export type MoveBookingRefusal =
  | { readonly kind: 'not-found' | 'of-workshop' }
  | (MoveRefusal & {
      readonly wanted: BookingRequest & Pick<Booking, 'site' | 'holder'>
      readonly moving: Booking
    })

const isThere = (booking: Booking, wanted: BookingRequest): boolean =>
  booking.space === wanted.space &&
  booking.date === wanted.date &&
  booking.start === wanted.start &&
  booking.end === wanted.end &&
  booking.use === wanted.use &&
  (wanted.use === 'room' || booking.places === wanted.places)

const movedAs = (
  moved: Booking,
  { authorship, reason }: { readonly authorship: Authorship; readonly reason: string | undefined },
): Booking => {
  if (isAsStaff(authorship)) return madeByStaff({ ...moved, note: reason })
  // Staff's note on an earlier move no longer applies.
  return moved.byStaff !== undefined ? { ...moved, note: undefined } : moved
}

const attempt = async <R>(
  { id, by, reason, withSeries, ...changes }: MoveBooking,
  deps: BookingDependencies,
  telling: TellingWrite<R>,
): Promise<Result<Booked, MoveBookingRefusal | R>> => {
  const { bookings } = deps
  const at = deps.now()
  const from = await bookings.findBooking(id)
  const authorship = from && (await authorize(by, 'change-booking', { ...from, owner: from.holder }, deps))
  if (!authorship) return refuse({ kind: 'not-found' })
  const places = from.use === 'room' ? 1 : from.places
  const wanted = { ...from, places, ...changes }
  const keys = { ...wanted, session: undefined, now: at }
  const { holder, existing, site, space, siteConditions, ...known } = await bookings.readBookingFacts(keys)
  const booking = existing?.booking
  if (!booking || !holder) return refuse({ kind: 'not-found' })
  if (booking.workshop) return refuse({ kind: 'of-workshop' })
  if (!site || !space) return refuse({ kind: 'not-found' })
  // The request's defaults come from an older revision: another move came first.
  if (booking.revision !== from.revision) throw new ContentionError('changed')
  const stays = booking.status === 'confirmed' || booking.status === 'requested'
  if (stays && isThere(booking, wanted)) return ok({ booking, holder, site, space })

  const isAsked = (booking.channel === 'web' || booking.channel === 'machine') && !isAsStaff(authorship)
  const facts = { ...known, ...(isAsked && { siteConditions }), site, space, now: at }
  const decision = decideMove(booking, wanted, facts)
  if (!decision.ok) {
    const mayDecideOtherwise = {
      isStale: async () => (await bookings.findBooking(id))?.revision !== booking.revision,
      freeLapsed: (refused: InTheWay) => endLapsedOn({ ...wanted, refused }, deps),
    }
    const refusal = await explainRefusal(decision.error, wanted, mayDecideOtherwise, deps)
    return refuse({ ...refusal, wanted, moving: booking })
  }
  const staffed = await staffedSite({ site, space }, deps)
  const moved: Booking = {
    ...decision.value,
    ...holdTermsOf(decision.value, { site: staffed, space, now: at }),
  }
  const to = movedAs(withSeries ? changedWithSeries(moved) : moved, { authorship, reason })
  const change = { from: booking, to, usage: known.usage, authorship }
  const refusal = await telling({ by: by.id, to: holder.id }, () => commitAndOffer([change], deps))
  return refusal ? refuse(refusal) : ok({ booking: to, holder, site, space })
}

/**
 * Moves a booking within its site as one transaction, for its holder or staff. Spaces with approval ask anew.
 * Repeating changes nothing. Throws ContentionError like bookSpace.
 */
export const moveBooking = <R = never>(
  command: MoveBooking,
  deps: BookingDependencies,
  telling: TellingWrite<R> = unlimited,
): Promise<Result<Booked, MoveBookingRefusal | R>> => retryContended(() => attempt(command, deps, telling))
