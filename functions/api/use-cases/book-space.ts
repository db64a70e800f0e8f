import {
  type Booking,
  type BookingId,
  type BookingRefusal,
  type BookingRequest,
  type Channel,
  decideBooking,
  type HolderId,
  type WorkshopId,
} from '../../../shared/domain/booking.ts'
import { EMPTY_SHEET } from '../../../shared/domain/day-sheet.ts'
import { holdingOf } from '../../../shared/domain/holding.ts'
import { ok, type Result, refuse } from '../../../shared/domain/result.ts'
import type { Actor } from '../../../shared/domain/rights.ts'
import type { SeriesId } from '../../../shared/domain/series.ts'
import type { Site, SiteId } from '../../../shared/domain/site.ts'
import type { Space } from '../../../shared/domain/space.ts'
import type { Tally } from '../../../shared/domain/tally.ts'
import { ContentionError } from '../../../shared/store/contention.ts'
import type { Holder } from '../../../shared/store/identity-item.ts'
import type { Hash } from '../../../shared/store/keys.ts'
import { retryContended } from '../../../shared/store/retry.ts'
import { may, type SessionToken } from '../../http/access.ts'
import { hashOf, idOf } from '../../http/hash.ts'
import type { InventoryDependencies } from '../../inventory/inventory-dependencies.ts'
import { endLapsedOn } from '../../inventory/settle.ts'
import { type PersonActedFor, personOf } from './person-acted-for.ts'
import { whyTaken } from './why-taken.ts'

/** Who had asked for it before, and is not there when it is booked. */
export type AbsentHolder = { readonly holder: HolderId; readonly secret: undefined }

export type BookSpace = BookingRequest & {
  readonly site: SiteId
  readonly token: SessionToken | AbsentHolder
  readonly idempotencyKey: string
  readonly series?: SeriesId
  readonly person?: PersonActedFor | undefined
  /** The association that it is for; `bookedBy` is who asked for it when that is not who is signed in. */
  readonly as?: HolderId | undefined
  readonly bookedBy?: HolderId | undefined
  /** The space is its seats; it is not found when the workshop is cancelled. */
  readonly workshop?: WorkshopId
  /** As the person is told apart: by the counter for who is acted for, by the web otherwise. */
  readonly channel?: Channel
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

type Deps = InventoryDependencies

const hashOfRequest = ({ site, space, date, start, end, use, places, person, as }: BookSpace) =>
  hashOf(
    ...[site, space, date, String(start), String(end), use, String(use === 'room' ? 0 : places)],
    ...(person ? [person.name, person.phone ?? ''] : []),
    ...(as ? ['as', as] : []),
  )

/** `person` is made together with the booking; `tally` is what fair use was judged on. */
type Prepared = {
  readonly booked: Booked
  readonly requestHash: Hash
  readonly exists: boolean
  readonly tally?: Tally | undefined
  readonly person?: Holder | undefined
}

export const bookingIdOf = (holder: HolderId, idempotencyKey: string): BookingId =>
  idOf('booking', holder, idempotencyKey) as BookingId

/** The dates of a series have keys that nobody sends: whoever of an association finishes it finds the same bookings. */
const idFor = ({ token, idempotencyKey, series, as }: BookSpace): BookingId =>
  bookingIdOf((series && as) ?? token.holder, idempotencyKey)

/** Whether who is signed in may book for whom they name; who is absent was allowed when they asked. */
export const mayBookFor = async (
  booker: Actor,
  { person, as, site, token }: Pick<BookSpace, 'person' | 'as' | 'site' | 'token'>,
  deps: Deps,
): Promise<boolean> => {
  if (token.secret === undefined) return true
  if (person) return may(booker, 'act-for-others', { site }, deps)
  return as === undefined || may(booker, 'book-as', { owner: as }, deps)
}

const prepare = async (command: BookSpace, deps: Deps): Promise<Result<Prepared, BookSpaceRefusal>> => {
  const { bookings } = deps
  const at = deps.now()
  const { token, series, workshop, as } = command
  const id = idFor(command)
  const requestHash = hashOfRequest(command)
  const session = token.secret === undefined ? undefined : hashOf(token.secret)
  const keys = { ...command, id, holder: token.holder, session, now: at }
  const { holder: booker, association, existing, site, space, ...sheets } = await bookings.readGround(keys)
  if (!booker) return refuse({ kind: 'signed-out' })
  if (!(await mayBookFor(booker, command, deps))) return refuse({ kind: 'not-found' })
  const person = command.person && personOf(command.person, command)
  const holder = person ?? association ?? booker
  // Somebody new has a day of their own and no tally: those that were read are the agent's.
  const own = person ? { holderSheet: EMPTY_SHEET, tally: undefined } : sheets
  // Whom an agent books for signs at the counter; a workshop is led by who answers for the room.
  const asked = person || workshop ? { conditions: undefined } : {}
  if (existing && existing.requestHash !== requestHash) return refuse({ kind: 'key-reused' })
  if (!site) return refuse({ kind: 'not-found' })
  if (existing) {
    const { booking } = existing
    // It may have moved since: what is answered is where it is now.
    const there = booking.space === command.space ? space : (await bookings.readGround({ ...keys, ...booking })).space
    return ok({ booked: { booking, holder, site, space: there }, requestHash, exists: true })
  }
  if (!space) return refuse({ kind: 'not-found' })
  if (!holder.name) return refuse({ kind: 'name-missing' })

  const decision = decideBooking(command, { ...sheets, ...own, ...asked, site, space, now: at })
  if (!decision.ok) {
    // A batch is no snapshot: what stands in the way may be this very booking, written after its item was read.
    if (await bookings.findBooking(id)) throw new ContentionError('changed')
    const mayHaveLapsed = decision.error.kind === 'taken' || decision.error.kind === 'holder-busy'
    if (mayHaveLapsed && (await endLapsedOn({ ...command, holder: holder.id }, deps)))
      throw new ContentionError('lapsed')
    return refuse(await whyTaken(decision.error, command, deps))
  }
  const booking: Booking = {
    ...decision.value,
    id,
    site: site.id,
    revision: 0,
    ...(series && { series }),
    ...(workshop && { workshop }),
    holder: holder.id,
    ...(as && { bookedBy: command.bookedBy ?? token.holder }),
    use: command.use,
    channel: command.channel ?? (person ? 'counter' : 'web'),
    ...holdingOf(decision.value, { site, space, now: at }),
    createdAt: at,
  }
  return ok({ booked: { booking, holder, site, space }, requestHash, exists: false, tally: own.tally, person })
}

const attempt = async (command: BookSpace, deps: Deps): Promise<Result<Booked, BookSpaceRefusal>> => {
  const prepared = await prepare(command, deps)
  if (!prepared.ok) return prepared
  const { booked, requestHash, exists, tally, person } = prepared.value
  if (exists) return ok(booked)
  const conflict = await deps.bookings.addBooking(booked.booking, requestHash, { tally, person })
  // What stood in the way is there to be read: the next attempt decides on it.
  if (conflict) throw new ContentionError(conflict)
  return ok(booked)
}

/**
 * Books places of a space for the signed-in holder, or for an absent one. The same Idempotency-Key gives the same
 * booking, for ever. Throws ContentionError when others kept writing until the deadline: repeating is safe.
 */
export const bookSpace = (command: BookSpace, deps: Deps): Promise<Result<Booked, BookSpaceRefusal>> =>
  retryContended(() => attempt(command, deps))

/** Whether it could be booked now; writes nothing. */
export const checkSpace = (command: BookSpace, deps: Deps): Promise<Result<unknown, BookSpaceRefusal>> =>
  retryContended(() => prepare(command, deps))
