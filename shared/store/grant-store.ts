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
 | access             | how                                                             | consistency |
 | what somebody may  | query of the holder's partition                                 | strong      |
 | who may in a scope | query of the scope's partition                                  | strong      |
 | give               | transaction: the holder's item and its scope entry in the scope |             |
 | withdraw           | transaction: both (the scope entry exists), the audit entry     |             |
*/

/** The writes that give a grant. */
export const grantPuts = (table: Table, holder: HolderId, grant: Grant): Write[] =>
  [grantKey(holder, grant), scopeGrantKey(holder, grant)].map((key) =>
    put(table, { ...key, holder, role: grant.role, scope: formatScope(grant.scope) }),
  )

/** Read at each request: what is withdrawn ends at the next one. */
const listGrants = async (table: Table, holder: HolderId): Promise<Grant[]> =>
  (await queryRange(table, grants(holder), { consistent: true })).map((item) => GrantItem.parse(item))

/** Who has a right that was given for exactly this scope. */
const listHolders = async (table: Table, scope: Scope): Promise<(Grant & { readonly holder: HolderId })[]> =>
  (await queryRange(table, scopeGrants(scope), { consistent: true })).map(heldGrantOf)

/** Without an invitation: for places of demonstration. */
const give = async (table: Table, holder: HolderId, grant: Grant): Promise<void> => {
  await write(table, grantPuts(table, holder, grant))
}

/** Again changes nothing. */
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
