import { DeleteItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
import * as z from 'zod'
import type { HolderId } from '../domain/booking.ts'
import { type Grant, ROLES } from '../domain/rights.ts'
import type { SiteId } from '../domain/site.ts'
import { queryRange, type Table } from './client.ts'
import { grantKey, grants } from './keys.ts'

/*
 | access              | how                              | consistency |
 | what somebody may   | query of the holder's partition  | strong      |
 | give, withdraw      | put, delete                      |             |
*/

const GrantItem = z.object({
  role: z.enum(ROLES),
  site: z
    .string()
    .transform((id) => id as SiteId)
    .exactOptional(),
})

export type GrantStore = ReturnType<typeof grantStore>

export const grantStore = (table: Table) => ({
  /** Read at each request: what is withdrawn ends at the next one. */
  listGrants: async (holder: HolderId): Promise<Grant[]> =>
    (await queryRange(table, grants(holder), { consistent: true })).map((item) => GrantItem.parse(item)),

  give: async (holder: HolderId, grant: Grant): Promise<void> => {
    const item = marshall({ ...grantKey(holder, grant), ...grant }, { removeUndefinedValues: true })
    await table.client.send(new PutItemCommand({ TableName: table.name, Item: item }))
  },

  withdraw: async (holder: HolderId, grant: Grant): Promise<void> => {
    const key = marshall(grantKey(holder, grant))
    await table.client.send(new DeleteItemCommand({ TableName: table.name, Key: key }))
  },
})
