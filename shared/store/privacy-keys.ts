import type { AuditEntry } from '../domain/audit-entry.ts'
import type { Hash, HolderId } from '../domain/ids.ts'
import type { Instant } from '../domain/instant.ts'
import type { Scope } from '../domain/rights.ts'
import type { Series } from '../domain/series.ts'
import { callsOfHolder } from './call-keys.ts'
import { BY_HOLDER, emailKey, holderKey, type Key, scopeGrants, siteKey, sortable } from './keys.ts'

/** What is told at a site stands with the site, all else with the rights of its scope. */
const trailPartition = (scope: Scope): string =>
  (scope.kind === 'site' ? siteKey(scope.site) : scopeGrants(scope)).pk

/** One person may lose several rights of a scope at the same time. */
export type AuditEntryName = Pick<AuditEntry, 'at' | 'about' | 'effect' | 'role'>

/** Sorted by time. */
export const formatAuditEntryName = ({ at, about, effect, role }: AuditEntryName): string =>
  [sortable(at), about, effect, ...(role ? [role] : [])].join('#')

/** What was done by others than those concerned, in the order of time. */
export const auditEntryKey = ({ scope, ...name }: AuditEntryName & Pick<AuditEntry, 'scope'>): Key => ({
  pk: trailPartition(scope),
  sk: `AUDIT#${formatAuditEntryName(name)}`,
})
export const auditEntries = (scope: Scope, from: Instant, to: Instant) => ({
  pk: trailPartition(scope),
  from: `AUDIT#${sortable(from)}`,
  to: `AUDIT#${sortable(to)}~`,
})

/** All that is a holder's stands in the index by-holder, sorted by what it is: bookings by their dates. */
export const bookingsOfHolder = { from: '0', to: '9999~' } as const
export const waitlistEntriesOfHolder = { from: 'WAIT#', to: 'WAIT#~' } as const
export const auditEntriesOnHolder = { from: 'AUDIT#', to: 'AUDIT#~' } as const
export const seriesOfHolder = { from: 'SERIES#', to: 'SERIES#~' } as const
/** What stands elsewhere, and is only listed as a holder's: who gave a phone at a site, who is called, uses that were proposed. */
export const proposalsOfHolder = { from: 'PROPOSAL#', to: 'PROPOSAL#~' } as const
export const listedOfHolder = [{ from: 'PERSON#', to: 'PERSON#~' }, callsOfHolder, proposalsOfHolder] as const
export const auditEntrySort = ({ at, about }: Pick<AuditEntry, 'at' | 'about'>): string =>
  `AUDIT#${sortable(at)}#${about}`
export const seriesSort = ({ createdAt, id }: Pick<Series, 'createdAt' | 'id'>): string =>
  `SERIES#${sortable(createdAt)}#${id}`

/** What carries an address is listed there under the address's hash: it goes with it. */
export const ofAddress = (email: Hash, sort: string) =>
  ({ [BY_HOLDER.partitionKey]: email, [BY_HOLDER.sortKey]: sort }) as const
export const allOfAddress = { from: '0', to: '~' } as const

/** All that stands in the partition of a holder, and in that of an address. */
export const holderItems = (holder: HolderId) => ({ pk: holderKey(holder).pk, from: '0', to: '~' })
export const emailItems = (email: Hash) => ({ pk: emailKey(email).pk, from: '0', to: '~' })

export const ACCEPTED_PREFIX = 'ACCEPTED#'
export const acceptancesOf = (holder: HolderId) => ({
  pk: holderKey(holder).pk,
  from: ACCEPTED_PREFIX,
  to: `${ACCEPTED_PREFIX}~`,
})

export const MEMBER_PREFIX = 'MEMBER#'
export const membershipsOf = (holder: HolderId) => ({
  pk: holderKey(holder).pk,
  from: MEMBER_PREFIX,
  to: `${MEMBER_PREFIX}~`,
})

/** In the ledger, which holds nothing else. */
export const erasureKey = (holder: HolderId): Key => ({ pk: 'ERASURES', sk: holder })
export const allErasures = { pk: 'ERASURES', from: '0', to: '~' }

/** How far the purge was when it was stopped. */
export const checkpointKey: Key = { pk: 'PURGE', sk: 'PURGE' }
