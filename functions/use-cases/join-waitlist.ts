import { auditEntryOnWaitlist } from '../../shared/domain/audit-entry.ts'
import type { BookingRefusal } from '../../shared/domain/booking-refusal.ts'
import { refusalOfConditions } from '../../shared/domain/conditions.ts'
import type { Holder } from '../../shared/domain/holder.ts'
import type { HolderId, SiteId, SpaceId, WaitlistEntryId } from '../../shared/domain/ids.ts'
import { publicOn } from '../../shared/domain/public.ts'
import { ok, type Result, refuse } from '../../shared/domain/result.ts'
import type { Site } from '../../shared/domain/site.ts'
import type { Space } from '../../shared/domain/space.ts'
import { spaceFor } from '../../shared/domain/space.ts'
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
import type { Dependencies } from '../dependencies.ts'
import { associationOf, mayBookFor, personFor, type SignedInFor } from './booked-for.ts'
import { endLapsedOn, offerWhatIsFree } from './commit-and-offer.ts'
import { hashOf, idOf } from './hash.ts'
import { findActedFor, holderActedFor } from './person-acted-for.ts'

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

const hashOfRequest = ({ whose, idempotencyKey: _, ...request }: JoinWaitlist) => {
  const { site, space, radiusKm, date, start, end, quarters, use, places } = request
  const [person, as] = [personFor(whose), associationOf(whose)]
  return hashOf(
    JSON.stringify({ site, space, radiusKm, person, as, date, start, end, quarters, use, places }),
  )
}

/** The named site, then those around that are lent for that use, nearest first. */
const sitesFor = async (
  { use, radiusKm }: JoinWaitlist,
  { site }: LentSite,
  deps: Dependencies,
): Promise<SiteId[]> => {
  if (radiusKm === undefined || !site.position) return [site.id]
  const directory = await deps.directory()
  const { matches } = directory.search({ near: site.position, radiusKm, use, limit: MOST_SITES })
  return [site.id, ...matches.map(({ id }) => id).filter((id) => id !== site.id)].slice(0, MOST_SITES)
}

type Lent = { readonly site: Site; readonly space: Space }

/** The spaces as who waits meets them on that date, at each site. */
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

const attempt = async (
  command: JoinWaitlist,
  deps: Dependencies,
): Promise<Result<WaitlistEntry, JoinWaitlistRefusal>> => {
  const now = deps.now()
  const { whose, site: siteId, idempotencyKey } = command
  const { token } = whose
  const as = associationOf(whose)
  const id = idOf('wait', token.holder, idempotencyKey) as WaitlistEntryId
  const person = personFor(whose)
  const acting = person && { person, site: siteId, by: token.holder, idempotencyKey }
  const keys = { id, holder: token.holder, session: hashOf(token.secret), now }
  const { holder, existing, freeTicket } = await deps.waitlist.readFacts(
    keys,
    acting ? holderActedFor(acting) : (as ?? token.holder),
  )
  if (!holder) return refuse({ kind: 'signed-out' })
  if (!(await mayBookFor(holder, whose, deps))) return refuse({ kind: 'not-found' })
  const acted = acting && (await findActedFor(acting, holder, deps))
  if (acted && !acted.ok) return acted
  const requestHash = hashOfRequest(command)
  if (existing)
    return existing.requestHash === requestHash ? ok(existing.wait) : refuse({ kind: 'key-reused' })
  const named = await deps.sites.findSite(siteId)
  if (!named || (command.space && !named.spaces.some((space) => space.id === command.space)))
    return refuse({ kind: 'not-found' })
  // An association has a name.
  const whoWaits: Holder = acted?.value.holder ?? (as === undefined ? holder : { id: as })
  if (as === undefined && !whoWaits.name) return refuse({ kind: 'name-missing' })
  const sites = await sitesFor(command, named, deps)
  const lent = await lentAt({ ...command, holder: whoWaits.id }, [named, ...sites.slice(1)], deps)
  const refusal = refusalOfWaitlistRequest(command, lent, now)
  if (refusal) return refuse(refusal)
  const acceptance = named.conditions && (await deps.conditions.findAcceptance(whoWaits.id, named.site.id))
  const unaccepted = !acted && refusalOfConditions({ ...named, acceptance }, command.date)
  if (unaccepted) return refuse(unaccepted)
  if (freeTicket === undefined)
    return refuse({ kind: 'quota-reached', rule: 'waits', limit: MOST_WAITLIST_ENTRIES })
  const { space, date, start, end, quarters, use } = command
  const wait: WaitlistEntry = {
    ...{ id, sites, date, start, end, quarters, use, ...(space && { space }) },
    holder: whoWaits.id,
    ...(as && { bookedBy: token.holder }),
    ticket: freeTicket,
    places: use === 'room' ? 1 : command.places,
    channel: acted ? 'counter' : 'web',
    askedAt: now,
    status: 'waiting',
  }
  const auditEntry =
    acted && auditEntryOnWaitlist(wait, { ...acted.value.authorship, effect: 'waited', at: now })
  const conflict = await deps.waitlist.addEntry(
    { wait, requestHash },
    acted?.value.isNew ? whoWaits : undefined,
    auditEntry,
  )
  // What stood in the way is there to be read: the next attempt decides on it.
  if (conflict) throw new ContentionError(conflict)
  return ok(wait)
}

/** The nearest place that is free is held for whoever is first, which may be this one. */
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

/**
 * Waits for free time; what is free already is offered at once. The same Idempotency-Key gives the same wait, and
 * finishes what was stopped. Throws ContentionError like bookSpace.
 */
export const joinWaitlist = (
  command: JoinWaitlist,
  deps: Dependencies,
): Promise<Result<WaitlistEntry, JoinWaitlistRefusal>> =>
  retryContended(async () => {
    const asked = await attempt(command, deps)
    return asked.ok ? ok(await offerNearest(asked.value, deps)) : asked
  })
