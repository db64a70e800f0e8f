import { ConditionalCheckFailedException, DeleteItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import * as z from 'zod'
import type { Instant } from '../domain/instant.ts'
import type { Table } from './client.ts'
import { EXPIRY, sentKey } from './keys.ts'

/*
 | access                    | how                                                           |
 | begin to tell of an event | put, on condition that nobody has told it and nobody is at it |
 | it is told                | put                                                           |
 | it could not be told      | delete                                                        |
*/

const KEPT_SECONDS = 30 * 86_400
/** Longer than a function that tells can live. */
const LEASE_MS = 90_000

const MarkItem = z.object({ told: z.boolean() })

export type MessageStore = ReturnType<typeof messageStore>

/**
 * The stream tells of an event at least once; the mark makes it one message. Who begins holds it for a while: if they
 * die before it is told, somebody else begins again.
 */
export const messageStore = (table: Table) => ({
  begin: async (event: string, now: Instant): Promise<'begun' | 'told' | 'held'> => {
    try {
      await table.client.send(
        new PutItemCommand({
          TableName: table.name,
          Item: marshall({ ...mark(event, now), told: false, heldUntil: now + LEASE_MS }),
          ConditionExpression: 'attribute_not_exists(pk) OR (told = :false AND heldUntil <= :now)',
          ExpressionAttributeValues: marshall({ ':false': false, ':now': now }),
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        }),
      )
      return 'begun'
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error
      return error.Item && MarkItem.parse(unmarshall(error.Item)).told ? 'told' : 'held'
    }
  },

  told: async (event: string, now: Instant): Promise<void> => {
    const item = marshall({ ...mark(event, now), told: true })
    await table.client.send(new PutItemCommand({ TableName: table.name, Item: item }))
  },

  giveUp: async (event: string): Promise<void> => {
    await table.client.send(new DeleteItemCommand({ TableName: table.name, Key: marshall(sentKey(event)) }))
  },
})

const mark = (event: string, now: Instant) => ({
  ...sentKey(event),
  [EXPIRY]: Math.ceil(now / 1000) + KEPT_SECONDS,
})
