import { ConditionalCheckFailedException, UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import type { Item, Table } from './client.ts'
import type { Key } from './keys.ts'

/** `#name` stands for the attribute of that name, unless `names` says for which. */
export type Change = {
  readonly set: string
  readonly when: string
  readonly values: Item
  readonly names?: Readonly<Record<string, string>>
}

const namesIn = (expression: string): Record<string, string> =>
  Object.fromEntries((expression.match(/#\w+/g) ?? []).map((name) => [name, name.slice(1)]))

/** The item after the change, or undefined when our own condition refused it. */
export const changeItem = async (
  table: Table,
  key: Key,
  { set, when, values, names: given }: Change,
): Promise<Item | undefined> => {
  const names = { ...namesIn(`${set} ${when}`), ...given }
  try {
    const { Attributes } = await table.client.send(
      new UpdateItemCommand({
        TableName: table.name,
        Key: marshall(key),
        UpdateExpression: set,
        ConditionExpression: when,
        ...(Object.keys(names).length > 0 && { ExpressionAttributeNames: names }),
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
