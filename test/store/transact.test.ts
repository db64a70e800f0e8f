import {
  DynamoDBClient,
  TransactionCanceledException,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb'
import { mockClient } from 'aws-sdk-client-mock'
import { beforeEach, describe, expect, it } from 'vitest'
import { ContentionError } from '../../shared/store/contention.ts'
import { retryContended } from '../../shared/store/retry.ts'
import { transact } from '../../shared/store/transact.ts'

const client = new DynamoDBClient({ region: 'eu-west-3' })
// Mocks this client only: other test files of the worker have theirs.
const mock = mockClient(client)
const table = { client, name: 'table' }

const cancelled = (...codes: string[]) =>
  new TransactionCanceledException({
    message: 'cancelled',
    $metadata: {},
    CancellationReasons: codes.map((Code) => ({
      Code,
      ...(Code === 'ConditionalCheckFailed' && { Item: { q1: { N: '2' } } }),
    })),
  })

const throttled = () => Object.assign(new Error('slow down'), { name: 'ThrottlingException' })

beforeEach(() => mock.reset())

describe('a transaction', () => {
  it('returns the item at which our condition failed', async () => {
    mock.on(TransactWriteItemsCommand).rejects(cancelled('None', 'ConditionalCheckFailed'))
    expect(await transact(table, [])).toEqual([undefined, { q1: 2 }])
  })

  it.each([
    ['TransactionConflict', cancelled('None', 'TransactionConflict')],
    ['a throttled item', cancelled('ThrottlingError')],
    ['a throttled request', throttled()],
  ])('throws a contention error on %s', async (_, error) => {
    mock.on(TransactWriteItemsCommand).rejects(error)
    await expect(transact(table, [])).rejects.toThrow(ContentionError)
  })

  it('rethrows any other failure', async () => {
    mock.on(TransactWriteItemsCommand).rejects(cancelled('ValidationError'))
    await expect(transact(table, [])).rejects.toThrow(TransactionCanceledException)
  })
})

describe('contention', () => {
  it('is retried until it succeeds', async () => {
    mock
      .on(TransactWriteItemsCommand)
      .rejectsOnce(cancelled('TransactionConflict'))
      .rejectsOnce(throttled())
      .resolves({})
    expect(await retryContended(() => transact(table, []))).toBeUndefined()
    expect(mock.commandCalls(TransactWriteItemsCommand)).toHaveLength(3)
  })

  it('is given up at the deadline when it never ends', async () => {
    mock.on(TransactWriteItemsCommand).rejects(cancelled('TransactionConflict'))
    await expect(retryContended(() => transact(table, []), 400)).rejects.toThrow(ContentionError)
    expect(mock.commandCalls(TransactWriteItemsCommand).length).toBeGreaterThan(2)
  })

  it('is the only failure that is retried', async () => {
    mock.on(TransactWriteItemsCommand).rejects(cancelled('ValidationError'))
    await expect(retryContended(() => transact(table, []))).rejects.toThrow(TransactionCanceledException)
    expect(mock.commandCalls(TransactWriteItemsCommand)).toHaveLength(1)
  })
})
