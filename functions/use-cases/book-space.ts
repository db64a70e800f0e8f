import type { Authorship } from '../../shared/domain/authorship.ts'
import type { Booking, Channel } from '../../shared/domain/booking.ts'
import type { BookingRefusal } from '../../shared/domain/booking-refusal.ts'
import type { BookingRequest } from '../../shared/domain/booking-request.ts'
import { decideBooking } from '../../shared/domain/decide-booking.ts'
import { holdTermsOf } from '../../shared/domain/hold-terms.ts'
import type { Holder } from '../../shared/domain/holder.ts'
import type { BookingId, Hash, HolderId, SeriesId, SiteId, WorkshopId } from '../../shared/domain/ids.ts'
import { ok, type Result, refuse } from '../../shared/domain/result.ts'
import type { Actor } from '../../shared/domain/rights.ts'
import type { Site } from '../../shared/domain/site.ts'
import type { Space } from '../../shared/domain/space.ts'
import type { UsageRecord } from '../../shared/domain/usage.ts'
import type { BookingFacts } from '../../shared/store/booking-facts.ts'
import { ContentionError } from '../../shared/store/contention.ts'
import { retryContended } from '../../shared/store/retry.ts'
import type { StartDependencies } from '../start-dependencies.ts'
import { may } from './authorize.ts'
import { explainTaken } from './explain-taken.ts'
import { freeLapsed } from './free-lapsed.ts'
import { hashOf, idOf } from './hash.ts'
import { findActedFor, type PersonActedFor, textOfPerson } from './person-acted-for.ts'
import type { SessionToken } from './session-token.ts'
import { staffedSite } from './staffed-site.ts'

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
  readonly authorship?: Authorship | undefined
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

/** `newcomer` is made together with the booking; `usage` is what fair use was judged on. */
type Prepared = {
  readonly booked: Booked
  readonly requestHash: Hash
  readonly exists: boolean
  readonly usage?: UsageRecord | undefined
  readonly newcomer?: Holder | undefined
  readonly authorship?: Authorship | undefined
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
type Facts = Omit<BookingFacts, 'holder'> &
  Pick<Prepared, 'newcomer' | 'authorship'> & {
    readonly holder: Holder
  }

/** All that it depends on, as whoever it is for meets it: somebody for whom an agent acts is absent. */
const readBookingFacts = async (command: BookSpace, deps: Deps): Promise<Result<Facts, BookSpaceRefusal>> => {
  const { token, idempotencyKey, site, person: acted } = command
  const id = idFor(command)
  const session = token.secret === undefined ? undefined : hashOf(token.secret)
  const keys = { ...command, id, holder: token.holder, session, now: deps.now() }
  const facts = await deps.bookings.readBookingFacts(keys)
  const { holder } = facts
  if (!holder) return refuse({ kind: 'signed-out' })
  if (!acted)
    return (await mayBookFor(holder, command, deps)) && (command.as === undefined || facts.association)
      ? ok({ ...facts, holder: facts.association ?? holder, authorship: command.authorship })
      : refuse({ kind: 'not-found' })
  const found = await findActedFor({ person: acted, site, by: token.holder, idempotencyKey }, holder, deps)
  if (!found.ok) return found
  const { holder: person, isNew, authorship } = found.value
  const newcomer = isNew ? person : undefined
  const theirs = await deps.bookings.readBookingFacts({
    ...keys,
    holder: person.id,
    session: undefined,
    newcomer,
  })
  return ok({ ...theirs, holder: person, newcomer, authorship })
}

/** It may have moved since it was asked for. */
const spaceNowOf = async ({ site, space }: Booking, { sites }: Deps): Promise<Space | undefined> =>
  (await sites.findSite(site))?.spaces.find(({ id }) => id === space)

const prepare = async (command: BookSpace, deps: Deps): Promise<Result<Prepared, BookSpaceRefusal>> => {
  const at = deps.now()
  const { token, series, workshop, as } = command
  const id = idFor(command)
  const requestHash = hashOfRequest(command)
  const facts = await readBookingFacts(command, deps)
  if (!facts.ok) return facts
  const { holder, newcomer, authorship, existing, site, space, siteConditions, ...known } = facts.value
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
  const who = {
    ...(isAsked && { siteConditions }),
    ...(workshop && command.person && { walkIn: true as const }),
  }
  const decision = decideBooking(command, { ...known, ...who, site, space, now: at })
  if (!decision.ok) {
    // A batch is no snapshot: what stands in the way may be this very booking, written after its item was read.
    if (await deps.bookings.findBooking(id)) throw new ContentionError('changed')
    const mayHaveLapsed = decision.error.kind === 'taken' || decision.error.kind === 'holder-busy'
    if (mayHaveLapsed && (await freeLapsed({ ...command, holder: holder.id }, deps)))
      throw new ContentionError('lapsed')
    return refuse(await explainTaken(decision.error, command, deps))
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
    ...holdTermsOf(decision.value, { site: await staffedSite({ site, space }, deps), space, now: at }),
    createdAt: at,
  }
  const booked = { booking, holder, site, space }
  return ok({ booked, requestHash, exists: false, usage: known.usage, newcomer, authorship })
}

const attempt = async (command: BookSpace, deps: Deps): Promise<Result<Booked, BookSpaceRefusal>> => {
  const prepared = await prepare(command, deps)
  if (!prepared.ok) return prepared
  const { booked, requestHash, exists, usage, newcomer, authorship } = prepared.value
  if (exists) return ok(booked)
  const conflict = await deps.bookings.addBooking(booked.booking, requestHash, {
    usage,
    person: newcomer,
    authorship,
  })
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
