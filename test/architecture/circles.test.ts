import { describe, expect, it } from 'vitest'
import { importsOf, type SourceFile, sourceFiles } from './imports.ts'

/** Files in circles of imports, types included, each circle in the order of its imports. */
const circlesIn = (files: readonly SourceFile[]): string[][] => {
  const known = new Set(files.map(({ path }) => path))
  const targetsOf = new Map(
    files.map((file) => [
      file.path,
      importsOf(file)
        .map(({ target }) => target)
        .filter((target) => known.has(target)),
    ]),
  )
  const circles: string[][] = []
  const done = new Set<string>()
  const visit = (path: string, above: readonly string[]): void => {
    const start = above.indexOf(path)
    if (start >= 0) circles.push(above.slice(start))
    if (start >= 0 || done.has(path)) return
    for (const target of targetsOf.get(path) ?? []) visit(target, [...above, path])
    done.add(path)
  }
  for (const path of known) visit(path, [])
  return circles
}

const PLANTED: readonly SourceFile[] = [
  { path: 'shared/domain/one.ts', text: "import type { Two } from './two.ts'" },
  { path: 'shared/domain/two.ts', text: "import { three } from './three.ts'" },
  { path: 'shared/domain/three.ts', text: "import {\n  type One,\n  one,\n} from './one.ts'" },
]

describe('imports', () => {
  it.each(['shared', 'functions', 'infra', 'web'])('make no circle in %s', (folder) => {
    expect(circlesIn(sourceFiles(folder))).toEqual([])
  })

  it('are seen in a circle that goes through types and other files', () => {
    expect(circlesIn(PLANTED)).toEqual([PLANTED.map(({ path }) => path)])
  })
})
