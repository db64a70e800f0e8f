/** Others are writing the same items, or the table is throttled: trying again may succeed. */
export class ContentionError extends Error {
  override readonly name = 'ContentionError'
}

const THROTTLES = new Set([
  'ThrottlingException',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
])

export const isThrottle = (error: unknown): boolean => error instanceof Error && THROTTLES.has(error.name)

/** Those of Node's network errors that say that a call has not arrived, or that its answer has not. */
const UNREACHED = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EAI_AGAIN'])

const isUnreached = (error: Error): boolean => 'code' in error && UNREACHED.has(String(error.code))

/** The table could not be asked, or did not answer in time: nothing is known, and repeating is safe. */
export const isBusy = (error: unknown): boolean =>
  error instanceof ContentionError ||
  isThrottle(error) ||
  (error instanceof Error && (error.name === 'TimeoutError' || isUnreached(error)))
