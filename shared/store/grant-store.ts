import type { TransactWriteItem } from '@aws-sdk/client-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
import * as z from 'zod'
import type { HolderId } from '../domain/booking.ts'
import { formatScope, type Grant, parseScope, ROLES, type Scope } from '../domain/rights.ts'
import { queryRange, type Table } from './client.ts'
import { grantKey, grants, scopeGrantKey, scopeGrants } from './keys.ts'
import { transact } from './transact.ts'

/*
 | access                | how                                                               | consistency |
 | what somebody may     | query of the holder's partition                                   | strong      |
 | who may in a scope    | query of the scope's partition                                    | strong      |
 | give, withdraw        | transaction: the holder's item and its stand-in in the scope      |             |
*/

export const ScopeItem = z.string().transform((text, context): Scope => {
  const scope = parseScope(text)
  if (scope) return scope
  context.addIssue(`no scope: ${text}`)
  return z.NEVER
})

const GrantItem = z.object({ role: z.enum(ROLES), scope: ScopeItem })
const HeldGrant = GrantItem.extend({ holder: z.string().transform((id) => id as HolderId) })

export const heldGrantOf = (item: unknown): Grant & { readonly holder: HolderId } => HeldGrant.parse(item)

export type GrantStore = ReturnType<typeof grantStore>

const keysOf = (holder: HolderId, grant: Grant) => [grantKey(holder, grant), scopeGrantKey(holder, grant)]

/** The writes that give a grant. */
export const grantPuts = ({ name }: Pick<Table, 'name'>, holder: HolderId, grant: Grant): TransactWriteItem[] =>
  keysOf(holder, grant).map((key) => ({
    Put: {
      TableName: name,
      Item: marshall({ ...key, holder, role: grant.role, scope: formatScope(grant.scope) }),
    },
  }))

const written = async (table: Table, items: TransactWriteItem[]): Promise<void> => {
  if (await transact(table, items)) throw new Error('a write without a condition was refused')
}

export const grantStore = (table: Table) => ({
  /** Read at each request: what is withdrawn ends at the next one. */
  listGrants: async (holder: HolderId): Promise<Grant[]> =>
    (await queryRange(table, grants(holder), { consistent: true })).map((item) => GrantItem.parse(item)),

  /** Who has a right that was given for exactly this scope. */
  listHolders: async (scope: Scope): Promise<(Grant & { readonly holder: HolderId })[]> =>
    (await queryRange(table, scopeGrants(scope), { consistent: true })).map(heldGrantOf),

  give: (holder: HolderId, grant: Grant): Promise<void> => written(table, grantPuts(table, holder, grant)),

  withdraw: (holder: HolderId, grant: Grant): Promise<void> =>
    written(
      table,
      keysOf(holder, grant).map((key) => ({ Delete: { TableName: table.name, Key: marshall(key) } })),
    ),
})
