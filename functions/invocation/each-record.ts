import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'
import * as z from 'zod'
import type { StreamRecord } from '../../shared/store/outbox.ts'
import { log } from './log.ts'

/** Its message is ours, and tells nothing of anybody. */
export class PlainError extends Error {}

/** Retrying would change nothing. */
export class UndeliverableError extends PlainError {
  override readonly name = 'UndeliverableError'
}

type Image = Record<string, AttributeValue> | undefined

const imagesOf = ({ dynamodb }: DynamoDBRecord): StreamRecord => ({
  NewImage: dynamodb?.NewImage as Image,
  OldImage: dynamodb?.OldImage as Image,
})

/** Whatever it is about will fail again. */
export const isLasting = (error: unknown): boolean =>
  error instanceof z.ZodError || error instanceof UndeliverableError

/** In our own words only: those of others may quote what they were given. */
export const plainly = (error: unknown): { readonly name: string; readonly reason?: string } => ({
  name: error instanceof Error ? error.name : 'unknown',
  ...(error instanceof PlainError && { reason: error.message }),
})

const partitionOf = ({ dynamodb }: DynamoDBRecord): string => dynamodb?.Keys?.pk?.S ?? ''

/**
 * Handles the records of one partition in their order, and partitions side by side. Reports failed records,
 * which come again, and sets undeliverable ones aside in the log.
 */
export const eachRecord =
  (handle: (record: StreamRecord) => Promise<void>, failure: string) =>
  async ({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    const batchItemFailures: { itemIdentifier: string }[] = []
    const handleOne = async (record: DynamoDBRecord): Promise<void> => {
      try {
        await handle(imagesOf(record))
      } catch (error) {
        const sequenceNumber = record.dynamodb?.SequenceNumber ?? ''
        log('error', isLasting(error) ? 'record set aside' : failure, { sequenceNumber, ...plainly(error) })
        if (!isLasting(error)) batchItemFailures.push({ itemIdentifier: sequenceNumber })
      }
    }
    const inOrder = async (records: readonly DynamoDBRecord[]): Promise<void> => {
      for (const record of records) await handleOne(record)
    }
    await Promise.all([...Map.groupBy(Records, partitionOf).values()].map(inOrder))
    return { batchItemFailures }
  }

/** Batches are logged only when some of their records come again. */
export const failuresOf = (_: DynamoDBStreamEvent, { batchItemFailures }: DynamoDBBatchResponse) =>
  batchItemFailures.length > 0 ? { failed: batchItemFailures.length } : undefined
