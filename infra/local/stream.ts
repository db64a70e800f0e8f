import { setTimeout as sleep } from 'node:timers/promises'
import { DescribeTableCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb'
import {
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
} from '@aws-sdk/client-dynamodb-streams'
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'
import { LOCAL_ENVIRONMENT } from './local-client.ts'

export type StreamHandler = (event: DynamoDBStreamEvent) => Promise<DynamoDBBatchResponse>

const PAUSE_MS = 200
const RETRIES = 3

/** Hands over a batch; what is reported as failed is tried again, and set aside after some tries. */
const deliver = async (handler: StreamHandler, records: DynamoDBRecord[]): Promise<void> => {
  let left = records
  for (let tries = 0; left.length > 0 && tries <= RETRIES; tries++) {
    if (tries > 0) await sleep(PAUSE_MS * 2 ** tries)
    const { batchItemFailures } = await handler({ Records: left })
    const failed = new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier))
    left = left.filter(({ dynamodb }) => failed.has(dynamodb?.SequenceNumber ?? ''))
  }
}

/**
 * Reads the table's stream from its beginning and hands its records to a function, as Lambda does. What was told
 * before a restart is delivered again: the function tells of nothing twice.
 */
export const followStream = async (
  { client, name, endpoint }: { readonly client: DynamoDBClient; readonly name: string; readonly endpoint: string },
  handler: StreamHandler,
  stopped: AbortSignal,
): Promise<void> => {
  const { Table } = await client.send(new DescribeTableCommand({ TableName: name }))
  const streams = new DynamoDBStreamsClient({
    endpoint,
    region: LOCAL_ENVIRONMENT.AWS_REGION,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  })
  const iterators = new Map<string, string | undefined>()
  while (!stopped.aborted) {
    const { StreamDescription } = await streams.send(new DescribeStreamCommand({ StreamArn: Table?.LatestStreamArn }))
    for (const { ShardId = '' } of StreamDescription?.Shards ?? []) {
      if (iterators.has(ShardId)) continue
      const from = { StreamArn: Table?.LatestStreamArn, ShardId, ShardIteratorType: 'TRIM_HORIZON' } as const
      iterators.set(ShardId, (await streams.send(new GetShardIteratorCommand(from))).ShardIterator)
    }
    let read = 0
    for (const [shard, iterator] of iterators) {
      if (!iterator) continue
      const { Records = [], NextShardIterator } = await streams.send(new GetRecordsCommand({ ShardIterator: iterator }))
      read += Records.length
      await deliver(handler, Records as DynamoDBRecord[])
      iterators.set(shard, NextShardIterator)
    }
    if (read === 0) await sleep(PAUSE_MS, undefined, { signal: stopped }).catch(() => {})
  }
}
