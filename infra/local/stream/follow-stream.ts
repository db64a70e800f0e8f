import { DescribeTableCommand } from '@aws-sdk/client-dynamodb'
import { STREAM_BATCH_SIZE } from '../../time-limits.ts'
import { localClient, localStreams } from '../local-client.ts'
import { StartFailure } from '../start-failure.ts'
import { type Follower, handOver } from './hand-over.ts'
import { handOverAgain, type Retries } from './hand-over-again.ts'
import type { ProgressFile } from './progress.ts'
import { type Reader, readStream, type Stream } from './read-stream.ts'
import { newWake, type Wake } from './wake.ts'

/** Throws StartFailure if the table has no stream, since messages need it. */
export const streamOf = async (endpoint: string, table: string): Promise<Stream> => {
  const client = localClient(endpoint)
  const { Table } = await client.send(new DescribeTableCommand({ TableName: table }))
  client.destroy()
  if (!Table?.LatestStreamArn) throw new StartFailure(`the table ${table} at ${endpoint} has no stream`)
  return { client: localStreams(endpoint), arn: Table.LatestStreamArn }
}

export type Following = {
  readonly progress: ProgressFile
  readonly retries: Retries
  readonly wake: Wake
  readonly stopped: AbortSignal
}

/** Like Lambda: small batches, time limit, retries. Restarts resume; functions tolerate repetition. */
export const followStream = async (
  stream: Stream,
  follower: Follower,
  { progress: file, retries, wake, stopped }: Following,
): Promise<void> => {
  const progress = file.of(follower.name)
  const failing = newWake()
  const take: Reader['take'] = async (shard, records) => {
    for (let at = 0; at < records.length && !stopped.aborted; at += STREAM_BATCH_SIZE) {
      const batch = records.slice(at, at + STREAM_BATCH_SIZE)
      const failed = await handOver(follower, batch, stopped)
      if (stopped.aborted && failed.length > 0) return
      progress.advance(shard, batch.at(-1)?.dynamodb?.SequenceNumber ?? '', failed, Date.now())
      if (failed.length > 0) failing.wake()
    }
  }
  const { name } = follower
  await Promise.all([
    readStream(stream, { name, positionIn: progress.positionIn, take, wake }, stopped),
    handOverAgain(follower, progress, { retries, failed: failing, stopped }),
  ])
}
