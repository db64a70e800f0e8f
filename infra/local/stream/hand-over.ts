import { setTimeout as sleep } from 'node:timers/promises'
import type { Context, DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'
import { invocationContext } from '../lambda-invocation.ts'

export type StreamHandler = (event: DynamoDBStreamEvent, context: Context) => Promise<DynamoDBBatchResponse>

export type Follower = { readonly name: string; readonly handler: StreamHandler; readonly limitMs: number }

/** A stopped service waits this long for a function; unfinished records come again at the next start. */
const GRACE_MS = 2000

export const logFault = (follower: string, message: string, error?: unknown): void =>
  console.error(
    JSON.stringify({
      level: 'error',
      message,
      follower,
      ...(error !== undefined && { name: error instanceof Error ? error.name : 'unknown' }),
    }),
  )

class TooLate extends Error {
  override readonly name = 'TooLate'
}

const limited = async <T>(work: Promise<T>, limitMs: number, stopped: AbortSignal): Promise<T> => {
  const over = new AbortController()
  const late = sleep(limitMs, undefined, { signal: AbortSignal.any([over.signal, stopped]) })
    .catch(() => sleep(GRACE_MS, undefined, { signal: over.signal }))
    .then(() => Promise.reject(new TooLate()))
  late.catch(() => {})
  return Promise.race([work, late]).finally(() => over.abort())
}

/** Answers the records to retry: all of them after a fault or a timeout. */
export const handOver = async (
  { name, handler, limitMs }: Follower,
  records: readonly DynamoDBRecord[],
  stopped: AbortSignal,
): Promise<readonly DynamoDBRecord[]> => {
  try {
    const run = async () => handler({ Records: [...records] }, invocationContext(limitMs))
    const { batchItemFailures } = await limited(run(), limitMs, stopped)
    const failed = new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier))
    return records.filter(({ dynamodb }) => failed.has(dynamodb?.SequenceNumber ?? ''))
  } catch (error) {
    logFault(name, 'records not handled', error)
    return records
  }
}
