import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb'
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams'

/** Local engines require credentials and a region, and ignore both. */
export const LOCAL_ENVIRONMENT = {
  AWS_ACCESS_KEY_ID: 'local',
  AWS_SECRET_ACCESS_KEY: 'local',
  AWS_REGION: 'eu-west-3',
} as const

const reaching = (endpoint: string) => ({
  endpoint,
  region: LOCAL_ENVIRONMENT.AWS_REGION,
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
})

export const localClient = (
  endpoint: string,
  options: Pick<DynamoDBClientConfig, 'maxAttempts'> = {},
): DynamoDBClient => new DynamoDBClient({ ...options, ...reaching(endpoint) })

/** Gives up unanswered calls: the reader of the stream repeats them. */
export const localStreams = (endpoint: string): DynamoDBStreamsClient =>
  new DynamoDBStreamsClient({
    ...reaching(endpoint),
    maxAttempts: 1,
    requestHandler: { connectionTimeout: 1000, requestTimeout: 10_000, throwOnRequestTimeout: true },
  })
