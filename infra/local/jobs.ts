import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { StartFailure } from './start-failure.ts'

/** Mails leave little behind. */
const YOUNG_MEGABYTES = 8

/** What the thread of the jobs is told at its start. */
export type JobsAt = { readonly dist: string; readonly endpoint: string; readonly folder: string }

export type ToldJobs = 'wake' | 'stop'
/** `failure` has a line for people. */
export type SaidByJobs = 'ready' | { readonly failure: string }

/** `wake` says that something was written; `failed` rejects with the first fault. */
export type RunningJobs = {
  readonly wake: () => void
  readonly failed: Promise<never>
  readonly stop: () => Promise<void>
}

/** Messages and schedules run in a thread of their own, so that nobody who asks waits for them. */
export const startJobs = async (at: JobsAt): Promise<RunningJobs> => {
  const thread = new Worker(new URL('jobs-thread.ts', import.meta.url), {
    ...{ workerData: at, execArgv: [] },
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
  })
  const ended = once(thread, 'exit').then(() => {})
  let isStopping = false
  const failed = new Promise<never>((_, fail) => {
    thread.once('error', fail)
    thread.once('exit', () => isStopping || fail(new Error('the jobs have ended')))
  })
  failed.catch(() => {})
  const tell = (told: ToldJobs) => thread.postMessage(told)
  const [said]: SaidByJobs[] = await Promise.race([once(thread, 'message'), failed])
  if (said !== 'ready') throw new StartFailure(said?.failure ?? 'the jobs do not start')
  const stop = async () => {
    isStopping = true
    tell('stop')
    await ended
  }
  return { wake: () => tell('wake'), failed, stop }
}
