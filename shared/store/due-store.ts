import { DeleteItemCommand } from '@aws-sdk/client-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
import * as z from 'zod'
import type { BookingId } from '../domain/ids.ts'
import type { Instant } from '../domain/instant.ts'
import { queryRange, type Table } from './client.ts'
import { dueUntil, type Key } from './keys.ts'

/*
 | access                          | how                                | consistency |
 | what has to be looked at by now | query of the partition DUE by time | strong      |
 | it was looked at                | delete                             |             |
*/

const DueItem = z.object({
  pk: z.string(),
  sk: z.string(),
  id: z.string().transform((id) => id as BookingId),
})

export type Due = { readonly key: Key; readonly booking: BookingId }

export const dueStore = (table: Table) => ({
  listDue: async (now: Instant): Promise<Due[]> =>
    (await queryRange(table, dueUntil(now), { consistent: true })).map((item) => {
      const { pk, sk, id } = DueItem.parse(item)
      return { key: { pk, sk }, booking: id }
    }),

  dropDue: async ({ key }: Due): Promise<void> => {
    await table.client.send(new DeleteItemCommand({ TableName: table.name, Key: marshall(key) }))
  },
})
