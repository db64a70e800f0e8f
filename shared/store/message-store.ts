import { ConditionalCheckFailedException, DeleteItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
import type { Instant } from '../domain/instant.ts'
import type { Table } from './client.ts'
import { EXPIRY, sentKey } from './keys.ts'

/*
 | access                    | how                                  |
 | mark an event as told     | put, on condition that it is absent  |
 | take the mark back        | delete                               |
*/

const KEPT_SECONDS = 30 * 86_400

export type MessageStore = ReturnType<typeof messageStore>

/** The stream tells of an event at least once; the mark makes it one message. */
export const messageStore = (table: Table) => ({
  /** Whether the event was not told yet. */
  mark: async (event: string, now: Instant): Promise<boolean> => {
    const item = { ...sentKey(event), [EXPIRY]: Math.ceil(now / 1000) + KEPT_SECONDS }
    try {
      await table.client.send(
        new PutItemCommand({
          TableName: table.name,
          Item: marshall(item),
          ConditionExpression: 'attribute_not_exists(pk)',
        }),
      )
      return true
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false
      throw error
    }
  },

  unmark: async (event: string): Promise<void> => {
    await table.client.send(new DeleteItemCommand({ TableName: table.name, Key: marshall(sentKey(event)) }))
  },
})
