import { setTimeout as sleep } from 'node:timers/promises'
import {
  DescribeStreamCommand,
  type DynamoDBStreamsClient,
  GetRecordsCommand,
  type GetRecordsCommandOutput,
  GetShardIteratorCommand,
} from '@aws-sdk/client-dynamodb-streams'
import type { DynamoDBRecord } from 'aws-lambda'
import { logFault } from './hand-over.ts'
import type { Shard } from './progress.ts'
import type { Wake } from './wake.ts'

export type Stream = { readonly client: DynamoDBStreamsClient; readonly arn: string }

/** `take` resolves after the records are handled; `positionIn` is the last handled sequence number. */
export type Reader = {
  readonly name: string
  readonly positionIn: (shard: Shard) => string | undefined
  readonly take: (shard: Shard, records: readonly DynamoDBRecord[]) => Promise<void>
  readonly wake: Wake
}

/** Looks again after a change, then less and less often: an engine elsewhere wakes nobody. */
const FIRST_REST_MS = 100
const LONGEST_REST_MS = 5000
const FAULT_PAUSE_MS = 1000
const LIST_EVERY_MS = 10_000

type Listed = { readonly id: string; readonly parent: string | undefined }

const listShards = async ({ client, arn }: Stream): Promise<Listed[]> => {
  const shards: Listed[] = []
  let last: string | undefined
  do {
    const { StreamDescription: page } = await client.send(
      new DescribeStreamCommand({ StreamArn: arn, ...(last && { ExclusiveStartShardId: last }) }),
    )
    for (const { ShardId, ParentShardId } of page?.Shards ?? [])
      if (ShardId) shards.push({ id: ShardId, parent: ParentShardId })
    last = page?.LastEvaluatedShardId
  } while (last)
  return shards
}

const iteratorAfter = async ({ client, arn }: Stream, shard: string, position: string | undefined) => {
  const from = (type: 'TRIM_HORIZON' | 'AFTER_SEQUENCE_NUMBER', SequenceNumber?: string) =>
    client
      .send(
        new GetShardIteratorCommand({
          StreamArn: arn,
          ShardId: shard,
          ShardIteratorType: type,
          ...(SequenceNumber && { SequenceNumber }),
        }),
      )
      .then(({ ShardIterator }) => ShardIterator)
  if (position === undefined) return from('TRIM_HORIZON')
  return from('AFTER_SEQUENCE_NUMBER', position).catch((error: unknown) => {
    // A stream keeps records for one day: older ones cannot be read.
    if (error instanceof Error && error.name === 'TrimmedDataAccessException') return from('TRIM_HORIZON')
    throw error
  })
}

/** Parents before children, from the reader's positions, until a fault. */
const readShards = async (
  stream: Stream,
  reader: Reader,
  stopped: AbortSignal,
  onRead: () => void,
): Promise<void> => {
  const iterators = new Map<string, string>()
  const ended = new Set<string>()
  let shards: readonly Listed[] = []
  let listAt = 0
  let restMs = FIRST_REST_MS
  while (!stopped.aborted) {
    if (performance.now() >= listAt) {
      shards = await listShards(stream)
      listAt = performance.now() + LIST_EVERY_MS
    }
    const known = new Set(shards.map(({ id }) => id))
    const count = reader.wake.count()
    let read = 0
    for (const { id, parent } of shards) {
      if (ended.has(id) || (parent && known.has(parent) && !ended.has(parent))) continue
      const shard = { stream: stream.arn, shard: id }
      const iterator = iterators.get(id) ?? (await iteratorAfter(stream, id, reader.positionIn(shard)))
      const page: Partial<GetRecordsCommandOutput> = iterator
        ? await stream.client.send(new GetRecordsCommand({ ShardIterator: iterator }))
        : {}
      const { Records: records = [], NextShardIterator: next } = page
      read += records.length
      if (records.length > 0) await reader.take(shard, records as DynamoDBRecord[])
      if (next) iterators.set(id, next)
      else {
        ended.add(id)
        listAt = 0
      }
      if (stopped.aborted) return
    }
    onRead()
    if (read === 0) await reader.wake.rest(count, restMs, stopped)
    const isQuiet = read === 0 && count === reader.wake.count()
    restMs = isQuiet ? Math.min(2 * restMs, LONGEST_REST_MS) : FIRST_REST_MS
  }
}

/** Logs a fault once and resumes from the last position. */
export const readStream = async (stream: Stream, reader: Reader, stopped: AbortSignal): Promise<void> => {
  let isFailing = false
  const onRead = () => {
    if (isFailing)
      console.error(JSON.stringify({ level: 'info', message: 'stream read again', follower: reader.name }))
    isFailing = false
  }
  while (!stopped.aborted) {
    await readShards(stream, reader, stopped, onRead).catch((error: unknown) => {
      if (!isFailing) logFault(reader.name, 'stream not read', error)
      isFailing = true
    })
    await sleep(FAULT_PAUSE_MS, undefined, { signal: stopped }).catch(() => {})
  }
}
