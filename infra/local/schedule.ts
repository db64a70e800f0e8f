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

/** The first requests come before the work of the night. */
const AFTER_START_MS = 10_000

/** A restarting engine interrupts a run, which is repeated before the next hour. */
const AFTER_FAULT_MS = 60_000

const lineOf = (name: FunctionName, error: unknown): string => {
  const { name: kind, message } = error instanceof Error ? error : { name: 'unknown', message: String(error) }
  return JSON.stringify({ level: 'error', message: 'run failed', function: name, name: kind, error: message })
}

/** Runs soon after the start and after each pause, like a schedule in the cloud. Faults are logged. */
export const runEvery = async (scheduled: Scheduled, stopped: AbortSignal): Promise<void> => {
  const { name, handler, everyMs, limitMs } = scheduled
  const pause = (ms: number) => sleep(ms, undefined, { signal: stopped }).catch(() => {})
  let logged: string | undefined
  await pause(Math.min(everyMs, AFTER_START_MS))
  while (!stopped.aborted) {
    const fault = await handler({}, invocationContext(limitMs)).then(
      () => undefined,
      (error: unknown) => lineOf(name, error),
    )
    if (fault !== logged && fault !== undefined && !stopped.aborted) console.error(fault)
    logged = fault
    await pause(fault === undefined ? everyMs : Math.min(everyMs, AFTER_FAULT_MS))
  }
}
