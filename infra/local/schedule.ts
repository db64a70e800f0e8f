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

/** A restarting engine interrupts a run, which is repeated before the next hour. */
const AFTER_FAULT_MS = 60_000

const lineOf = (name: FunctionName, error: unknown): string => {
  const { name: kind, message } = error instanceof Error ? error : { name: 'unknown', message: String(error) }
  return JSON.stringify({ level: 'error', message: 'run failed', function: name, name: kind, error: message })
}

/** Runs now and after each pause, like a schedule in the cloud. Faults are logged. */
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
