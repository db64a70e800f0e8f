import { setTimeout as sleep } from 'node:timers/promises'
import type { Context } from 'aws-lambda'
import type { FunctionName } from '../build.ts'
import { invocationContext } from './lambda-invocation.ts'

export type ScheduledHandler = (event: object, context: Context) => Promise<void>

export type Scheduled = {
  readonly name: FunctionName
  readonly handler: ScheduledHandler
  readonly everyMs: number
  readonly limitMs: number
}

/** An engine that starts again has broken off a run: the next one does not wait for an hour. */
const AFTER_FAULT_MS = 60_000

const lineOf = (name: FunctionName, error: unknown): string => {
  const { name: kind, message } = error instanceof Error ? error : { name: 'unknown', message: String(error) }
  return JSON.stringify({ level: 'error', message: 'run failed', function: name, name: kind, error: message })
}

/** Runs a function now and again after each pause, as a schedule in the cloud does. What fails is logged, and runs again. */
export const runEvery = async (scheduled: Scheduled, stopped: AbortSignal): Promise<void> => {
  const { name, handler, everyMs, limitMs } = scheduled
  let logged: string | undefined
  while (!stopped.aborted) {
    const fault = await handler({}, invocationContext(limitMs)).then(
      () => undefined,
      (error: unknown) => lineOf(name, error),
    )
    if (fault !== logged && fault !== undefined && !stopped.aborted) console.error(fault)
    logged = fault
    const pauseMs = fault === undefined ? everyMs : Math.min(everyMs, AFTER_FAULT_MS)
    await sleep(pauseMs, undefined, { signal: stopped }).catch(() => {})
  }
}
