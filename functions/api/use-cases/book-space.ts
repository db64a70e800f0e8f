import {
  type Booking,
  type BookingId,
  type BookingRefusal,
  type BookingRequest,
  decideBooking,
  type HolderId,
  type WorkshopId,
} from '../../../shared/domain/booking.ts'
import { ok, type Result, refuse } from '../../../shared/domain/result.ts'
import type { SeriesId } from '../../../shared/domain/series.ts'
import type { Site, SiteId } from '../../../shared/domain/site.ts'
import type { Space } from '../../../shared/domain/space.ts'
import { ContentionError } from '../../../shared/store/contention.ts'
import type { Holder } from '../../../shared/store/identity-item.ts'
import type { Hash } from '../../../shared/store/keys.ts'
import { retryContended } from '../../../shared/store/retry.ts'
import type { Dependencies } from '../../dependencies.ts'
import type { SessionToken } from '../../http/access.ts'
import { hashOf, idOf } from '../../http/hash.ts'
import { endLapsedOn } from '../../inventory/settle.ts'

export type BookSpace = BookingRequest & {
  readonly site: SiteId
  readonly token: SessionToken
  readonly idempotencyKey: string
  readonly series?: SeriesId
  /** The space is its seats; it is not found when the workshop is cancelled. */
  readonly workshop?: WorkshopId
}

export type Booked = {
  readonly booking: Booking
  readonly holder: Holder
  readonly site: Site
  readonly space?: Space | undefined
}

export type BookSpaceRefusal =
  | BookingRefusal
  | { readonly kind: 'signed-out' | 'not-found' | 'name-missing' | 'key-reused' }

type Deps = Pick<Dependencies, 'bookings' | 'sites' | 'waits' | 'now'>

const hashOfRequest = ({ site, space, date, start, end, use, places }: BookSpace) =>
  hashOf(site, space, date, String(start), String(end), use, String(use === 'room' ? 0 : places))

type Prepared = { readonly booked: Booked; readonly requestHash: Hash; readonly exists: boolean }

export const bookingIdOf = (holder: HolderId, idempotencyKey: string): BookingId =>
  idOf('booking', holder, idempotencyKey) as BookingId

const prepare = async (command: BookSpace, deps: Deps): Promise<Result<Prepared, BookSpaceRefusal>> => {
  const { bookings } = deps
  const at = deps.now()
  const { token, idempotencyKey, series, workshop } = command
  const id = bookingIdOf(token.holder, idempotencyKey)
  const requestHash = hashOfRequest(command)
  const keys = { ...command, id, holder: token.holder, session: hashOf(token.secret), now: at }
  const { holder, existing, site, space, ...sheets } = await bookings.readGround(keys)
  if (!holder) return refuse({ kind: 'signed-out' })
  if (existing && existing.requestHash !== requestHash) return refuse({ kind: 'key-reused' })
  if (!site) return refuse({ kind: 'not-found' })
  if (existing) {
    const { booking } = existing
    // It may have moved since: what is answered is where it is now.
    const own = booking.space === command.space ? space : (await bookings.readGround({ ...keys, ...booking })).space
    return ok({ booked: { booking, holder, site, space: own }, requestHash, exists: true })
  }
  if (!space) return refuse({ kind: 'not-found' })
  if (!holder.name) return refuse({ kind: 'name-missing' })

  const decision = decideBooking(command, { ...sheets, site, space, now: at })
  if (!decision.ok) {
    // A batch is no snapshot: what stands in the way may be this very booking, written after its item was read.
    if (await bookings.findBooking(id)) throw new ContentionError('changed')
    const mayHaveLapsed = decision.error.kind === 'taken' || decision.error.kind === 'holder-busy'
    if (mayHaveLapsed && (await endLapsedOn({ ...command, holder: holder.id }, deps)))
      throw new ContentionError('lapsed')
    return decision
  }
  const booking: Booking = {
    ...decision.value,
    id,
    site: site.id,
    revision: 0,
    ...(series && { series }),
    ...(workshop && { workshop }),
    holder: holder.id,
    use: command.use,
    channel: 'web',
    status: 'confirmed',
    createdAt: at,
  }
  return ok({ booked: { booking, holder, site, space }, requestHash, exists: false })
}

const attempt = async (command: BookSpace, deps: Deps): Promise<Result<Booked, BookSpaceRefusal>> => {
  const prepared = await prepare(command, deps)
  if (!prepared.ok) return prepared
  const { booked, requestHash, exists } = prepared.value
  if (exists) return ok(booked)
  const conflict = await deps.bookings.addBooking(booked.booking, requestHash)
  // What stood in the way is there to be read: the next attempt decides on it.
  if (conflict) throw new ContentionError(conflict)
  return ok(booked)
}

/**
 * Books places of a space for the signed-in holder. The same Idempotency-Key gives the same booking, for ever. Throws
 * ContentionError when others kept writing until the deadline: repeating is safe.
 */
export const bookSpace = (command: BookSpace, deps: Deps): Promise<Result<Booked, BookSpaceRefusal>> =>
  retryContended(() => attempt(command, deps))

/** Whether it could be booked now; writes nothing. */
export const checkSpace = (command: BookSpace, deps: Deps): Promise<Result<unknown, BookSpaceRefusal>> =>
  retryContended(() => prepare(command, deps))
