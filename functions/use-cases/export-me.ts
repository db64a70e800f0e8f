import type { AuditEntry } from '../../shared/domain/audit-entry.ts'
import type { Booking } from '../../shared/domain/booking.ts'
import type { Acceptance } from '../../shared/domain/conditions.ts'
import type { Feed } from '../../shared/domain/feed.ts'
import type { Holder } from '../../shared/domain/holder.ts'
import type { SiteId } from '../../shared/domain/ids.ts'
import type { Instant } from '../../shared/domain/instant.ts'
import type { Proposal } from '../../shared/domain/proposal.ts'
import type { Membership } from '../../shared/domain/public.ts'
import type { Grant } from '../../shared/domain/rights.ts'
import type { Series } from '../../shared/domain/series.ts'
import type { Session } from '../../shared/domain/session.ts'
import type { WaitlistEntry } from '../../shared/domain/waitlist.ts'
import type { Dependencies } from '../dependencies.ts'

export type Exported = {
  readonly at: Instant
  readonly holder: Holder
  readonly bookings: readonly Booking[]
  readonly series: readonly Series[]
  readonly waits: readonly WaitlistEntry[]
  readonly memberships: readonly (Membership & { readonly site: SiteId })[]
  readonly grants: readonly Grant[]
  readonly sessions: readonly Session[]
  readonly auditEntries: readonly AuditEntry[]
  readonly proposals: readonly Proposal[]
  readonly feeds: readonly Feed[]
  readonly acceptances: readonly (Acceptance & { readonly site: SiteId })[]
  readonly nameOf: (site: SiteId) => string | undefined
}

type Deps = Pick<
  Dependencies,
  | 'bookings'
  | 'series'
  | 'waitlist'
  | 'admissions'
  | 'grants'
  | 'sessions'
  | 'auditEntries'
  | 'proposals'
  | 'conditions'
  | 'feeds'
  | 'directory'
  | 'now'
>

/** Everything stored about a person, without secrets. */
export const exportMe = async (holder: Holder, deps: Deps): Promise<Exported> => {
  const [
    bookings,
    series,
    waits,
    auditEntries,
    memberships,
    grants,
    sessions,
    proposals,
    acceptances,
    feeds,
    directory,
  ] = await Promise.all([
    deps.bookings.listAll(holder.id),
    deps.series.listSeries(holder.id),
    deps.waitlist.listAll(holder.id),
    deps.auditEntries.listAuditEntriesOn(holder.id),
    deps.admissions.listMemberships(holder.id),
    deps.grants.listGrants(holder.id),
    deps.sessions.listOpen(holder.id, deps.now()),
    deps.proposals.listOf(holder.id),
    deps.conditions.listAcceptances(holder.id),
    deps.feeds.listFeeds(holder.id),
    deps.directory(),
  ])
  const nameOf = (site: SiteId) => directory.find(site)?.name
  const own = { bookings, series, waits, memberships, grants, sessions, auditEntries, proposals }
  return { at: deps.now(), holder, ...own, acceptances, feeds, nameOf }
}
