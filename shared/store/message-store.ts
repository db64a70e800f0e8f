import { ConditionalCheckFailedException, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import * as z from 'zod'
import type { Instant } from '../domain/instant.ts'
import type { Table } from './client.ts'
import { conditionOf, when } from './expression.ts'
import { EXPIRY } from './keys/key.ts'
import { sentKey } from './keys/message-keys.ts'
import { putItem, removeItem } from './single-item.ts'
import { storeOf } from './store-of.ts'

/*
 | access                    | how                                                           |
 | begin to tell of an event | put, on condition that nobody has told it and nobody is at it |
 | it is told                | put                                                           |
 | it could not be told      | delete                                                        |
*/

const KEPT_SECONDS = 30 * 86_400
/** Longer than the function can run. */
const LEASE_MS = 90_000

const MarkItem = z.object({ told: z.boolean() })

const begin = async (table: Table, event: string, now: Instant): Promise<'begun' | 'told' | 'held'> => {
  try {
    await table.client.send(
      new PutItemCommand({
        TableName: table.name,
        Item: marshall({ ...mark(event, now), told: false, heldUntil: now + LEASE_MS }),
        ...conditionOf(when`attribute_not_exists(pk) OR (#told = ${false} AND #heldUntil <= ${now})`),
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      }),
    )
    return 'begun'
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error
    return error.Item && MarkItem.parse(unmarshall(error.Item)).told ? 'told' : 'held'
  }
}

const told = async (table: Table, event: string, now: Instant): Promise<void> => {
  await putItem(table, { ...mark(event, now), told: true })
}

const giveUp = async (table: Table, event: string): Promise<void> => {
  await removeItem(table, sentKey(event))
}

export type MessageStore = ReturnType<typeof messageStore>

/**
 * The stream delivers an event at least once; the mark makes it one message. A lease lets another run begin
 * again when one dies before it has sent.
 */
export const messageStore = (table: Table) => storeOf(table, { begin, told, giveUp })

const mark = (event: string, now: Instant) => ({
  ...sentKey(event),
  [EXPIRY]: Math.ceil(now / 1000) + KEPT_SECONDS,
})
