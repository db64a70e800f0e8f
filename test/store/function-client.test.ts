import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { expect, it } from 'vitest'
import { functionClient } from '../../shared/store/client.ts'

const HERE = { region: 'eu-west-3' }
const namesIn = ({ middlewareStack }: DynamoDBClient) =>
  middlewareStack.identify().map((each) => each.split(' ')[0])

it('the client of functions goes without three layers of the SDK, and keeps all others', () => {
  const [ours, all] = [namesIn(functionClient(HERE)), namesIn(new DynamoDBClient(HERE))]
  expect(all.filter((name) => !ours.includes(name)).sort()).toEqual([
    'getUserAgentMiddleware',
    'loggerMiddleware',
    'recursionDetectionMiddleware',
  ])
})
