import { createHash } from 'node:crypto'
import { glob, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'

/** At the root, so that it answers for every page. */
export const WORKER = 'sw.js'

const FOLDER = join(import.meta.dirname, '..', 'worker')

/** `RESTANTE_WORKER=off` builds the worker that takes itself and all that was kept off the devices. */
const entryFile = (): string =>
  join(FOLDER, process.env.RESTANTE_WORKER === 'off' ? 'retired.ts' : 'worker.ts')

const versionOf = async (folder: string): Promise<string> => {
  const files: string[] = []
  for await (const file of glob('**/*.{html,js}', { cwd: folder })) files.push(file)
  const hash = createHash('sha256')
  for (const file of files.sort()) hash.update(file).update(await readFile(join(folder, file)))
  return hash.digest('hex').slice(0, 12)
}

/** The service worker, which bears the version of the site in a folder. */
export const buildWorker = async (folder: string): Promise<Uint8Array> => {
  const { outputFiles } = await build({
    entryPoints: [entryFile()],
    bundle: true,
    write: false,
    format: 'iife',
    minify: true,
    target: ['es2022', 'chrome111', 'firefox114', 'safari16.4'],
    define: { VERSION: JSON.stringify(await versionOf(folder)) },
    logLevel: 'warning',
  })
  return outputFiles[0]?.contents ?? new Uint8Array()
}
