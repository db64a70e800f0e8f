import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  PutItemCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import type { Item, Table } from './client.ts'
import { type Change, type Condition, conditionOf, updateOf } from './expression.ts'
import type { Key } from './keys/key.ts'

const unlessRefused = async <T>(sent: Promise<T>): Promise<T | undefined> => {
  try {
    return await sent
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return undefined
    throw error
  }
}

/** The item after the change, or undefined when the condition refused. */
export const changeItem = async (table: Table, key: Key, change: Change): Promise<Item | undefined> => {
  const command = new UpdateItemCommand({
    TableName: table.name,
    Key: marshall(key),
    ...updateOf(change),
    ReturnValues: 'ALL_NEW',
  })
  const answer = await unlessRefused(table.client.send(command))
  return answer?.Attributes && unmarshall(answer.Attributes)
}

export const putItem = async (table: Table, item: Item, condition?: Condition): Promise<boolean> => {
  const command = new PutItemCommand({
    TableName: table.name,
    Item: marshall(item, { removeUndefinedValues: true }),
    ...(condition && conditionOf(condition)),
  })
  return (await unlessRefused(table.client.send(command))) !== undefined
}

/** False when the condition refused. */
export const removeItem = async (table: Table, key: Key, condition?: Condition): Promise<boolean> => {
  const command = new DeleteItemCommand({
    TableName: table.name,
    Key: marshall(key),
    ...(condition && conditionOf(condition)),
  })
  return (await unlessRefused(table.client.send(command))) !== undefined
}
