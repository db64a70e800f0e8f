import {
  type Booking,
  type BookingId,
  type BookingRefusal,
  type BookingRequest,
  decideBooking,
} from '../../../shared/domain/booking.ts'
import { ok, type Result, refuse } from '../../../shared/domain/result.ts'
import type { Site, SiteId } from '../../../shared/domain/site.ts'
import type { Space } from '../../../shared/domain/space.ts'
import type { Holder } from '../../../shared/store/identity-store.ts'
import { retryContended } from '../../../shared/store/retry.ts'
import { ContentionError } from '../../../shared/store/transact.ts'
import type { Dependencies } from '../../dependencies.ts'
import { hashOf, idOf } from '../../http/hash.ts'

export type BookSpace = BookingRequest & {
  readonly site: SiteId
  readonly holder: Holder
  readonly idempotencyKey: string
}

export type Booked = { readonly booking: Booking; readonly site: Site; readonly space: Space }

export type BookSpaceRefusal =
  | BookingRefusal
  | { readonly kind: 'not-found' }
  | { readonly kind: 'name-missing' }
  | { readonly kind: 'key-reused' }

type Deps = Pick<Dependencies, 'bookings' | 'now'>

const idOfBooking = ({ holder, idempotencyKey }: BookSpace) => idOf('booking', holder.id, idempotencyKey) as BookingId

const hashOfRequest = ({ site, space, date, start, end, use, places }: BookSpace) =>
  hashOf(site, space, date, String(start), String(end), use, String(use === 'room' ? 0 : places))

const attempt = async (command: BookSpace, { bookings, now }: Deps): Promise<Result<Booked, BookSpaceRefusal>> => {
  const id = idOfBooking(command)
  const holder = command.holder.id
  const requestHash = hashOfRequest(command)
  const ground = await bookings.readGround({ ...command, id, holder })
  const { existing, site, space } = ground
  if (existing && existing.requestHash !== requestHash) return refuse({ kind: 'key-reused' })
  if (!site || !space) return refuse({ kind: 'not-found' })
  if (existing) return ok({ booking: existing.booking, site, space })
  if (!command.holder.name) return refuse({ kind: 'name-missing' })

  const at = now()
  const decision = decideBooking(command, { ...ground, site, space, now: at })
  if (!decision.ok) return decision
  const booking: Booking = {
    ...decision.value,
    id,
    holder,
    use: command.use,
    channel: 'web',
    status: 'confirmed',
    createdAt: at,
  }
  const conflict = await bookings.addBooking(booking, requestHash, space.capacity)
  // What stood in the way is there to be read: the next attempt decides on it.
  if (conflict) throw new ContentionError(conflict)
  return ok({ booking, site, space })
}

/**
 * Books places of a space for the signed-in holder. The same Idempotency-Key gives the same booking, for ever. Throws
 * ContentionError when others kept writing until the deadline: nothing is booked then, and repeating is safe.
 */
export const bookSpace = (command: BookSpace, deps: Deps): Promise<Result<Booked, BookSpaceRefusal>> =>
  retryContended(() => attempt(command, deps))
