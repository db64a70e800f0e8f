import { DeleteItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
import * as z from 'zod'
import type { HolderId } from '../domain/booking.ts'
import { formatScope, type Grant, parseScope, ROLES } from '../domain/rights.ts'
import { queryRange, type Table } from './client.ts'
import { grantKey, grants } from './keys.ts'

/*
 | access              | how                              | consistency |
 | what somebody may   | query of the holder's partition  | strong      |
 | give, withdraw      | put, delete                      |             |
*/

const GrantItem = z.object({
  role: z.enum(ROLES),
  scope: z.string().transform((text, context) => {
    const scope = parseScope(text)
    if (scope) return scope
    context.addIssue(`no scope: ${text}`)
    return z.NEVER
  }),
})

export type GrantStore = ReturnType<typeof grantStore>

export const grantStore = (table: Table) => ({
  /** Read at each request: what is withdrawn ends at the next one. */
  listGrants: async (holder: HolderId): Promise<Grant[]> =>
    (await queryRange(table, grants(holder), { consistent: true })).map((item) => GrantItem.parse(item)),

  give: async (holder: HolderId, grant: Grant): Promise<void> => {
    const item = marshall({ ...grantKey(holder, grant), role: grant.role, scope: formatScope(grant.scope) })
    await table.client.send(new PutItemCommand({ TableName: table.name, Item: item }))
  },

  withdraw: async (holder: HolderId, grant: Grant): Promise<void> => {
    const key = marshall(grantKey(holder, grant))
    await table.client.send(new DeleteItemCommand({ TableName: table.name, Key: key }))
  },
})
