import {
  CreateTableCommand,
  type CreateTableCommandInput,
  type DynamoDBClient,
  ResourceInUseException,
  UpdateTimeToLiveCommand,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb'
import { TABLE_DEFINITION, TIME_TO_LIVE } from '../../shared/store/table.ts'

/** Production's table by default. Answers whether it was created. */
export const createTable = async (
  client: DynamoDBClient,
  name: string,
  definition: Omit<CreateTableCommandInput, 'TableName'> = TABLE_DEFINITION,
): Promise<boolean> => {
  try {
    await client.send(new CreateTableCommand({ ...definition, TableName: name }))
  } catch (error) {
    if (error instanceof ResourceInUseException) return false
    throw error
  }
  await waitUntilTableExists({ client, maxWaitTime: 30, minDelay: 1 }, { TableName: name })
  await client.send(new UpdateTimeToLiveCommand({ TableName: name, TimeToLiveSpecification: TIME_TO_LIVE }))
  return true
}
