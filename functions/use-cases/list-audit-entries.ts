import type { AuditEntry } from '../../shared/domain/audit-entry.ts'
import type { Holder } from '../../shared/domain/holder.ts'
import type { HolderId } from '../../shared/domain/ids.ts'
import { type Instant, instantAt, localTimeAt, type TimeZone } from '../../shared/domain/instant.ts'
import { actionToGrant, leastGrantOf } from '../../shared/domain/invitation.ts'
import { addDays, type LocalDate } from '../../shared/domain/local-date.ts'
import { quarter } from '../../shared/domain/quarter.ts'
import { retentionCutoff } from '../../shared/domain/retention.ts'
import type { Actor, Scope } from '../../shared/domain/rights.ts'
import { territoryOf } from '../../shared/domain/territory.ts'
import type { AuditEntryName } from '../../shared/store/keys/audit-keys.ts'
import type { Dependencies } from '../dependencies.ts'
import { authorizeInScope } from './authorize-in-scope.ts'

const MOST_AUDIT_ENTRIES = 100
const DAYS_SHOWN = 30

export type ListAuditEntries = {
  readonly scope: Scope
  readonly by: Actor
  readonly from?: LocalDate | undefined
  readonly to?: LocalDate | undefined
  readonly after?: AuditEntryName | undefined
}

/** `kept` is the first date with stored entries. */
export type ListedAuditEntries = Record<'from' | 'to' | 'kept', LocalDate> & {
  readonly auditEntries: readonly AuditEntry[]
  readonly people: ReadonlyMap<HolderId, Holder>
  readonly timeZone: TimeZone
  readonly isWhole: boolean
}

type Deps = Pick<Dependencies, 'auditEntries' | 'sites' | 'grants' | 'identities' | 'now'>

/** Days begin on this clock. */
const zoneOf = async (scope: Scope, { sites }: Deps): Promise<TimeZone> => {
  const site = scope.kind === 'site' ? await sites.findLocation(scope.site) : undefined
  return site?.timeZone ?? territoryOf(scope.kind === 'departement' ? scope.departement : '').timeZone
}

/** People who give rights in a wider scope read its trail. */
const readingOf = (scope: Scope) =>
  scope.kind === 'site' ? 'read-audit' : actionToGrant(leastGrantOf(scope))

const isSomebody = (id: AuditEntry['by'] | undefined): id is HolderId =>
  id !== undefined && id !== 'system' && id !== 'operator'

/** Latest first, with current names; undefined for people without access. */
export const listAuditEntries = async (
  command: ListAuditEntries,
  deps: Deps,
): Promise<ListedAuditEntries | undefined> => {
  const { scope, by, after } = command
  if (!(await authorizeInScope(by, readingOf(scope), scope, deps))) return undefined
  const timeZone = await zoneOf(scope, deps)
  const now = deps.now()
  const dateAt = (at: Instant) => localTimeAt(at, timeZone).date
  const to = command.to ?? dateAt(now)
  const kept = dateAt(retentionCutoff(now))
  const asOf = command.from ?? addDays(to, -DAYS_SHOWN)
  const from = asOf < kept ? kept : asOf
  const midnight = (date: LocalDate) => instantAt(date, quarter(0), timeZone)
  const last = (midnight(addDays(to, 1)) - 1) as Instant
  const asked = { from: midnight(from), to: last, after, most: MOST_AUDIT_ENTRIES + 1 }
  // A cursor of other dates is refused.
  const isOutside = from > to || (after && (after.at < asked.from || after.at > asked.to))
  const found = isOutside ? [] : await deps.auditEntries.listAuditEntries(scope, asked)
  const auditEntries = found.slice(0, MOST_AUDIT_ENTRIES)
  const ids = auditEntries.flatMap(({ by, holder }) => [by, holder]).filter(isSomebody)
  const people = await deps.identities.findHolders([...new Set(ids)])
  return { auditEntries, people, timeZone, from, to, kept, isWhole: found.length <= MOST_AUDIT_ENTRIES }
}
