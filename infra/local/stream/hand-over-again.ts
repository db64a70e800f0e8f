import { appendFileSync } from 'node:fs'
import { type Follower, handOver, logFault } from './hand-over.ts'
import type { Progress, WaitingRecord } from './progress.ts'
import type { Wake } from './wake.ts'

/** `setAside` names the file for records that failed too often. */
export type Retries = {
  readonly most: number
  readonly waitMs: (tries: number) => number
  readonly setAside: string
}

const BUSY_PAUSE_MS = 200
const LONGEST_PAUSE_MS = 60_000
const MOST_AT_ONCE = 10

/** About eight minutes, less than a sign-in code lasts. */
export const retriesInto = (setAside: string): Retries => ({
  most: 20,
  waitMs: (tries) => Math.min(1000 * 2 ** tries, 30_000),
  setAside,
})

/** Retries failed records alone and in parallel, so that they delay no later ones; `failed` wakes it. */
export const handOverAgain = async (
  follower: Follower,
  progress: Progress,
  { retries, failed: wake, stopped }: { retries: Retries; failed: Wake; stopped: AbortSignal },
): Promise<void> => {
  const running = new Map<number, Promise<void>>()
  const tryOne = async ({ id, record, tries }: WaitingRecord): Promise<void> => {
    const failed = (await handOver(follower, [record], stopped)).length > 0
    if (failed && stopped.aborted) return
    if (!failed) return progress.drop(id)
    if (tries + 1 < retries.most) return progress.postpone(id, Date.now() + retries.waitMs(tries))
    appendFileSync(retries.setAside, `${JSON.stringify({ follower: follower.name, record })}\n`)
    progress.drop(id)
    logFault(follower.name, `record set aside after ${retries.most} tries in ${retries.setAside}`)
  }
  const pauseMs = (): number => {
    if (running.size > 0) return BUSY_PAUSE_MS
    const leftMs = (progress.nextDueAt() ?? Number.POSITIVE_INFINITY) - Date.now()
    return Math.max(BUSY_PAUSE_MS, Math.min(LONGEST_PAUSE_MS, leftMs))
  }
  while (!stopped.aborted) {
    const count = wake.count()
    for (const waiting of progress.due(Date.now())) {
      if (running.size >= MOST_AT_ONCE || running.has(waiting.id)) continue
      running.set(
        waiting.id,
        tryOne(waiting)
          .catch((error: unknown) => logFault(follower.name, 'record not tried again', error))
          .finally(() => running.delete(waiting.id)),
      )
    }
    await wake.rest(count, pauseMs(), stopped)
  }
  await Promise.all(running.values())
}
