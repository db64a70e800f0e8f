import { once } from 'node:events'
import { watch } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { loadJobs, TABLE_NAME } from './functions.ts'
import type { JobsAt, SaidByJobs, ToldJobs } from './jobs.ts'
import { runEvery } from './schedule.ts'
import { StartFailure } from './start-failure.ts'
import { followStream, streamOf } from './stream/follow-stream.ts'
import { retriesInto } from './stream/hand-over-again.ts'
import { openProgress } from './stream/progress.ts'
import { newWake } from './stream/wake.ts'

/** The files of an engine, which change when a command or a job writes. */
const ENGINE_FILE = /^table\.sqlite|\.db(-journal)?$/

/** A stopped service waits this long: all jobs bear an interruption. */
const GRACE_MS = 3000

const { dist, endpoint, folder }: JobsAt = workerData
const wake = newWake()
const stopping = new AbortController()
const say = (said: SaidByJobs) => parentPort?.postMessage(said)

const start = async () => {
  const stream = await streamOf(endpoint, TABLE_NAME)
  const progress = openProgress(join(folder, 'stream.sqlite'))
  return { stream, progress, ...(await loadJobs(dist)) }
}

const run = async ({ stream, progress, followers, scheduled }: Awaited<ReturnType<typeof start>>) => {
  const stopped = stopping.signal
  const retries = retriesInto(join(folder, 'set-aside.jsonl'))
  const woken = watch(folder, { signal: stopped }, (_, file) => {
    if (file && ENGINE_FILE.test(file)) wake.wake()
  })
  // The reader of the stream looks again by itself.
  woken.on('error', () => {})
  const running = Promise.all([
    ...followers.map((each) => followStream(stream, each, { progress, retries, wake, stopped })),
    ...scheduled.map((each) => runEvery(each, stopped)),
  ])
  const tooLong = once(stopped, 'abort').then(() => sleep(GRACE_MS))
  await Promise.race([running, tooLong])
}

parentPort?.on('message', (told: ToldJobs) => {
  if (told === 'wake') return wake.wake()
  stopping.abort()
})

try {
  const started = await start()
  say('ready')
  await run(started)
} catch (error) {
  if (!(error instanceof StartFailure)) throw error
  say({ failure: error.message })
}
// Ends this thread alone, whatever a function still waits for.
process.exit()
