/** The same items are being written, or the table is throttled: a retry may succeed. */
export class ContentionError extends Error {
  override readonly name = 'ContentionError'
}

/** The key of a tool was revoked while it acted: nothing is written. */
export class KeyRevokedError extends Error {
  override readonly name = 'KeyRevokedError'
}

const THROTTLES = new Set([
  'ThrottlingException',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
])

export const isThrottle = (error: unknown): boolean => error instanceof Error && THROTTLES.has(error.name)

/** Node's codes for a call that has not arrived, or whose answer has not. */
const UNREACHED = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EAI_AGAIN'])

const isUnreached = (error: Error): boolean => 'code' in error && UNREACHED.has(String(error.code))

/** The table did not answer in time: the outcome is unknown, and repeating is safe. */
export const isBusy = (error: unknown): boolean =>
  error instanceof ContentionError ||
  isThrottle(error) ||
  (error instanceof Error && (error.name === 'TimeoutError' || isUnreached(error)))
