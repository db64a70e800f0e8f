import { statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { TestProject } from 'vitest/node'
import { aFolder, runLocally } from './local-service.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** A folder with the bare demo, or nothing where the service does not start. */
    prepared: string
  }
}

const CALM_MS = 500

/** Waits until the stream of the demo is read and each message sent. */
const untilCalm = async (folder: string): Promise<void> => {
  const changedAt = () => statSync(join(folder, '.restante/stream.sqlite-wal')).mtimeMs
  while (Date.now() - changedAt() < CALM_MS) await sleep(CALM_MS / 5)
}

const prepareFolder = async (): Promise<string> => {
  const folder = aFolder()
  const service = await runLocally(folder)
  if (service.process.exitCode !== null) return ''
  await untilCalm(folder)
  await service.stop('SIGTERM')
  return folder
}

/** Loads the demo once for all test files of a project. */
export default async (project: TestProject) => {
  project.provide('prepared', await prepareFolder())
}
