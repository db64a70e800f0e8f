import type { DynamoDBClient, DynamoDBClientConfig } from '@aws-sdk/client-dynamodb'
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams'
import { leanClient } from '../../shared/store/client.ts'

type RequestSigner = Exclude<NonNullable<DynamoDBClientConfig['signer']>, (...scheme: never[]) => unknown>

/** Local engines require credentials and a region, and ignore both. */
export const LOCAL_ENVIRONMENT = {
  AWS_ACCESS_KEY_ID: 'local',
  AWS_SECRET_ACCESS_KEY: 'local',
  AWS_REGION: 'eu-west-3',
} as const

/** Local engines check no signature, and making one takes a third of a request's processor time. */
const unsigned: RequestSigner = {
  sign: async (request) => {
    const scope = `local/20260101/${LOCAL_ENVIRONMENT.AWS_REGION}/dynamodb/aws4_request`
    request.headers['x-amz-date'] = '20260101T000000Z'
    request.headers.authorization = `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=none`
    return request
  },
}

const reaching = (endpoint: string) => ({
  endpoint,
  signer: unsigned,
  region: LOCAL_ENVIRONMENT.AWS_REGION,
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
})

/** Its stack may be added to at any time, to count or to disturb calls. */
export const localClient = (
  endpoint: string,
  options: Pick<DynamoDBClientConfig, 'maxAttempts'> = {},
): DynamoDBClient => leanClient({ cacheMiddleware: false, ...options, ...reaching(endpoint) })

/** Gives up unanswered calls: the reader of the stream repeats them. */
export const localStreams = (endpoint: string): DynamoDBStreamsClient =>
  new DynamoDBStreamsClient({
    ...reaching(endpoint),
    maxAttempts: 1,
    requestHandler: { connectionTimeout: 1000, requestTimeout: 10_000, throwOnRequestTimeout: true },
  })
