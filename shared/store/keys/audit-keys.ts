import type { AuditEntry } from '../../domain/audit-entry.ts'
import type { Instant } from '../../domain/instant.ts'
import type { Scope } from '../../domain/rights.ts'
import { beginningWith, type Key, type PartitionRange, sortable } from './key.ts'
import { scopePartition } from './right-keys.ts'
import { sitePartition } from './site-keys.ts'

const AUDIT_ENTRIES = 'AUDIT#'

/** The trail of a site is in the site's partition, any other one with the grants of its scope. */
const trailPartition = (scope: Scope): string =>
  scope.kind === 'site' ? sitePartition(scope.site) : scopePartition(scope)

/** `role`, since one person may lose several rights of a scope at the same time. */
export type AuditEntryName = Pick<AuditEntry, 'at' | 'about' | 'effect' | 'role'>

/** Sorts in the order of time. */
export const formatAuditEntryName = ({ at, about, effect, role }: AuditEntryName): string =>
  [sortable(at), about, effect, ...(role ? [role] : [])].join('#')

export const auditEntryKey = ({ scope, ...name }: AuditEntryName & Pick<AuditEntry, 'scope'>): Key => ({
  pk: trailPartition(scope),
  sk: `${AUDIT_ENTRIES}${formatAuditEntryName(name)}`,
})
export const auditEntries = (scope: Scope, from: Instant, to: Instant): PartitionRange => ({
  pk: trailPartition(scope),
  ...beginningWith(`${AUDIT_ENTRIES}${sortable(from)}`, `${AUDIT_ENTRIES}${sortable(to)}`),
})

/** In the index by-holder, of the holder whom an entry concerns. */
export const auditEntriesOnHolder = beginningWith(AUDIT_ENTRIES)
export const auditEntrySort = ({ at, about }: Pick<AuditEntry, 'at' | 'about'>): string =>
  `${AUDIT_ENTRIES}${sortable(at)}#${about}`
