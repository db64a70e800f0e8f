import { cpSync, existsSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { inject } from 'vitest'
import { aFolder } from './local-service.ts'

/** A folder of its own in which the bare demo is already loaded, where the service starts. */
export const aLoadedFolder = async (): Promise<string> => {
  const prepared = inject('prepared')
  while (!existsSync(prepared)) await sleep(50)
  const folder = aFolder()
  cpSync(prepared, folder, { recursive: true })
  return folder
}
