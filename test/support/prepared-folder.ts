import { statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { aFolder, runLocally } from './local-service.ts'

const CALM_MS = 500

/** Waits until the stream of the demo is read and each message sent. */
const untilCalm = async (folder: string): Promise<void> => {
  const changedAt = () => statSync(join(folder, '.restante/stream.sqlite-wal')).mtimeMs
  while (Date.now() - changedAt() < CALM_MS) await sleep(CALM_MS / 5)
}

/** A folder with the loaded bare demo, to copy; undefined where the service does not start. */
export const prepareFolder = async (): Promise<string> => {
  const folder = aFolder()
  const service = await runLocally(folder)
  if (service.process.exitCode !== null) return ''
  await untilCalm(folder)
  await service.stop('SIGTERM')
  return folder
}
