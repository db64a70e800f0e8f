import { QueryCommand, type QueryCommandOutput } from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import type { Item, Table } from './client.ts'
import type { Index, SortRange } from './keys/key.ts'

export type Listing = SortRange & {
  readonly most?: number
  readonly forward?: boolean
}

/** An index lags by some milliseconds. */
export const queryIndex = async (
  table: Table,
  { indexName, partitionKey, sortKey }: Index,
  partition: string,
  { from, to, most = Number.POSITIVE_INFINITY, forward = true }: Listing,
): Promise<Item[]> => {
  const items: Item[] = []
  let next: QueryCommandOutput['LastEvaluatedKey']
  do {
    const page: QueryCommandOutput = await table.client.send(
      new QueryCommand({
        TableName: table.name,
        IndexName: indexName,
        KeyConditionExpression: '#partition = :partition AND #sort BETWEEN :from AND :to',
        ExpressionAttributeNames: { '#partition': partitionKey, '#sort': sortKey },
        ExpressionAttributeValues: marshall({ ':partition': partition, ':from': from, ':to': to }),
        ScanIndexForward: forward,
        ...(Number.isFinite(most) && { Limit: most - items.length }),
        ...(next && { ExclusiveStartKey: next }),
      }),
    )
    items.push(...(page.Items ?? []).map((item) => unmarshall(item)))
    next = page.LastEvaluatedKey
  } while (next && items.length < most)
  return items
}
