import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'
import { outboxEventOf } from '../../../shared/store/outbox.ts'
import { type SendDependencies, sendMessage } from './send-message.ts'

type Image = Record<string, AttributeValue> | undefined

const eventOf = ({ dynamodb }: DynamoDBRecord) =>
  outboxEventOf({ NewImage: dynamodb?.NewImage as Image, OldImage: dynamodb?.OldImage as Image })

/** Each record on its own: one that fails is reported by its number, and the rest goes on. */
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
        console.error(JSON.stringify({ level: 'error', message: 'message not sent', sequenceNumber, name }))
        batchItemFailures.push({ itemIdentifier: sequenceNumber })
      }
    }
    return { batchItemFailures }
  }
