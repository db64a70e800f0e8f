import type { Doing } from '../../../shared/domain/act.ts'
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
import { holdingOf } from '../../../shared/domain/holding.ts'
import { ok, type Result, refuse } from '../../../shared/domain/result.ts'
import type { Actor } from '../../../shared/domain/rights.ts'
import type { SeriesId } from '../../../shared/domain/series.ts'
import type { Site, SiteId } from '../../../shared/domain/site.ts'
import type { Space } from '../../../shared/domain/space.ts'
import type { Tally } from '../../../shared/domain/tally.ts'
import type { BookingGround } from '../../../shared/store/booking-ground.ts'
import { ContentionError } from '../../../shared/store/contention.ts'
import type { Holder } from '../../../shared/store/identity-item.ts'
import type { Hash } from '../../../shared/store/keys.ts'
import { retryContended } from '../../../shared/store/retry.ts'
import { may, type SessionToken } from '../../http/access.ts'
import { hashOf, idOf } from '../../http/hash.ts'
import type { StartDependencies } from '../../start-dependencies.ts'
import { endLapsed } from './end-lapsed.ts'
import { findActedFor, type PersonActedFor, textOfPerson } from './person-acted-for.ts'
import { staffedSite } from './staffed-site.ts'
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
  /** Of staff who book it for somebody absent. */
  readonly doing?: Doing | undefined
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

type Deps = StartDependencies

const hashOfRequest = ({ site, space, date, start, end, use, places, person, as }: BookSpace) =>
  hashOf(
    ...[site, space, date, String(start), String(end), use, String(use === 'room' ? 0 : places)],
    ...(person ? textOfPerson(person) : []),
    ...(as ? ['as', as] : []),
  )

/** `newcomer` is made together with the booking; `tally` is what fair use was judged on. */
type Prepared = {
  readonly booked: Booked
  readonly requestHash: Hash
  readonly exists: boolean
  readonly tally?: Tally | undefined
  readonly newcomer?: Holder | undefined
  readonly doing?: Doing | undefined
}

export const bookingIdOf = (holder: HolderId, idempotencyKey: string): BookingId =>
  idOf('booking', holder, idempotencyKey) as BookingId

/** The dates of a series have keys that nobody sends: whoever of an association finishes it finds the same bookings. */
const idFor = ({ token, idempotencyKey, series, as }: BookSpace): BookingId =>
  bookingIdOf((series && as) ?? token.holder, idempotencyKey)

/** Whether who is signed in may book for the association that they name, if any; who is absent was allowed when they asked. */
export const mayBookFor = async (
  booker: Actor,
  { as, token }: Pick<BookSpace, 'as' | 'token'>,
  deps: Deps,
): Promise<boolean> => {
  if (token.secret === undefined) return true
  return as === undefined || may(booker, 'book-as', { owner: as }, deps)
}

/** `newcomer` is made with the booking, when the holder is not there yet. */
type Ground = Omit<BookingGround, 'holder'> &
  Pick<Prepared, 'newcomer' | 'doing'> & {
    readonly holder: Holder
  }

/** All that it depends on, as whoever it is for meets it: somebody for whom an agent acts is absent. */
const readGround = async (command: BookSpace, deps: Deps): Promise<Result<Ground, BookSpaceRefusal>> => {
  const { token, idempotencyKey, site, person: acted } = command
  const id = idFor(command)
  const session = token.secret === undefined ? undefined : hashOf(token.secret)
  const keys = { ...command, id, holder: token.holder, session, now: deps.now() }
  const ground = await deps.bookings.readGround(keys)
  const { holder } = ground
  if (!holder) return refuse({ kind: 'signed-out' })
  if (!acted)
    return (await mayBookFor(holder, command, deps)) && (command.as === undefined || ground.association)
      ? ok({ ...ground, holder: ground.association ?? holder, doing: command.doing })
      : refuse({ kind: 'not-found' })
  const found = await findActedFor({ person: acted, site, by: token.holder, idempotencyKey }, holder, deps)
  if (!found.ok) return found
  const { holder: person, isNew, doing } = found.value
  const newcomer = isNew ? person : undefined
  const theirs = await deps.bookings.readGround({ ...keys, holder: person.id, session: undefined, newcomer })
  return ok({ ...theirs, holder: person, newcomer, doing })
}

/** It may have moved since it was asked for. */
const spaceNowOf = async ({ site, space }: Booking, { sites }: Deps): Promise<Space | undefined> =>
  (await sites.findSite(site))?.spaces.find(({ id }) => id === space)

const prepare = async (command: BookSpace, deps: Deps): Promise<Result<Prepared, BookSpaceRefusal>> => {
  const at = deps.now()
  const { token, series, workshop, as } = command
  const id = idFor(command)
  const requestHash = hashOfRequest(command)
  const ground = await readGround(command, deps)
  if (!ground.ok) return ground
  const { holder, newcomer, doing, existing, site, space, asked, ...sheets } = ground.value
  if (existing && existing.requestHash !== requestHash) return refuse({ kind: 'key-reused' })
  if (!site) return refuse({ kind: 'not-found' })
  if (existing) {
    const { booking } = existing
    const there = booking.space === command.space ? space : await spaceNowOf(booking, deps)
    return ok({ booked: { booking, holder, site, space: there }, requestHash, exists: true })
  }
  if (!space) return refuse({ kind: 'not-found' })
  if (!holder.name) return refuse({ kind: 'name-missing' })

  // Whom staff books for signs at the counter; a workshop is led by who answers for the room.
  const isAsked = !command.person && command.channel !== 'counter' && !workshop
  const who = { ...(isAsked && { asked }), ...(workshop && command.person && { walkIn: true as const }) }
  const decision = decideBooking(command, { ...sheets, ...who, site, space, now: at })
  if (!decision.ok) {
    // A batch is no snapshot: what stands in the way may be this very booking, written after its item was read.
    if (await deps.bookings.findBooking(id)) throw new ContentionError('changed')
    const mayHaveLapsed = decision.error.kind === 'taken' || decision.error.kind === 'holder-busy'
    if (mayHaveLapsed && (await endLapsed({ ...command, holder: holder.id }, deps))) throw new ContentionError('lapsed')
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
    channel: command.channel ?? (command.person ? 'counter' : 'web'),
    ...holdingOf(decision.value, { site: await staffedSite({ site, space }, deps), space, now: at }),
    createdAt: at,
  }
  const booked = { booking, holder, site, space }
  return ok({ booked, requestHash, exists: false, tally: sheets.tally, newcomer, doing })
}

const attempt = async (command: BookSpace, deps: Deps): Promise<Result<Booked, BookSpaceRefusal>> => {
  const prepared = await prepare(command, deps)
  if (!prepared.ok) return prepared
  const { booked, requestHash, exists, tally, newcomer, doing } = prepared.value
  if (exists) return ok(booked)
  const conflict = await deps.bookings.addBooking(booked.booking, requestHash, { tally, person: newcomer, doing })
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
