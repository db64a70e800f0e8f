import { PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
import * as z from 'zod'
import type { HolderId } from '../domain/ids.ts'
import type { Instant } from '../domain/instant.ts'
import { queryRange, type Table } from './client.ts'
import { EXPIRY } from './keys.ts'
import { allErasures, erasureKey } from './privacy-keys.ts'

/*
 In a table of its own, which is not restored with the other:
 | access                      | how                        | consistency |
 | somebody is to be forgotten | put                        | strong      |
 | nothing of them is left     | update                     |             |
 | whom to forget (again)      | query of the one partition | strong      |
*/

/** Longer than any copy of the other table is kept. */
const KEPT_DAYS = 400
const DAY_SECONDS = 86_400

const ErasureItem = z.object({
  holder: z.string().transform((id) => id as HolderId),
  at: z.number().transform((at) => at as Instant),
  doneAt: z
    .number()
    .transform((at) => at as Instant)
    .exactOptional(),
})

export type Erasure = { readonly holder: HolderId; readonly at: Instant; readonly doneAt?: Instant }

/** Unless told otherwise it is named after the other one. */
export const ledgerBeside = ({ client, name }: Table): Table => ({ client, name: `${name}-erasures` })

export const ledgerStore = (table: Table) => ({
  /** The same holder is noted once. */
  noteErasure: async (holder: HolderId, at: Instant): Promise<void> => {
    const item = {
      ...erasureKey(holder),
      holder,
      at,
      [EXPIRY]: Math.ceil(at / 1000) + KEPT_DAYS * DAY_SECONDS,
    }
    await table.client.send(new PutItemCommand({ TableName: table.name, Item: marshall(item) }))
  },

  noteDone: async ({ holder }: Erasure, doneAt: Instant): Promise<void> => {
    await table.client.send(
      new UpdateItemCommand({
        TableName: table.name,
        Key: marshall(erasureKey(holder)),
        UpdateExpression: 'SET doneAt = :at',
        ConditionExpression: 'attribute_exists(pk)',
        ExpressionAttributeValues: marshall({ ':at': doneAt }),
      }),
    )
  },

  listErasures: async (): Promise<Erasure[]> =>
    (await queryRange(table, allErasures, { consistent: true })).map((item) => ErasureItem.parse(item)),
})
