import { type AttributeValue, ScanCommand } from '@aws-sdk/client-dynamodb'
import type { Table } from '../../shared/store/client.ts'

/** Maps have no order. */
const inOrder = (_: string, value: unknown) =>
  value instanceof Object && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value

/** Text of a whole small table in a stable order, to see that nothing changed or is left. */
export const scanAll = async ({ client, name }: Table): Promise<string> => {
  const { Items = [] } = await client.send(new ScanCommand({ TableName: name, ConsistentRead: true }))
  return Items.map((item) => JSON.stringify(item, inOrder))
    .sort()
    .join('\n')
}

export const scanImages = async ({ client, name }: Table): Promise<Record<string, AttributeValue>[]> => {
  const { Items = [] } = await client.send(new ScanCommand({ TableName: name, ConsistentRead: true }))
  return Items
}
