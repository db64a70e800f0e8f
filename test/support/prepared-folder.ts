import { mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { TestProject } from 'vitest/node'
import { aFolder, runLocally } from './local-service.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the bare demo will be: see `loaded-folder.ts`. */
    prepared: string
  }
}

const CALM_MS = 500

/** Waits until the stream of the demo is read and each message sent. */
const untilCalm = async (folder: string): Promise<void> => {
  const changedAt = () => statSync(join(folder, '.restante/stream.sqlite-wal')).mtimeMs
  while (Date.now() - changedAt() < CALM_MS) await sleep(CALM_MS / 5)
}

/** Makes the folder at once and whole, empty where the service does not start. */
const prepare = async (folder: string): Promise<void> => {
  const made = aFolder()
  const service = await runLocally(made)
  if (service.process.exitCode !== null) return mkdirSync(folder)
  await untilCalm(made)
  await service.stop('SIGTERM')
  renameSync(made, folder)
}

/** Loads the demo once for all test files of a project, while others run. */
export default (project: TestProject) => {
  const folder = join(aFolder(), 'prepared')
  project.provide('prepared', folder)
  const prepared = prepare(folder)
  return () => prepared
}
