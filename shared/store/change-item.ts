import { ConditionalCheckFailedException, UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import type { Item, Table } from './client.ts'
import type { Key } from './keys.ts'

export type Change = { readonly set: string; readonly when: string; readonly values: Item }

/** The item after the change, or undefined when our own condition refused it. */
export const changeItem = async (table: Table, key: Key, { set, when, values }: Change): Promise<Item | undefined> => {
  try {
    const { Attributes } = await table.client.send(
      new UpdateItemCommand({
        TableName: table.name,
        Key: marshall(key),
        UpdateExpression: set,
        ConditionExpression: when,
        ExpressionAttributeNames: Object.fromEntries(
          [...`${set} ${when}`.matchAll(/#(\w+)/g)].map(([name, attribute = '']) => [name, attribute]),
        ),
        ExpressionAttributeValues: marshall(values),
        ReturnValues: 'ALL_NEW',
      }),
    )
    return Attributes && unmarshall(Attributes)
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return undefined
    throw error
  }
}
