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
 | access               | how                                                | read     |
 | note a change        | in the transaction that does it (booking-writes)   |          |
 | note a reading       | put                                                |          |
 | the trail of a scope | query of its partition, latest first, page by page | strong   |
 | entries on a holder  | query of the index by-holder                       | eventual |
*/

/** `after` is the last entry of the previous page. */
type AuditEntriesWanted = {
  readonly from: Instant
  readonly to: Instant
  readonly after?: AuditEntryName | undefined
  readonly most: number
}

/** For what is read or sent again; changes are noted in their own transaction. */
const noteReading = async (table: Table, auditEntry: AuditEntry): Promise<void> => {
  await putItem(table, auditEntryItem(auditEntry))
}

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

const listAuditEntriesOn = async (table: Table, holder: HolderId): Promise<AuditEntry[]> =>
  (await queryHolder(table, holder, auditEntriesOnHolder)).map(auditEntryOfItem)

export const auditStore = (table: Table) =>
  storeOf(table, { noteReading, listAuditEntries, listAuditEntriesOn })
