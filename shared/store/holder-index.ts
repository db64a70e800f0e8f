import { QueryCommand, type QueryCommandOutput } from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import type { Hash, HolderId } from '../domain/ids.ts'
import type { Item, Table } from './client.ts'
import { BY_HOLDER, type SortRange } from './keys/key.ts'

type Listing = SortRange & {
  readonly most?: number
  readonly forward?: boolean
}

/** The index lags by some milliseconds. */
export const queryHolder = async (
  table: Table,
  holder: HolderId | Hash,
  { from, to, most = Number.POSITIVE_INFINITY, forward = true }: Listing,
): Promise<Item[]> => {
  const items: Item[] = []
  let next: QueryCommandOutput['LastEvaluatedKey']
  do {
    const page: QueryCommandOutput = await table.client.send(
      new QueryCommand({
        TableName: table.name,
        IndexName: BY_HOLDER.indexName,
        KeyConditionExpression: '#holder = :holder AND startsLocal BETWEEN :from AND :to',
        ExpressionAttributeNames: { '#holder': BY_HOLDER.partitionKey },
        ExpressionAttributeValues: marshall({ ':holder': holder, ':from': from, ':to': to }),
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
