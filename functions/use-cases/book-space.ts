import { type Authorship, isAsStaff } from '../../shared/domain/authorship.ts'
import { type Alternative, alternativesThatDay } from '../../shared/domain/availability.ts'
import type { Booking, Slot } from '../../shared/domain/booking.ts'
import type { BookingRefusal } from '../../shared/domain/booking-refusal.ts'
import { decideBooking } from '../../shared/domain/decide-booking.ts'
import { type HoldTerms, holdTermsOf } from '../../shared/domain/hold-terms.ts'
import type { Holder } from '../../shared/domain/holder.ts'
import type { BookingId, Hash } from '../../shared/domain/ids.ts'
import type { Instant } from '../../shared/domain/instant.ts'
import { wordsOfParty } from '../../shared/domain/party.ts'
import { ok, type Result, refuse } from '../../shared/domain/result.ts'
import type { Site } from '../../shared/domain/site.ts'
import type { Space } from '../../shared/domain/space.ts'
import type { UsageRecord } from '../../shared/domain/usage.ts'
import { isServedBy, type WaitlistEntry } from '../../shared/domain/waitlist.ts'
import type { StoredBooking } from '../../shared/store/booking-facts.ts'
import { ContentionError } from '../../shared/store/contention.ts'
import { retryContended } from '../../shared/store/retry.ts'
import type { SiteVersion } from '../../shared/store/site-version.ts'
import type { StartDependencies } from '../start-dependencies.ts'
import { type TellingWrite, unlimited } from './allowances.ts'
import { type BookSpace, idFor, partOf, requestHashOf } from './book-space-command.ts'
import { associationOf, bookedByOf, bookedWithOf, bookerOf, channelOf } from './booked-for.ts'
import { explainRefusal, type InTheWay } from './explain-refusal.ts'
import { freeLapsed } from './free-lapsed.ts'
import { waitsOf } from './own-waits.ts'
import { type BookSpaceFacts, readFactsFor } from './read-facts-for.ts'
import { staffedSite } from './staffed-site.ts'

export type Booked = {
  readonly booking: Booking
  readonly holder: Holder
  readonly site: Site
  readonly space?: Space | undefined
}

/** `alternatives`: other times of that day there, except to the dates of a series. */
type Refused = BookingRefusal & { readonly alternatives?: readonly Alternative[] }

export type BookSpaceRefusal =
  | Refused
  | { readonly kind: 'signed-out' | 'not-found' | 'name-missing' | 'key-reused' }

type Deps = StartDependencies

/** `person`: a new one, created with the booking. `usage`: what fair use was judged on. `served`: ended waits. */
type Addition = {
  readonly requestHash: Hash
  readonly usage: UsageRecord | undefined
  readonly person: Holder | undefined
  readonly authorship: Authorship | undefined
  readonly siteVersion: SiteVersion | undefined
  readonly served: readonly WaitlistEntry[]
}

/** A booking that exists already needs no addition. */
type Prepared = { readonly booked: Booked; readonly addition?: Addition }

/** The booking may have moved since it was made. */
const existingOf = async (
  command: BookSpace,
  { booking }: StoredBooking,
  { holder, site, space }: Omit<Booked, 'booking'>,
  { sites }: Deps,
): Promise<Booked> => {
  if (booking.space === command.space) return { booking, holder, site, space }
  const spaces = (await sites.findSite(booking.site))?.spaces
  return { booking, holder, site, space: spaces?.find(({ id }) => id === booking.space) }
}

type Known =
  | { readonly existing: StoredBooking; readonly site: Site; readonly space?: Space | undefined }
  | { readonly existing?: undefined; readonly site: Site; readonly space: Space }

/** With `existing`, the booking is made already; otherwise it can be decided. */
export const knownIn = (
  command: BookSpace,
  { holder, existing, site, space }: BookSpaceFacts,
): Result<Known, { readonly kind: 'key-reused' | 'not-found' | 'name-missing' }> => {
  if (existing && existing.requestHash !== requestHashOf(command)) return refuse({ kind: 'key-reused' })
  if (!site) return refuse({ kind: 'not-found' })
  if (existing) return ok({ existing, site, space })
  if (!space) return refuse({ kind: 'not-found' })
  return holder.name ? ok({ site, space }) : refuse({ kind: 'name-missing' })
}

export const conditionsIn = (
  { workshop }: BookSpace,
  { siteConditions, authorship }: Pick<BookSpaceFacts, 'siteConditions' | 'authorship'>,
) => ({
  // People for whom staff book sign on paper; a workshop's mediator answers for the room.
  ...(!(authorship && isAsStaff(authorship)) && !workshop && { siteConditions }),
  ...(workshop && channelOf(authorship) === 'counter' && { walkIn: true as const }),
})

type New = {
  readonly id: BookingId
  readonly slot: Slot
  readonly holder: Holder
  readonly authorship: Authorship | undefined
  readonly terms: HoldTerms
  readonly now: Instant
}

const newBooking = (
  { whose, ...command }: BookSpace,
  { id, slot, holder, authorship, terms, now }: New,
): Booking => ({
  ...slot,
  id,
  site: command.site,
  revision: 0,
  ...partOf(command),
  holder: holder.id,
  ...bookedByOf(whose),
  ...bookedWithOf(whose),
  ...wordsOfParty(command),
  use: command.use,
  channel: channelOf(authorship),
  ...terms,
  createdAt: now,
})

const prepare = async (
  command: BookSpace,
  deps: Deps,
  tries: number,
): Promise<Result<Prepared, BookSpaceRefusal>> => {
  const now = deps.now()
  const facts = await readFactsFor(command, deps, tries)
  if (!facts.ok) return facts
  const { holder, newcomer: person, authorship, siteVersion } = facts.value
  const { usage, occupancyOf, holderOccupancy } = facts.value
  const isStale = () => deps.bookings.hasChangedSince({ id: idFor(command), site: command.site, siteVersion })
  const known = knownIn(command, facts.value)
  if (!known.ok) {
    if (tries === 0 && siteVersion && (await isStale())) throw new ContentionError('changed')
    return known
  }
  const { existing, site, space } = known.value
  if (existing) return ok({ booked: await existingOf(command, existing, { holder, site, space }, deps) })

  const free = { occupancyOf, holderOccupancy, usage }
  const decision = decideBooking(command, {
    ...conditionsIn(command, facts.value),
    site,
    space,
    ...free,
    now,
  })
  if (!decision.ok) {
    const mayDecideOtherwise = {
      isStale,
      freeLapsed: (refused: InTheWay) => freeLapsed({ ...command, holder: holder.id, refused }, deps),
    }
    const refusal = await explainRefusal(decision.error, command, mayDecideOtherwise, deps)
    if (refusal.kind !== 'taken' || command.series) return refuse(refusal)
    return refuse({ ...refusal, alternatives: alternativesThatDay(command, { ...free, site, space, now }) })
  }
  const slot = decision.value
  const terms = holdTermsOf(slot, { site: await staffedSite({ site, space }, deps), space, now })
  const booked = newBooking(command, { id: idFor(command), slot, holder, authorship, terms, now })
  const served = (await waitsOf(command, holder, deps)).filter((wait) => isServedBy(wait, booked))
  const booking = { ...booked, ...(served[0] && { wait: served[0].id }) }
  return ok({
    booked: { booking, holder, site, space },
    addition: { requestHash: requestHashOf(command), usage, person, authorship, siteVersion, served },
  })
}

type Attempt<R> = { readonly deps: Deps; readonly telling: TellingWrite<R>; readonly tries: number }

const attempt = async <R>(
  command: BookSpace,
  { deps, telling, tries }: Attempt<R>,
): Promise<Result<Booked, BookSpaceRefusal | R>> => {
  const prepared = await prepare(command, deps, tries)
  if (!prepared.ok) return prepared
  const { booked, addition } = prepared.value
  if (!addition) return ok(booked)
  const { requestHash, ...others } = addition
  const who = { by: bookerOf(command.whose), to: associationOf(command.whose) }
  const refusal = await telling(who, async (ownDayChanges) => {
    const written = { ...others, ownDayChanges }
    const conflict = await deps.bookings.addBooking(booked.booking, requestHash, written)
    if (conflict) throw new ContentionError(conflict)
  })
  return refusal ? refuse(refusal) : ok(booked)
}

/**
 * Books places of a space. The same Idempotency-Key gives the same booking, for ever. Throws ContentionError when
 * others keep writing until the deadline: repeating is safe.
 */
export const bookSpace = <R = never>(
  command: BookSpace,
  deps: Deps,
  telling: TellingWrite<R> = unlimited,
): Promise<Result<Booked, BookSpaceRefusal | R>> =>
  retryContended((tries) => attempt(command, { deps, telling, tries }))
