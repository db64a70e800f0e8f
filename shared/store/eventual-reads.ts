import { BatchGetItemCommand, type DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb'

const eventual = (command: unknown): unknown => {
  if (command instanceof QueryCommand) return new QueryCommand({ ...command.input, ConsistentRead: false })
  if (!(command instanceof BatchGetItemCommand)) return command
  const tables = Object.entries(command.input.RequestItems ?? {})
  return new BatchGetItemCommand({
    ...command.input,
    RequestItems: Object.fromEntries(
      tables.map(([name, wanted]) => [name, { ...wanted, ConsistentRead: false }]),
    ),
  })
}

/** A client whose reads may lag by some milliseconds, at half the price. */
export const eventualReads = (client: DynamoDBClient): DynamoDBClient => {
  const send = (command: unknown, ...rest: readonly unknown[]) =>
    (client.send as (...all: unknown[]) => unknown)(eventual(command), ...rest)
  return Object.create(client, { send: { value: send } })
}
