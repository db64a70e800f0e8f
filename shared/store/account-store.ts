import {
  type AttributeValue,
  ScanCommand,
  type ScanCommandOutput,
  type Update,
} from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import type { AuditEntry } from '../domain/audit-entry.ts'
import type { Holder } from '../domain/holder.ts'
import type { HolderId } from '../domain/ids.ts'
import type { Instant } from '../domain/instant.ts'
import { auditEntryWrites } from './booking-writes.ts'
import { type Item, readItems, type Table } from './client.ts'
import { forgettingOf, holderOf } from './identity-item.ts'
import { holderKey } from './keys.ts'
import { write } from './write.ts'

/*
 | access                       | how                                                               | consistency |
 | all accounts with an address | scan: those of staff are found by who they are at the issuer only | strong      |
 | an account                   | get                                                               | strong      |
 | disable, enable              | transaction: the holder (enabled, disabled), the audit entry      |             |
*/

const HOLDER = holderKey('' as HolderId).sk

const isAccount = (item: Item): boolean => item.kind !== 'association' && !forgettingOf(item)

const auditEntryOn = (holder: HolderId, told: Pick<AuditEntry, 'at' | 'effect'>): AuditEntry => ({
  ...{ by: 'operator', action: 'give-network-rights', scope: { kind: 'network' }, about: holder, holder },
  ...told,
})

type Change = Pick<Update, 'UpdateExpression' | 'ConditionExpression' | 'ExpressionAttributeValues'>

export type AccountStore = ReturnType<typeof accountStore>

export const accountStore = (table: Table) => {
  const change = async (
    holder: HolderId,
    how: Change,
    told: Pick<AuditEntry, 'at' | 'effect'>,
  ): Promise<boolean> => {
    const update = { TableName: table.name, Key: marshall(holderKey(holder)), ...how }
    return !(await write(table, [
      { Update: update, conflict: 'changed' },
      ...auditEntryWrites(table, [auditEntryOn(holder, told)]),
    ]))
  }
  return {
    /** Signs somebody out everywhere, from their next request on. Whatever they hold stays. False when it is so already. */
    disable: (holder: HolderId, at: Instant): Promise<boolean> =>
      change(
        holder,
        {
          UpdateExpression: 'SET disabledAt = :at',
          ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(disabledAt)',
          ExpressionAttributeValues: marshall({ ':at': at }),
        },
        { at, effect: 'disabled' },
      ),

    /** Lets somebody sign in again. False when they may already. */
    enable: (holder: HolderId, at: Instant): Promise<boolean> =>
      change(
        holder,
        { UpdateExpression: 'REMOVE disabledAt', ConditionExpression: 'attribute_exists(disabledAt)' },
        { at, effect: 'enabled' },
      ),

    findAccount: async (holder: HolderId): Promise<Holder | undefined> => {
      const [item] = await readItems(table, [holderKey(holder)])
      return item && isAccount(item) ? holderOf(item) : undefined
    },

    listAccounts: async (email: string): Promise<Holder[]> => {
      const found: Holder[] = []
      let next: Record<string, AttributeValue> | undefined
      do {
        const page: ScanCommandOutput = await table.client.send(
          new ScanCommand({
            TableName: table.name,
            FilterExpression: 'sk = :holder AND email = :email',
            ExpressionAttributeValues: marshall({ ':holder': HOLDER, ':email': email }),
            ConsistentRead: true,
            ...(next && { ExclusiveStartKey: next }),
          }),
        )
        found.push(
          ...(page.Items ?? [])
            .map((item) => unmarshall(item))
            .filter(isAccount)
            .map(holderOf),
        )
        next = page.LastEvaluatedKey
      } while (next)
      return found
    },
  }
}
