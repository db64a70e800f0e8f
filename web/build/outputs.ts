import type { Metafile } from 'esbuild'
import type { PageName } from '../pages.ts'

/** All that an output imports in one of these ways, directly or not, and the output itself. */
const reachedFrom = (start: string, { outputs }: Metafile, kinds: readonly string[]): string[] => {
  const reached = new Set([start])
  for (const path of reached)
    for (const { path: imported, kind } of outputs[path]?.imports ?? [])
      if (kinds.includes(kind)) reached.add(imported)
  return [...reached]
}

const entryOf = (name: PageName, { outputs }: Metafile): string | undefined =>
  Object.keys(outputs).find((path) => outputs[path]?.entryPoint === `of-${name}:of-${name}:start`)

/** The page's own script first, then every chunk that it waits for. */
export const outputsOf = (name: PageName, metafile: Metafile): string[] => {
  const entry = entryOf(name, metafile)
  return entry ? reachedFrom(entry, metafile, ['import-statement']) : []
}

/** What `import()` loads after the page is there. */
export const laterOutputsOf = (name: PageName, metafile: Metafile): string[] => {
  const entry = entryOf(name, metafile)
  const first = outputsOf(name, metafile)
  const all = entry ? reachedFrom(entry, metafile, ['import-statement', 'dynamic-import']) : []
  return all.filter((path) => !first.includes(path))
}
