import { isAsStaff } from '../../shared/domain/authorship.ts'
import type { Booking } from '../../shared/domain/booking.ts'
import { decideMove, type MoveRefusal } from '../../shared/domain/booking-change.ts'
import type { BookingRequest } from '../../shared/domain/booking-request.ts'
import { madeByStaff } from '../../shared/domain/booking-state.ts'
import { holdTermsOf } from '../../shared/domain/hold-terms.ts'
import type { BookingId } from '../../shared/domain/ids.ts'
import { ok, type Result, refuse } from '../../shared/domain/result.ts'
import type { Actor } from '../../shared/domain/rights.ts'
import { ContentionError } from '../../shared/store/contention.ts'
import { retryContended } from '../../shared/store/retry.ts'
import { authorize } from './authorize.ts'
import type { Booked } from './book-space.ts'
import type { BookingDependencies } from './booking-dependencies.ts'
import { commitAndOffer, endLapsedOn } from './commit-and-offer.ts'
import { explainTaken } from './explain-taken.ts'
import { staffedSite } from './staffed-site.ts'

/** `reason`: told to its holder where staff moves it, and nowhere else. */
export type MoveBooking = Partial<BookingRequest> & {
  readonly id: BookingId
  readonly by: Actor
  readonly reason?: string | undefined
}

/** A refused move names what was wanted, so that others near it can be shown. */
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

const attempt = async (
  { id, by, reason, ...changes }: MoveBooking,
  deps: BookingDependencies,
): Promise<Result<Booked, MoveBookingRefusal>> => {
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
  // What is not asked to change was read before: another move came between.
  if (booking.revision !== from.revision) throw new ContentionError('changed')
  const stays = booking.status === 'confirmed' || booking.status === 'requested'
  if (stays && isThere(booking, wanted)) return ok({ booking, holder, site, space })

  const isAsked = booking.channel === 'web' && !isAsStaff(authorship)
  const decision = decideMove(booking, wanted, {
    ...known,
    ...(isAsked && { siteConditions }),
    site,
    space,
    now: at,
  })
  if (!decision.ok) {
    // A batch is no snapshot: what stands in the way may be this very booking, moved after its item was read.
    const latest = await bookings.findBooking(id)
    if (latest?.revision !== booking.revision) throw new ContentionError('changed')
    const mayHaveLapsed = decision.error.kind === 'taken' || decision.error.kind === 'holder-busy'
    if (mayHaveLapsed && (await endLapsedOn(wanted, deps))) throw new ContentionError('lapsed')
    return refuse({ ...(await explainTaken(decision.error, wanted, deps)), wanted, moving: booking })
  }
  const holdTerms = holdTermsOf(decision.value, {
    site: await staffedSite({ site, space }, deps),
    space,
    now: at,
  })
  const moved: Booking = { ...decision.value, ...holdTerms }
  // What was said of an earlier move by staff is no longer so.
  const own = booking.byStaff !== undefined ? { ...moved, note: undefined } : moved
  const to = isAsStaff(authorship) ? madeByStaff({ ...moved, note: reason }) : own
  await commitAndOffer([{ from: booking, to, usage: known.usage, authorship }], deps)
  return ok({ booking: to, holder, site, space })
}

/**
 * Moves a booking, as its holder or as staff of its site, to another time or space of its site: wholly there, or still where it was. A
 * space that demands approval is asked anew.
 * Repeating a move that was made changes nothing. Throws ContentionError like bookSpace.
 */
export const moveBooking = (
  command: MoveBooking,
  deps: BookingDependencies,
): Promise<Result<Booked, MoveBookingRefusal>> => retryContended(() => attempt(command, deps))
