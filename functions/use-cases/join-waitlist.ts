import { auditEntryOnWaitlist } from '../../shared/domain/audit-entry.ts'
import type { BookingRefusal } from '../../shared/domain/booking-refusal.ts'
import { refusalOfConditions } from '../../shared/domain/conditions.ts'
import type { Holder } from '../../shared/domain/holder.ts'
import type { Hash, HolderId, SiteId, SpaceId, WaitlistEntryId } from '../../shared/domain/ids.ts'
import { publicOn } from '../../shared/domain/public.ts'
import { ok, type Result, refuse } from '../../shared/domain/result.ts'
import type { Site } from '../../shared/domain/site.ts'
import { type Space, spaceFor } from '../../shared/domain/space.ts'
import {
  MOST_SITES,
  MOST_WAITLIST_ENTRIES,
  refusalOfWaitlistRequest,
  type WaitlistEntry,
  type WaitlistRequest,
} from '../../shared/domain/waitlist.ts'
import { ContentionError } from '../../shared/store/contention.ts'
import { retryContended } from '../../shared/store/retry.ts'
import type { LentSite } from '../../shared/store/site-store.ts'
import type { StoredWaitlistEntry } from '../../shared/store/waitlist-item.ts'
import type { Dependencies } from '../dependencies.ts'
import {
  associationOf,
  bookedByOf,
  channelOf,
  mayBookFor,
  personFor,
  type SignedInFor,
} from './booked-for.ts'
import { endLapsedOn, offerWhatIsFree } from './commit-and-offer.ts'
import { hashOf, hashOfRequest, idOf } from './hash.ts'
import { type ActedFor, findActedFor, holderActedFor } from './person-acted-for.ts'
import { reviewTomorrow } from './review-tomorrow.ts'

export type JoinWaitlist = WaitlistRequest & {
  readonly site: SiteId
  readonly space?: SpaceId | undefined
  readonly radiusKm?: number | undefined
  readonly whose: SignedInFor
  readonly idempotencyKey: string
}

export type JoinWaitlistRefusal =
  | BookingRefusal
  | { readonly kind: 'signed-out' | 'not-found' | 'name-missing' | 'key-reused' }
  | { readonly kind: 'quota-reached'; readonly rule: 'waits'; readonly limit: number }

const requestHashOf = ({ whose, idempotencyKey: _, ...request }: JoinWaitlist): Hash => {
  const { site, space, radiusKm, date, start, end, quarters, use, places } = request
  return hashOfRequest('wait', {
    ...{ site, space, radiusKm, person: personFor(whose), as: associationOf(whose) },
    ...{ date, start, end, quarters, use, places },
  })
}

/** The named site, then others nearby that are lent for the use, nearest first. */
const sitesFor = async (
  { use, radiusKm }: JoinWaitlist,
  { site }: LentSite,
  deps: Dependencies,
): Promise<SiteId[]> => {
  if (radiusKm === undefined || !site.position) return [site.id]
  const directory = await deps.directory()
  const { matches } = directory.search({ near: site.position, radiusKm, lent: { use }, limit: MOST_SITES })
  return [site.id, ...matches.map(({ id }) => id).filter((id) => id !== site.id)].slice(0, MOST_SITES)
}

type Lent = { readonly site: Site; readonly space: Space }

const lentAt = async (
  wish: Pick<JoinWaitlist, 'space' | 'date'> & { readonly holder: HolderId },
  [named, ...others]: readonly [LentSite, ...SiteId[]],
  { sites, members }: Dependencies,
): Promise<Lent[]> => {
  const found = [named, ...(await Promise.all(others.map((id) => sites.findSite(id))))]
  const lent = await Promise.all(
    found.map(async (each): Promise<Lent[]> => {
      if (!each) return []
      const { site, spaces } = each
      const who = publicOn(await members.findMembership(wish.holder, site.id), wish.date)
      const wanted = spaces.filter(({ id }) => wish.space === undefined || id === wish.space)
      return wanted.map((space) => ({ site, space: spaceFor(space, who) }))
    }),
  )
  return lent.flat()
}

type Asking = {
  readonly id: WaitlistEntryId
  readonly waiter: Holder
  readonly acted: ActedFor | undefined
  readonly existing: StoredWaitlistEntry | undefined
  readonly freeTicket: number | undefined
}

const readAsking = async (
  command: JoinWaitlist,
  deps: Dependencies,
): Promise<Result<Asking, JoinWaitlistRefusal>> => {
  const { whose, idempotencyKey, site } = command
  const { token } = whose
  const [person, as] = [personFor(whose), associationOf(whose)]
  const id = idOf('wait', token.holder, idempotencyKey) as WaitlistEntryId
  const acting = person && { person, site, by: token.holder, idempotencyKey }
  const keys = { id, holder: token.holder, session: hashOf(token.secret), now: deps.now() }
  const waiting = acting ? holderActedFor(acting) : (as ?? token.holder)
  const { holder, existing, freeTicket } = await deps.waitlist.readFacts(keys, waiting)
  if (!holder) return refuse({ kind: 'signed-out' })
  if (!(await mayBookFor(holder, whose, deps))) return refuse({ kind: 'not-found' })
  const acted = acting && (await findActedFor(acting, holder, deps))
  if (acted && !acted.ok) return acted
  const waiter = acted?.value.holder ?? (as === undefined ? holder : { id: as })
  return ok({ id, waiter, acted: acted?.value, existing, freeTicket })
}

const entryOf = (
  { whose, ...command }: JoinWaitlist,
  { id, waiter, acted }: Asking,
  placed: Pick<WaitlistEntry, 'sites' | 'ticket' | 'askedAt'>,
): WaitlistEntry => {
  const { space, date, start, end, quarters, use } = command
  return {
    ...{ id, date, start, end, quarters, use, ...placed, ...(space && { space }) },
    holder: waiter.id,
    ...bookedByOf(whose),
    places: use === 'room' ? 1 : command.places,
    channel: channelOf(acted?.authorship),
    status: 'waiting',
  }
}

const attempt = async (
  command: JoinWaitlist,
  deps: Dependencies,
): Promise<Result<WaitlistEntry, JoinWaitlistRefusal>> => {
  const askedAt = deps.now()
  const asking = await readAsking(command, deps)
  if (!asking.ok) return asking
  const { waiter, acted, existing, freeTicket: ticket } = asking.value
  const requestHash = requestHashOf(command)
  if (existing)
    return existing.requestHash === requestHash ? ok(existing.wait) : refuse({ kind: 'key-reused' })
  const named = await deps.sites.findSite(command.site)
  if (!named || (command.space && !named.spaces.some((space) => space.id === command.space)))
    return refuse({ kind: 'not-found' })
  if (!associationOf(command.whose) && !waiter.name) return refuse({ kind: 'name-missing' })
  const sites = await sitesFor(command, named, deps)
  const lent = await lentAt({ ...command, holder: waiter.id }, [named, ...sites.slice(1)], deps)
  const refusal = refusalOfWaitlistRequest(command, lent, askedAt)
  if (refusal) return refuse(refusal)
  const acceptance = named.conditions && (await deps.conditions.findAcceptance(waiter.id, named.site.id))
  const unaccepted = !acted && refusalOfConditions({ ...named, acceptance }, command.date)
  if (unaccepted) return refuse(unaccepted)
  if (ticket === undefined)
    return refuse({ kind: 'quota-reached', rule: 'waits', limit: MOST_WAITLIST_ENTRIES })
  const wait = entryOf(command, asking.value, { sites, ticket, askedAt })
  const auditEntry =
    acted && auditEntryOnWaitlist(wait, { ...acted.authorship, effect: 'waited', at: askedAt })
  const newcomer = acted?.isNew ? waiter : undefined
  await Promise.all(sites.map((site) => reviewTomorrow(site, deps)))
  const conflict = await deps.waitlist.addEntry({ wait, requestHash }, newcomer, auditEntry)
  // A re-read shows the conflict: the next attempt decides.
  if (conflict) throw new ContentionError(conflict)
  return ok(wait)
}

/** Offers the nearest free space to the first in line, perhaps this person. */
const offerNearest = async (asked: WaitlistEntry, deps: Dependencies): Promise<WaitlistEntry> => {
  let wait = asked
  for (const site of wait.sites) {
    if (wait.status !== 'waiting') return wait
    await endLapsedOn({ site, date: wait.date, holder: wait.holder }, deps)
    await offerWhatIsFree({ site, date: wait.date }, deps)
    wait = (await deps.waitlist.findEntry(wait.id)) ?? wait
  }
  return wait
}

/** The same Idempotency-Key finishes the same wait. Throws ContentionError like bookSpace. */
export const joinWaitlist = (
  command: JoinWaitlist,
  deps: Dependencies,
): Promise<Result<WaitlistEntry, JoinWaitlistRefusal>> =>
  retryContended(async () => {
    const asked = await attempt(command, deps)
    return asked.ok ? ok(await offerNearest(asked.value, deps)) : asked
  })
