import type { AuditEntry } from '../domain/audit-entry.ts'
import type { HolderId } from '../domain/ids.ts'
import { formatScope, type Grant, type Scope } from '../domain/rights.ts'
import { auditEntryWrites } from './booking-writes.ts'
import { queryRange, type Table } from './client.ts'
import { IS_PRESENT } from './expression.ts'
import { GrantItem, heldGrantOf } from './grant-item.ts'
import { grantKey, grants, scopeGrantKey, scopeGrants } from './keys/right-keys.ts'
import { storeOf } from './store-of.ts'
import { put, remove, type Write, write } from './write.ts'

/*
 | access             | how                                                     | read   |
 | grants of a holder | query of the holder's partition                         | strong |
 | grants in a scope  | query of the scope's partition                          | strong |
 | give               | transaction: the grant and its scope entry              |        |
 | withdraw           | transaction: both (the scope entry exists), audit entry |        |
*/

export const grantPuts = (table: Table, holder: HolderId, grant: Grant): Write[] =>
  [grantKey(holder, grant), scopeGrantKey(holder, grant)].map((key) =>
    put(table, { ...key, holder, role: grant.role, scope: formatScope(grant.scope) }),
  )

/** Read at each request: a withdrawn grant ends at the next one. */
const listGrants = async (table: Table, holder: HolderId): Promise<Grant[]> =>
  (await queryRange(table, grants(holder), { consistent: true })).map((item) => GrantItem.parse(item))

const listHolders = async (table: Table, scope: Scope): Promise<(Grant & { readonly holder: HolderId })[]> =>
  (await queryRange(table, scopeGrants(scope), { consistent: true })).map(heldGrantOf)

/** Without an invitation: for demonstrations. */
const give = async (table: Table, holder: HolderId, grant: Grant): Promise<void> => {
  await write(table, grantPuts(table, holder, grant))
}

const withdraw = async (
  table: Table,
  holder: HolderId,
  grant: Grant,
  auditEntry?: AuditEntry,
): Promise<void> => {
  await write(table, [
    remove(table, scopeGrantKey(holder, grant), IS_PRESENT),
    remove(table, grantKey(holder, grant)),
    ...auditEntryWrites(table, [auditEntry]),
  ])
}

export type GrantStore = ReturnType<typeof grantStore>

export const grantStore = (table: Table) => storeOf(table, { listGrants, listHolders, give, withdraw })
