import { setTimeout as sleep } from 'node:timers/promises'
import { ContentionError } from './contention.ts'

const FIRST_WAIT_MS = 20
const LONGEST_WAIT_MS = 400

/**
 * Repeats an attempt that met contention, with full jitter, until `deadlineMs` have passed; then rethrows.
 * Each attempt reads its facts again, so nobody writes to an occupancy once it is full.
 */
export const retryContended = async <T>(
  attempt: (tries: number) => Promise<T>,
  deadlineMs = 5000,
): Promise<T> => {
  const givenUpAt = performance.now() + deadlineMs
  for (let tries = 0; ; tries++) {
    try {
      return await attempt(tries)
    } catch (error) {
      const wait = Math.random() * Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** tries)
      if (!(error instanceof ContentionError) || performance.now() + wait > givenUpAt) throw error
      await sleep(wait)
    }
  }
}
