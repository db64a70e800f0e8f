import { setTimeout as sleep } from 'node:timers/promises'
import { type EngineKind, type EngineProcess, startEngine } from './engine-process.ts'

/** Restarts a stopped engine; `gaveUp` resolves with a message when that fails. */
export type SupervisedEngine = {
  readonly endpoint: string
  readonly gaveUp: Promise<string>
  readonly close: () => Promise<void>
}

const MOST_RESTARTS = 5
const WITHIN_MS = 300_000
const FIRST_PAUSE_MS = 200

const recent = (times: readonly number[]): number[] =>
  times.filter((at) => at > performance.now() - WITHIN_MS)

/** Restarts keep folder and port, so that clients go on. */
export const superviseEngine = async (kind: EngineKind, folder: string): Promise<SupervisedEngine> => {
  let engine = await startEngine(kind, folder)
  const { endpoint } = engine
  const closing = new AbortController()

  const restart = async (pauseMs: number): Promise<EngineProcess> => {
    await sleep(pauseMs, undefined, { signal: closing.signal })
    return startEngine(kind, folder, Number(new URL(endpoint).port))
  }

  const keepRunning = async (): Promise<string | undefined> => {
    let restarts: number[] = []
    let last = ''
    for (;;) {
      await engine.ended
      if (closing.signal.aborted) return undefined
      restarts = [...recent(restarts), performance.now()]
      if (restarts.length > MOST_RESTARTS)
        return `its engine has stopped ${restarts.length} times within ${WITHIN_MS / 60_000} minutes${last}`
      console.error('The engine has stopped, and is started again…')
      try {
        engine = await restart(FIRST_PAUSE_MS * 2 ** (restarts.length - 1))
        if (closing.signal.aborted) await engine.close()
        else console.error('The engine runs again.')
      } catch (error) {
        last = error instanceof Error ? ` (${error.message})` : ''
      }
    }
  }

  const kept = keepRunning()
  return {
    endpoint,
    gaveUp: new Promise((gaveUp) => void kept.then((words) => words !== undefined && gaveUp(words))),
    close: async () => {
      closing.abort()
      await engine.close()
      await kept
    },
  }
}
