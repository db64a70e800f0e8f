import { setTimeout as sleep } from 'node:timers/promises'
import type { Context } from 'aws-lambda'
import { invocationContext } from './lambda-invocation.ts'

export type ScheduledHandler = (event: object, context: Context) => Promise<void>

const HOUR_MS = 3_600_000
const FUNCTION_MS = 900_000

/** Runs a function now and every hour, as a schedule in the cloud does less often. One that fails has said so. */
export const runEveryHour = async (handler: ScheduledHandler, stopped: AbortSignal): Promise<void> => {
  while (!stopped.aborted) {
    const endsAt = performance.now() + FUNCTION_MS
    await handler({}, { ...invocationContext(), getRemainingTimeInMillis: () => endsAt - performance.now() }).catch(
      () => {},
    )
    await sleep(HOUR_MS, undefined, { signal: stopped }).catch(() => {})
  }
}
