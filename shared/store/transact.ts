import {
  TransactionCanceledException,
  TransactionInProgressException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import type { Item, Table } from './client.ts'
import { ContentionError, isThrottle } from './contention.ts'

/** For each write, the item that stood in the way of its condition (empty when absent), or undefined. */
export type FailedConditions = readonly (Item | undefined)[]

const CONTENTION = new Set(['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded'])

/**
 * Writes all or nothing. Answers undefined when written, and the failed conditions when our own conditions refused;
 * throws ContentionError when nothing was decided.
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
