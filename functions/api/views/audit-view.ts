import type { AuditEntryList, AuditEntryView } from '../../../shared/contracts/audit-views.ts'
import { type AuditEntry, BOOKING_EFFECTS, type Effect } from '../../../shared/domain/audit-entry.ts'
import { referenceOf } from '../../../shared/domain/booking.ts'
import type { BookingId, HolderId } from '../../../shared/domain/ids.ts'
import { type Instant, localTextAt } from '../../../shared/domain/instant.ts'
import { formatScope, type Role } from '../../../shared/domain/rights.ts'
import { formatAuditEntryName } from '../../../shared/store/keys/audit-keys.ts'
import type { ListAuditEntries, ListedAuditEntries } from '../../use-cases/list-audit-entries.ts'

const OF_BOOKINGS: ReadonlySet<Effect> = new Set(BOOKING_EFFECTS)

const viewOfAuditEntry = (
  auditEntry: AuditEntry,
  { people, timeZone }: ListedAuditEntries,
): AuditEntryView => {
  const { by, as, holder, about, effect, action, revision, role } = auditEntry
  const doer = people.get(by as HolderId)?.name
  const concerned = holder && people.get(holder)?.name
  return {
    at: localTextAt(auditEntry.at, timeZone),
    ...(doer && { by: doer }),
    ...(as && { as: { role: as.role, scope: formatScope(as.scope) } }),
    system: by === 'system',
    ...(by === 'operator' && { operator: true }),
    ...{ action, effect, about, revision, role },
    ...(OF_BOOKINGS.has(effect) && { reference: referenceOf(about as BookingId) }),
    ...(concerned && { holder: concerned }),
  }
}

const nextOf = ({ auditEntries, isWhole }: ListedAuditEntries): string | undefined => {
  const last = auditEntries.at(-1)
  return last && !isWhole ? formatAuditEntryName(last) : undefined
}

/** Parses the cursor that the previous page returned. */
export const afterOf = (text: string): ListAuditEntries['after'] => {
  const [at = '', about = '', effect = '', role] = text.split('#')
  return { at: Number(at) as Instant, about, effect: effect as Effect, ...(role && { role: role as Role }) }
}

export const viewOfAuditEntries = (listed: ListedAuditEntries): AuditEntryList => {
  const { from, to, kept } = listed
  return {
    acts: listed.auditEntries.map((auditEntry) => viewOfAuditEntry(auditEntry, listed)),
    from,
    to,
    kept,
    next: nextOf(listed),
  }
}
