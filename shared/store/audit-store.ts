import { PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import type { AuditEntry } from '../domain/audit-entry.ts'
import type { HolderId } from '../domain/ids.ts'
import type { Instant } from '../domain/instant.ts'
import type { Scope } from '../domain/rights.ts'
import { auditEntryItem, auditEntryOfItem } from './audit-entry-item.ts'
import type { Table } from './client.ts'
import { queryHolder } from './holder-index.ts'
import { type AuditEntryName, auditEntries, auditEntriesOnHolder, auditEntryKey } from './privacy-keys.ts'

/*
 | access                    | how                                                             | consistency |
 | note what was done        | in the transaction that does it (act-item, booking-writes)      |             |
 | note what was read        | put                                                             |             |
 | what was done in a scope  | query of its partition by time, latest first, so many at a time | strong      |
 | what was done to a holder | query of the index by-holder                                    | eventual    |
*/

/** `after` is where another page ended. */
export type AuditEntriesWanted = {
  readonly from: Instant
  readonly to: Instant
  readonly after?: AuditEntryName | undefined
  readonly most: number
}

export const auditStore = (table: Table) => ({
  /** What changes nothing else; whatever does is noted with it. */
  noteReading: async (auditEntry: AuditEntry): Promise<void> => {
    await table.client.send(
      new PutItemCommand({ TableName: table.name, Item: marshall(auditEntryItem(auditEntry)) }),
    )
  },

  /** From an instant to another, latest first. */
  listAuditEntries: async (
    scope: Scope,
    { from, to, after, most }: AuditEntriesWanted,
  ): Promise<AuditEntry[]> => {
    const range = auditEntries(scope, from, to)
    const page = await table.client.send(
      new QueryCommand({
        TableName: table.name,
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
        ExpressionAttributeValues: marshall({ ':pk': range.pk, ':from': range.from, ':to': range.to }),
        ...(after && { ExclusiveStartKey: marshall(auditEntryKey({ scope, ...after })) }),
        ConsistentRead: true,
        ScanIndexForward: false,
        Limit: most,
      }),
    )
    return (page.Items ?? []).map((item) => auditEntryOfItem(unmarshall(item)))
  },

  /** What others did to what is a holder's, soonest first. */
  listAuditEntriesOn: async (holder: HolderId): Promise<AuditEntry[]> =>
    (await queryHolder(table, holder, auditEntriesOnHolder)).map(auditEntryOfItem),
})
