import { existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { join, relative } from 'node:path'

type Entry = { readonly path: string; readonly isFile: boolean }

const entriesIn = async (folder: string): Promise<Entry[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true })).map((entry) => ({
    path: relative(folder, join(entry.parentPath, entry.name)),
    isFile: entry.isFile(),
  }))

/**
 * Moves what is fresh into a folder that may be served: what is named comes before what names it, and
 * what is gone goes last. Both are on the same disk.
 */
export const putInPlace = async (fresh: string, folder: string): Promise<void> => {
  await mkdir(folder, { recursive: true })
  const [after, before] = await Promise.all([entriesIn(fresh), entriesIn(folder)])
  for (const { path, isFile } of after) if (!isFile) await mkdir(join(folder, path), { recursive: true })
  const files = after.filter(({ isFile }) => isFile).map(({ path }) => path)
  const isThere = (path: string): boolean => existsSync(join(folder, path))
  for (const path of [...files.filter((each) => !isThere(each)), ...files.filter(isThere)])
    await rename(join(fresh, path), join(folder, path))
  const paths = new Set(after.map(({ path }) => path))
  for (const { path } of before)
    if (!paths.has(path)) await rm(join(folder, path), { recursive: true, force: true })
}
