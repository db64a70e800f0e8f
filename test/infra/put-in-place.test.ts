import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { putInPlace } from '../../infra/put-in-place.ts'

const aFolderOf = (files: Readonly<Record<string, string>>, ...more: readonly string[]): string => {
  const folder = mkdtempSync(join(tmpdir(), 'restante-in-place-'))
  for (const each of ['api', ...more]) mkdirSync(join(folder, each))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  return folder
}

it('a folder that is served gets what a build made, and loses only what it no longer has', async () => {
  const folder = aFolderOf({ 'api/index.mjs': 'part-1', 'api/part-1.mjs': '', 'web.json': 'old' }, 'gone')
  const fresh = aFolderOf({ 'api/index.mjs': 'part-2', 'api/part-2.mjs': '', 'web.json': 'new' })
  await putInPlace(fresh, folder)
  expect(readdirSync(join(folder, 'api')).sort()).toEqual(['index.mjs', 'part-2.mjs'])
  expect(readdirSync(folder).sort()).toEqual(['api', 'web.json'])
  expect(readFileSync(join(folder, 'api/index.mjs'), 'utf8')).toBe('part-2')
  expect(readFileSync(join(folder, 'web.json'), 'utf8')).toBe('new')
})

it('a folder that is not there yet is made by the first build', async () => {
  const folder = join(aFolderOf({}), 'dist')
  await putInPlace(aFolderOf({ 'api/index.mjs': 'part-1' }), folder)
  expect(readFileSync(join(folder, 'api/index.mjs'), 'utf8')).toBe('part-1')
})
