import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('../..', import.meta.url))

export type SourceFile = { readonly path: string; readonly text: string }

/** `target` is a path from the root for our files, else the name of a package. */
export type Import = { readonly target: string; readonly typeOnly: boolean }

export const sourceFiles = (...folders: readonly string[]): SourceFile[] =>
  folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) => {
        const file = join(entry.parentPath, entry.name)
        return { path: relative(ROOT, file), text: readFileSync(file, 'utf8') }
      }),
  )

const STATEMENT = /^(?:import|export)\s+(type\s+)?(?:[^'"]*?\sfrom\s+)?['"]([^'"]+)['"]/gm
const DYNAMIC = /\bimport\(\s*['"]([^'"]+)['"]/g

const packageOf = (specifier: string): string =>
  specifier.startsWith('node:')
    ? specifier
    : specifier
        .split('/')
        .slice(0, specifier.startsWith('@') ? 2 : 1)
        .join('/')

export const importsOf = ({ path, text }: SourceFile): Import[] => {
  const resolved = (specifier: string): string =>
    specifier.startsWith('.') ? join(dirname(path), specifier) : packageOf(specifier)
  return [
    ...[...text.matchAll(STATEMENT)].map(([, type, specifier = '']) => ({
      target: resolved(specifier),
      typeOnly: type !== undefined,
    })),
    ...[...text.matchAll(DYNAMIC)].map(([, specifier = '']) => ({
      target: resolved(specifier),
      typeOnly: false,
    })),
  ]
}
