import type { TransactWriteItem } from '@aws-sdk/client-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
import type { AuditEntry } from '../domain/audit-entry.ts'
import type { HolderId } from '../domain/ids.ts'
import { formatScope, type Grant, type Scope } from '../domain/rights.ts'
import { auditEntryWrites } from './booking-writes.ts'
import { queryRange, type Table } from './client.ts'
import { GrantItem, heldGrantOf } from './grant-item.ts'
import { grantKey, grants, scopeGrantKey, scopeGrants } from './keys.ts'
import { remove, type Write, write } from './write.ts'

/*
 | access             | how                                                             | consistency |
 | what somebody may  | query of the holder's partition                                 | strong      |
 | who may in a scope | query of the scope's partition                                  | strong      |
 | give               | transaction: the holder's item and its scope entry in the scope |             |
 | withdraw           | transaction: both (the scope entry exists), the audit entry     |             |
*/

export type GrantStore = ReturnType<typeof grantStore>

/** The writes that give a grant. */
export const grantPuts = (
  { name }: Pick<Table, 'name'>,
  holder: HolderId,
  grant: Grant,
): TransactWriteItem[] =>
  [grantKey(holder, grant), scopeGrantKey(holder, grant)].map((key) => ({
    Put: {
      TableName: name,
      Item: marshall({ ...key, holder, role: grant.role, scope: formatScope(grant.scope) }),
    },
  }))

export const grantStore = (table: Table) => ({
  /** Read at each request: what is withdrawn ends at the next one. */
  listGrants: async (holder: HolderId): Promise<Grant[]> =>
    (await queryRange(table, grants(holder), { consistent: true })).map((item) => GrantItem.parse(item)),

  /** Who has a right that was given for exactly this scope. */
  listHolders: async (scope: Scope): Promise<(Grant & { readonly holder: HolderId })[]> =>
    (await queryRange(table, scopeGrants(scope), { consistent: true })).map(heldGrantOf),

  /** Without an invitation: for places of demonstration. */
  give: async (holder: HolderId, grant: Grant): Promise<void> => {
    await write(table, grantPuts(table, holder, grant))
  },

  /** Again changes nothing. */
  withdraw: async (holder: HolderId, grant: Grant, auditEntry?: AuditEntry): Promise<void> => {
    const isListed: Write = {
      Delete: {
        TableName: table.name,
        Key: marshall(scopeGrantKey(holder, grant)),
        ConditionExpression: 'attribute_exists(pk)',
      },
      conflict: 'changed',
    }
    await write(table, [
      isListed,
      remove(table, grantKey(holder, grant)),
      ...auditEntryWrites(table, [auditEntry]),
    ])
  },
})
