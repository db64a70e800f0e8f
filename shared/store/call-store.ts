import { marshall } from '@aws-sdk/util-dynamodb'
import type { AuditEntry } from '../domain/audit-entry.ts'
import type { Authorship } from '../domain/authorship.ts'
import type { HolderId, SiteId } from '../domain/ids.ts'
import { atSite } from '../domain/rights.ts'
import { auditEntryWrites } from './booking-writes.ts'
import { type Call, callOf } from './call-item.ts'
import { type CallId, callKey, callOfHolder, calls, madeCallKey } from './call-keys.ts'
import { queryRange, readItems, type Table } from './client.ts'
import { type Conflict, put, type Write, write } from './write.ts'

/*
 | access                        | how                                                                | consistency |
 | open, drop                    | in the transaction of what is to be told (call-item)               |             |
 | who is to be called at a site | query of its partition                                             | strong      |
 | some calls, open or made      | batch get                                                          | strong      |
 | note that one is made         | transaction: the open one (as told), the made one, the audit entry |             |
*/

/** A call, and whether it is made. */
export type KnownCall = Call & { readonly made: boolean }

const closing = (table: Table, { site, id, version }: Call): Write => ({
  Delete: {
    TableName: table.name,
    Key: marshall(callKey(site, id)),
    ConditionExpression: 'version = :told',
    ExpressionAttributeValues: marshall({ ':told': version }),
  },
  conflict: 'changed',
})

export const callStore = (table: Table) => ({
  listCalls: async (site: SiteId): Promise<Call[]> =>
    (await queryRange(table, calls(site), { consistent: true })).map(callOf),

  /** Whom somebody is still to call at a site, each once. */
  listToCall: async (site: SiteId): Promise<ReadonlySet<HolderId>> =>
    new Set((await queryRange(table, calls(site), { consistent: true })).map((item) => callOf(item).holder)),

  /** Of each the one that is open or, where there is none, the last one that was made. */
  findCalls: async (site: SiteId, ids: readonly CallId[]): Promise<(KnownCall | undefined)[]> => {
    if (ids.length === 0) return []
    const keys = ids.flatMap((id) => [callKey(site, id), madeCallKey(site, id)])
    const items = await readItems(table, keys)
    return ids.map((_, at) => {
      const [open, made] = [items[2 * at], items[2 * at + 1]]
      const item = open ?? made
      return item && { ...callOf(item), made: open === undefined }
    })
  },

  /** Answers `changed` when there is something newer to tell, or when it is made already. */
  noteMade: (call: Call, done: Authorship & Pick<AuditEntry, 'at'>): Promise<Conflict | undefined> =>
    write(table, [
      closing(table, call),
      put(table, { ...madeCallKey(call.site, call.id), ...callOf(call), ...callOfHolder(call.holder) }),
      ...auditEntryWrites(table, [
        {
          ...done,
          scope: atSite(call.site),
          effect: 'called',
          about: call.id,
          holder: call.holder,
          revision: call.version,
        },
      ]),
    ]),
})
