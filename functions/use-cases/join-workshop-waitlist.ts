import { quartersOfSeat } from '../../shared/domain/appointments.ts'
import { auditEntryOnWaitlist } from '../../shared/domain/audit-entry.ts'
import type { Holder, SignedInHolder } from '../../shared/domain/holder.ts'
import type { Hash, HolderId, WaitlistEntryId, WorkshopId } from '../../shared/domain/ids.ts'
import { isSameParty, type Party } from '../../shared/domain/party.ts'
import { ok, type Result, refuse } from '../../shared/domain/result.ts'
import { MOST_WAITLIST_ENTRIES, type WaitlistEntry } from '../../shared/domain/waitlist.ts'
import { seatsOf, type Workshop } from '../../shared/domain/workshop.ts'
import { ContentionError } from '../../shared/store/contention.ts'
import { retryContended } from '../../shared/store/retry.ts'
import { channelOf } from './booked-for.ts'
import type { BookingDependencies as Deps } from './booking-dependencies.ts'
import { offerWhatIsFree } from './commit-and-offer.ts'
import { opensFor } from './newcomers.ts'
import { type ActedFor, type ActingFor, findActedFor } from './person-acted-for.ts'
import {
  findSeat,
  lastWaitlistEntry,
  MOST_WAITS_A_WORKSHOP,
  readWorkshop,
  type WorkshopDetails,
} from './read-workshop.ts'

export type JoinWorkshopWaitlistRefusal =
  | { readonly kind: 'not-found' | 'key-reused' | 'name-missing' | 'past' | 'workshop-cancelled' }
  | { readonly kind: 'too-many-places'; readonly capacity: number }
  | { readonly kind: 'already-signed-up'; readonly booking: string }
  | { readonly kind: 'quota-reached'; readonly rule: 'waits'; readonly limit: number }

type Command = { readonly id: WorkshopId; readonly holder: SignedInHolder }

export type JoinWorkshopWaitlist = Command & {
  readonly party: Party
  readonly acting?: Omit<ActingFor, 'site' | 'by'> | undefined
  /** Told with the seats of its cycle. */
  readonly withCycle?: boolean | undefined
}

type Joined = { readonly details: WorkshopDetails; readonly holder: HolderId }

/** Waits are numbered instead of keyed: asking again keeps the rank. */
const NO_REQUEST = '-' as Hash

type Asking = { readonly id: WaitlistEntryId; readonly holder: Holder; readonly acted: ActedFor | undefined }

const entryOf = async (
  { id, holder, acted }: Asking,
  {
    workshop,
    party,
    withCycle,
  }: Pick<JoinWorkshopWaitlist, 'party' | 'withCycle'> & {
    readonly workshop: Workshop
  },
  deps: Deps,
): Promise<WaitlistEntry | undefined> => {
  const ticket = await deps.waitlist.findFreeTicket(holder.id, id, deps.now())
  if (ticket === undefined) return undefined
  const { date, start, end } = workshop
  const notBefore = await opensFor(acted?.isNew ? undefined : holder.id, workshop, deps)
  return {
    ...{ id, holder: holder.id, ticket, sites: [workshop.site], space: seatsOf(workshop.id) },
    ...{ workshop: workshop.id, date, start, end, quarters: quartersOfSeat(workshop), use: 'desk', ...party },
    ...(notBefore && { notBefore }),
    ...(withCycle && { withCycle }),
    channel: channelOf(acted?.authorship),
    askedAt: deps.now(),
    status: 'waiting',
  }
}

const refusalOf = async (
  { workshop, begun }: WorkshopDetails,
  { holder, party }: { readonly holder: Holder; readonly party: Party },
  deps: Deps,
): Promise<JoinWorkshopWaitlistRefusal | undefined> => {
  if (!holder.name) return { kind: 'name-missing' }
  if (workshop.status === 'cancelled') return { kind: 'workshop-cancelled' }
  if (begun) return { kind: 'past' }
  if (party.places > workshop.seats) return { kind: 'too-many-places', capacity: workshop.seats }
  const seat = await findSeat(holder.id, workshop, deps)
  return seat && { kind: 'already-signed-up', booking: seat.id }
}

const join = async (
  { id, holder: by, acting, party, withCycle }: JoinWorkshopWaitlist,
  deps: Deps,
): Promise<Result<Joined, JoinWorkshopWaitlistRefusal>> => {
  const details = await readWorkshop({ id }, deps)
  if (!details) return refuse({ kind: 'not-found' })
  const { workshop, site } = details
  const found = acting && (await findActedFor({ ...acting, site: site.id, by: by.id }, by, deps))
  if (found && !found.ok) return found
  const acted = found?.value
  const holder = acted?.holder ?? by
  const refusal = await refusalOf(details, { holder, party }, deps)
  if (refusal) return refuse(refusal)
  const entryOn = (effect: 'waited' | 'wait-changed', wait: WaitlistEntry) =>
    acted && auditEntryOnWaitlist(wait, { ...acted.authorship, effect, at: deps.now() })
  const { last, next } = await lastWaitlistEntry(holder.id, id, deps)
  if (last?.status === 'waiting') {
    if (
      !isSameParty(last, party) &&
      (await deps.waitlist.changeParty(last, party, entryOn('wait-changed', last)))
    )
      throw new ContentionError('changed')
    return ok({ details, holder: holder.id })
  }
  if (!next) return refuse({ kind: 'quota-reached', rule: 'waits', limit: MOST_WAITS_A_WORKSHOP })
  const wait = await entryOf({ id: next, holder, acted }, { workshop, party, withCycle }, deps)
  if (!wait) return refuse({ kind: 'quota-reached', rule: 'waits', limit: MOST_WAITLIST_ENTRIES })
  const person = acted?.isNew ? holder : undefined
  if (await deps.waitlist.addEntry({ wait, requestHash: NO_REQUEST }, person, entryOn('waited', wait)))
    throw new ContentionError('changed')
  return ok({ details, holder: holder.id })
}

/**
 * Joins a workshop's waitlist once, for oneself or a person acted for; free seats are offered at once. Asking
 * again for more or fewer people keeps the rank.
 */
export const joinWorkshopWaitlist = async (
  command: JoinWorkshopWaitlist,
  deps: Deps,
): Promise<Result<WorkshopDetails, JoinWorkshopWaitlistRefusal>> => {
  const joined = await retryContended(() => join(command, deps))
  if (!joined.ok) return joined
  const { details: asked, holder } = joined.value
  const { site, date, id } = asked.workshop
  await offerWhatIsFree({ site, date, workshop: id }, deps)
  const details = await readWorkshop({ id, holder }, deps)
  return details ? ok(details) : refuse({ kind: 'not-found' })
}

export const leaveWorkshopWaitlist = async (
  { id, holder }: Command,
  deps: Deps,
): Promise<WorkshopDetails | undefined> => {
  await retryContended(async () => {
    const { last } = await lastWaitlistEntry(holder.id, id, deps)
    if (last?.status === 'waiting' && (await deps.waitlist.leave(last))) throw new ContentionError('changed')
  })
  return readWorkshop({ id, holder: holder.id }, deps)
}
