import { auditEntryOnWaitlist } from '../../shared/domain/audit-entry.ts'
import { hasStarted } from '../../shared/domain/booking-state.ts'
import type { SignedInHolder } from '../../shared/domain/holder.ts'
import type { Hash, HolderId, WorkshopId } from '../../shared/domain/ids.ts'
import { ok, type Result, refuse } from '../../shared/domain/result.ts'
import { MOST_WAITLIST_ENTRIES, type WaitlistEntry } from '../../shared/domain/waitlist.ts'
import { seatsOf } from '../../shared/domain/workshop.ts'
import { ContentionError } from '../../shared/store/contention.ts'
import { retryContended } from '../../shared/store/retry.ts'
import { channelOf } from './booked-for.ts'
import type { BookingDependencies as Deps } from './booking-dependencies.ts'
import { offerWhatIsFree } from './commit-and-offer.ts'
import { type ActingFor, findActedFor } from './person-acted-for.ts'
import {
  findSeat,
  lastWaitlistEntry,
  MOST_WAITS_A_WORKSHOP,
  readWorkshop,
  type WorkshopDetails,
} from './read-workshop.ts'

export type JoinWorkshopWaitlistRefusal =
  | { readonly kind: 'not-found' | 'key-reused' | 'name-missing' | 'past' | 'workshop-cancelled' }
  | { readonly kind: 'already-signed-up'; readonly booking: string }
  | { readonly kind: 'quota-reached'; readonly rule: 'waits'; readonly limit: number }

type Command = { readonly id: WorkshopId; readonly holder: SignedInHolder }

export type JoinWorkshopWaitlist = Command & {
  readonly acting?: Omit<ActingFor, 'site' | 'by'> | undefined
}

type Joined = { readonly details: WorkshopDetails; readonly holder: HolderId }

/** Waits are numbered instead of keyed: asking again keeps the rank. */
const NO_REQUEST = '-' as Hash

const join = async (
  { id, holder: by, acting }: JoinWorkshopWaitlist,
  deps: Deps,
): Promise<Result<Joined, JoinWorkshopWaitlistRefusal>> => {
  const details = await readWorkshop({ id }, deps)
  if (!details) return refuse({ kind: 'not-found' })
  const { workshop, site } = details
  const acted = acting && (await findActedFor({ ...acting, site: site.id, by: by.id }, by, deps))
  if (acted && !acted.ok) return acted
  const holder = acted?.value.holder ?? by
  if (!holder.name) return refuse({ kind: 'name-missing' })
  if (workshop.status === 'cancelled') return refuse({ kind: 'workshop-cancelled' })
  if (hasStarted(workshop, site, deps.now())) return refuse({ kind: 'past' })
  const seat = await findSeat(holder.id, workshop, deps)
  if (seat) return refuse({ kind: 'already-signed-up', booking: seat.id })
  const { last, next } = await lastWaitlistEntry(holder.id, id, deps)
  if (last?.status === 'waiting') return ok({ details, holder: holder.id })
  if (!next) return refuse({ kind: 'quota-reached', rule: 'waits', limit: MOST_WAITS_A_WORKSHOP })
  const ticket = await deps.waitlist.findFreeTicket(holder.id, next, deps.now())
  if (ticket === undefined)
    return refuse({ kind: 'quota-reached', rule: 'waits', limit: MOST_WAITLIST_ENTRIES })
  const { date, start, end } = workshop
  const wait: WaitlistEntry = {
    id: next,
    holder: holder.id,
    ticket,
    sites: [site.id],
    space: seatsOf(id),
    workshop: id,
    date,
    start,
    end,
    quarters: end - start,
    use: 'desk',
    places: 1,
    channel: channelOf(acted?.value.authorship),
    askedAt: deps.now(),
    status: 'waiting',
  }
  const person = acted?.value.isNew ? holder : undefined
  const auditEntry =
    acted && auditEntryOnWaitlist(wait, { ...acted.value.authorship, effect: 'waited', at: wait.askedAt })
  if (await deps.waitlist.addEntry({ wait, requestHash: NO_REQUEST }, person, auditEntry))
    throw new ContentionError('changed')
  return ok({ details, holder: holder.id })
}

/** Joins a workshop's waitlist once, for oneself or a person acted for; a free seat is offered at once. */
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
