import { setTimeout as sleep } from 'node:timers/promises'

/** Calls a function again and again, as a schedule does. One that fails has said so itself: the next call goes on. */
export const callEvery = async (pauseMs: number, call: () => Promise<unknown>, stopped: AbortSignal): Promise<void> => {
  while (!stopped.aborted) {
    await call().catch(() => {})
    await sleep(pauseMs, undefined, { signal: stopped }).catch(() => {})
  }
}
