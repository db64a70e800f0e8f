import { ScanCommand } from '@aws-sdk/client-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
import type { AuditEntry } from '../domain/audit-entry.ts'
import type { Holder } from '../domain/holder.ts'
import type { HolderId } from '../domain/ids.ts'
import type { Instant } from '../domain/instant.ts'
import { auditEntryWrites } from './booking-writes.ts'
import { type Item, type Page, pageOf, readItems, type Table } from './client.ts'
import { type Change, when } from './expression.ts'
import { forgettingOf, holderOf } from './identity-item.ts'
import { HOLDER, holderKey } from './keys/holder-keys.ts'
import type { Key } from './keys/key.ts'
import { storeOf } from './store-of.ts'
import { update, write } from './write.ts'

/*
 | access                       | how                                                      | read   |
 | all accounts with an address | scan: the index does not know addresses                  | strong |
 | an account                   | get                                                      | strong |
 | disable, enable              | transaction: the holder (enabled, disabled), audit entry |        |
*/

const isAccount = (item: Item): boolean => item.kind !== 'association' && !forgettingOf(item)

const auditEntryOn = (holder: HolderId, told: Pick<AuditEntry, 'at' | 'effect'>): AuditEntry => ({
  ...{ by: 'operator', action: 'give-network-rights', scope: { kind: 'network' }, about: holder, holder },
  ...told,
})

const changeAccount = async (
  table: Table,
  holder: HolderId,
  change: Change,
  told: Pick<AuditEntry, 'at' | 'effect'>,
): Promise<boolean> =>
  !(await write(table, [
    update(table, holderKey(holder), change),
    ...auditEntryWrites(table, [auditEntryOn(holder, told)]),
  ]))

/** Ends all sessions at their next request; bookings and rights stay. False when disabled before. */
const disable = (table: Table, holder: HolderId, at: Instant): Promise<boolean> =>
  changeAccount(
    table,
    holder,
    { set: { disabledAt: at }, when: when`attribute_exists(pk) AND attribute_not_exists(disabledAt)` },
    { at, effect: 'disabled' },
  )

const enable = (table: Table, holder: HolderId, at: Instant): Promise<boolean> =>
  changeAccount(
    table,
    holder,
    { remove: ['disabledAt'], when: when`attribute_exists(disabledAt)` },
    { at, effect: 'enabled' },
  )

const findAccount = async (table: Table, holder: HolderId): Promise<Holder | undefined> => {
  const [item] = await readItems(table, [holderKey(holder)])
  return item && isAccount(item) ? holderOf(item) : undefined
}

const scanAccounts = async (table: Table, email: string, after: Key | undefined): Promise<Page> => {
  const page = await table.client.send(
    new ScanCommand({
      TableName: table.name,
      FilterExpression: 'sk = :holder AND email = :email',
      ExpressionAttributeValues: marshall({ ':holder': HOLDER, ':email': email }),
      ConsistentRead: true,
      ...(after && { ExclusiveStartKey: marshall(after) }),
    }),
  )
  return pageOf(page)
}

const listAccounts = async (table: Table, email: string): Promise<Holder[]> => {
  const found: Holder[] = []
  let after: Key | undefined
  do {
    const page = await scanAccounts(table, email, after)
    found.push(...page.items.filter(isAccount).map(holderOf))
    after = page.next
  } while (after)
  return found
}

export type AccountStore = ReturnType<typeof accountStore>

export const accountStore = (table: Table) => storeOf(table, { disable, enable, findAccount, listAccounts })
