import {
  TransactionCanceledException,
  TransactionInProgressException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import type { Item, Table } from './client.ts'
import { ContentionError, isThrottle } from './contention.ts'

/** For each write the item that failed its condition (empty when absent), or undefined. */
export type FailedConditions = readonly (Item | undefined)[]

const CONTENTION = new Set(['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded'])

/**
 * Answers undefined when written, else the failed conditions; throws ContentionError when the outcome is
 * unknown.
 */
export const transact = async (
  table: Table,
  items: TransactWriteItem[],
): Promise<FailedConditions | undefined> => {
  try {
    await table.client.send(new TransactWriteItemsCommand({ TransactItems: items }))
    return undefined
  } catch (error) {
    if (error instanceof TransactionInProgressException)
      throw new ContentionError('in progress', { cause: error })
    if (isThrottle(error)) throw new ContentionError('throttled', { cause: error })
    if (!(error instanceof TransactionCanceledException)) throw error
    const reasons = error.CancellationReasons ?? []
    if (reasons.some(({ Code }) => Code === 'ConditionalCheckFailed')) {
      return reasons.map(({ Code, Item: old }) =>
        Code === 'ConditionalCheckFailed' ? (old ? unmarshall(old) : {}) : undefined,
      )
    }
    if (reasons.some(({ Code }) => Code !== undefined && CONTENTION.has(Code))) {
      throw new ContentionError('contended', { cause: error })
    }
    throw error
  }
}
