import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'
import * as z from 'zod'
import { outboxEventOf } from '../../../shared/store/outbox.ts'
import { type SendDependencies, sendMessage, UndeliverableError } from './send-message.ts'

type Image = Record<string, AttributeValue> | undefined

const eventOf = ({ dynamodb }: DynamoDBRecord) =>
  outboxEventOf({ NewImage: dynamodb?.NewImage as Image, OldImage: dynamodb?.OldImage as Image })

/** Trying again would change nothing: the record is unreadable, or its message is refused for good. */
const isLasting = (error: unknown): boolean => error instanceof z.ZodError || error instanceof UndeliverableError

/**
 * Each record on its own: one that fails is reported by its number and delivered again, one that can never be told is
 * set aside in the log, and the rest goes on.
 */
export const sendMessages =
  (deps: SendDependencies) =>
  async ({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    const batchItemFailures: { itemIdentifier: string }[] = []
    for (const record of Records) {
      try {
        const event = eventOf(record)
        if (event) await sendMessage(event, deps)
      } catch (error) {
        const sequenceNumber = record.dynamodb?.SequenceNumber ?? ''
        const name = error instanceof Error ? error.name : 'unknown'
        const message = isLasting(error) ? 'record set aside' : 'message not sent'
        console.error(JSON.stringify({ level: 'error', message, sequenceNumber, name }))
        if (!isLasting(error)) batchItemFailures.push({ itemIdentifier: sequenceNumber })
      }
    }
    return { batchItemFailures }
  }
