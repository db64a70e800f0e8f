import { setTimeout as sleep } from 'node:timers/promises'
import type { Context } from 'aws-lambda'
import { invocationContext } from './lambda-invocation.ts'

export type ScheduledHandler = (event: object, context: Context) => Promise<void>

const FUNCTION_MS = 900_000

/** Runs a function now and again after each pause, as a schedule in the cloud does. One that fails has said so. */
export const runEvery = async (pauseMs: number, handler: ScheduledHandler, stopped: AbortSignal): Promise<void> => {
  while (!stopped.aborted) {
    const endsAt = performance.now() + FUNCTION_MS
    await handler({}, { ...invocationContext(), getRemainingTimeInMillis: () => endsAt - performance.now() }).catch(
      () => {},
    )
    await sleep(pauseMs, undefined, { signal: stopped }).catch(() => {})
  }
}
