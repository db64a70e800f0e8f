import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { ROOT } from '../architecture/imports.ts'

const SOURCES = ['functions', 'infra', 'shared', 'web']

const changedAt = (path: string): number => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0

/** When a source was last changed, added or taken away. */
const lastChange = (): number => {
  const paths = SOURCES.flatMap((folder) => [
    folder,
    ...readdirSync(join(ROOT, folder), { recursive: true }).map((path) => join(folder, String(path))),
  ])
  return Math.max(...['package-lock.json', ...paths].map((path) => changedAt(join(ROOT, path))))
}

type Part = 'web' | 'functions'

/** A part of `dist`, or where a source has changed since, one that is built for the calling test file. */
export const upToDate = async <T>(part: Part, build: (out: string) => Promise<T>) => {
  const out = join(ROOT, 'dist', part)
  if (changedAt(`${out}.json`) > lastChange())
    return { out, built: JSON.parse(readFileSync(`${out}.json`, 'utf8')) as T }
  const folder = mkdtempSync(join(tmpdir(), `restante-${part}-`))
  afterAll(() => rmSync(folder, { recursive: true }))
  return { out: join(folder, part), built: await build(join(folder, part)) }
}
