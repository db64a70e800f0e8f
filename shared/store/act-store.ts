import { PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import type { Act } from '../domain/act.ts'
import type { HolderId } from '../domain/booking.ts'
import type { Instant } from '../domain/instant.ts'
import type { Scope } from '../domain/rights.ts'
import { actItem, actOfItem } from './act-item.ts'
import type { Table } from './client.ts'
import { queryHolder } from './holder-index.ts'
import { type ActName, actKey, acts, actsOnHolder } from './privacy-keys.ts'

/*
 | access                        | how                                                              | consistency |
 | note what was done            | in the transaction that does it (act-item, booking-writes)       |             |
 | note what was read            | put                                                              |             |
 | what was done in a scope      | query of its partition by time, latest first, so many at a time  | strong      |
 | what was done to a holder     | query of the index by-holder                                     | eventual    |
*/

/** `after` is where another page ended. */
export type ActsAsked = {
  readonly from: Instant
  readonly to: Instant
  readonly after?: ActName | undefined
  readonly most: number
}

export const actStore = (table: Table) => ({
  /** What changes nothing else; whatever does is noted with it. */
  noteReading: async (act: Act): Promise<void> => {
    await table.client.send(new PutItemCommand({ TableName: table.name, Item: marshall(actItem(act)) }))
  },

  /** From an instant to another, latest first. */
  listActs: async (scope: Scope, { from, to, after, most }: ActsAsked): Promise<Act[]> => {
    const range = acts(scope, from, to)
    const page = await table.client.send(
      new QueryCommand({
        TableName: table.name,
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
        ExpressionAttributeValues: marshall({ ':pk': range.pk, ':from': range.from, ':to': range.to }),
        ...(after && { ExclusiveStartKey: marshall(actKey({ scope, ...after })) }),
        ConsistentRead: true,
        ScanIndexForward: false,
        Limit: most,
      }),
    )
    return (page.Items ?? []).map((item) => actOfItem(unmarshall(item)))
  },

  /** What others did to what is a holder's, soonest first. */
  listActsOn: async (holder: HolderId): Promise<Act[]> =>
    (await queryHolder(table, holder, actsOnHolder)).map(actOfItem),
})
