import { cpSync } from 'node:fs'
import { inject } from 'vitest'
import { aFolder } from './local-service.ts'

/** A folder of its own in which the bare demo is already loaded, where that was prepared. */
export const aLoadedFolder = (): string => {
  const folder = aFolder()
  const prepared = inject('prepared')
  if (prepared) cpSync(prepared, folder, { recursive: true })
  return folder
}
