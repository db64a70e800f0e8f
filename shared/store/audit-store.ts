import type { AuditEntry } from '../domain/audit-entry.ts'
import type { HolderId } from '../domain/ids.ts'
import type { Instant } from '../domain/instant.ts'
import type { Scope } from '../domain/rights.ts'
import { auditEntryItem, auditEntryOfItem } from './audit-entry-item.ts'
import { queryPage, type Table } from './client.ts'
import { queryHolder } from './holder-index.ts'
import { type AuditEntryName, auditEntries, auditEntriesOnHolder, auditEntryKey } from './keys/audit-keys.ts'
import { putItem } from './single-item.ts'
import { storeOf } from './store-of.ts'

/*
 | access                    | how                                                             | consistency |
 | note what was done        | in the transaction that does it (act-item, booking-writes)      |             |
 | note what was read        | put                                                             |             |
 | what was done in a scope  | query of its partition by time, latest first, so many at a time | strong      |
 | what was done to a holder | query of the index by-holder                                    | eventual    |
*/

/** `after` is where another page ended. */
type AuditEntriesWanted = {
  readonly from: Instant
  readonly to: Instant
  readonly after?: AuditEntryName | undefined
  readonly most: number
}

/** What changes nothing else; whatever does is noted with it. */
const noteReading = async (table: Table, auditEntry: AuditEntry): Promise<void> => {
  await putItem(table, auditEntryItem(auditEntry))
}

/** From an instant to another, latest first. */
const listAuditEntries = async (
  table: Table,
  scope: Scope,
  { from, to, after, most }: AuditEntriesWanted,
): Promise<AuditEntry[]> => {
  const page = await queryPage(table, auditEntries(scope, from, to), {
    consistent: true,
    latestFirst: true,
    most,
    after: after && auditEntryKey({ scope, ...after }),
  })
  return page.items.map(auditEntryOfItem)
}

/** What others did to what is a holder's, soonest first. */
const listAuditEntriesOn = async (table: Table, holder: HolderId): Promise<AuditEntry[]> =>
  (await queryHolder(table, holder, auditEntriesOnHolder)).map(auditEntryOfItem)

export const auditStore = (table: Table) =>
  storeOf(table, { noteReading, listAuditEntries, listAuditEntriesOn })
