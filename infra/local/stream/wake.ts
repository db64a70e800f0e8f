import { setTimeout as sleep } from 'node:timers/promises'

/** `rest` ends at once if `wake` was called since `count`. */
export type Wake = {
  readonly count: () => number
  readonly wake: () => void
  readonly rest: (count: number, ms: number, stopped: AbortSignal) => Promise<void>
}

export const newWake = (): Wake => {
  let counted = 0
  let woken = new AbortController()
  return {
    count: () => counted,
    wake: () => {
      counted += 1
      woken.abort()
      woken = new AbortController()
    },
    rest: async (count, ms, stopped) => {
      if (count !== counted) return
      await sleep(ms, undefined, { signal: AbortSignal.any([stopped, woken.signal]) }).catch(() => {})
    },
  }
}
