import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build, type Metafile } from 'esbuild'
import { LANGUAGES } from '../shared/domain/language.ts'
import { tableOf } from '../web/build/budget.ts'
import { buildWeb } from '../web/build/build.ts'
import { ownZod, partsOf, standIns, withoutPartitions } from './bundle-plugins.ts'
import { putInPlace } from './put-in-place.ts'
import { type InlineHashes, pagePolicy } from './security-headers.ts'

const inProject = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url))

const CACHE = 'node_modules/.cache'

const ENTRIES = {
  api: 'functions/api/handler.ts',
  'send-messages': 'functions/jobs/send-messages/handler.ts',
  'send-reminders': 'functions/jobs/send-messages/reminders/handler.ts',
  'tell-tools': 'functions/jobs/tell-tools/handler.ts',
  'deliver-hooks': 'functions/jobs/deliver-hooks/handler.ts',
  'mail-feedback': 'functions/jobs/mail-feedback/handler.ts',
  'extend-series': 'functions/jobs/extend-series/handler.ts',
  'review-sites': 'functions/jobs/review-sites/handler.ts',
  'end-due': 'functions/jobs/end-due/handler.ts',
  'purge-past': 'functions/jobs/purge-past/handler.ts',
  'write-pages': 'functions/jobs/write-pages/handler.ts',
} as const

export type FunctionName = keyof typeof ENTRIES

/** `bytes` and `inputs` are those of a cold start; `later` is what a module's first call adds, gzipped. */
export type FunctionBundle = {
  readonly inputs: readonly string[]
  readonly bytes: number
  readonly gzipBytes: number
  readonly later: Readonly<Record<string, number>>
}

/** Cold starts read and compile all of it: rarely used modules belong to `functions/api/later-routes.ts`. */
const API_GZIP_LIMIT_BYTES = 130_000

type Weight = { readonly bytes: number; readonly gzipBytes: number }

const weightOf = async (files: readonly string[]): Promise<Weight> => {
  const contents = await Promise.all(files.map((file) => readFile(inProject(file))))
  const sum = (sizes: readonly number[]) => sizes.reduce((all, size) => all + size, 0)
  return {
    bytes: sum(contents.map(({ length }) => length)),
    gzipBytes: sum(contents.map((each) => gzipSync(each).length)),
  }
}

/** Static imports only; dynamic ones load later. */
const loadedWith = (entry: string, { outputs }: Metafile): Set<string> => {
  const reached = new Set([entry])
  for (const file of reached) {
    for (const { path, kind, external } of outputs[file]?.imports ?? [])
      if (kind === 'import-statement' && !external) reached.add(path)
  }
  return reached
}

const buildFunction = async (name: FunctionName, out: string): Promise<FunctionBundle> => {
  const folder = join(out, name)
  await rm(folder, { recursive: true, force: true })
  const { metafile } = await build({
    absWorkingDir: inProject(''),
    entryPoints: { index: inProject(ENTRIES[name]) },
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    chunkNames: 'part-[hash]',
    bundle: true,
    splitting: true,
    metafile: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    minify: true,
    alias: {
      '@aws-sdk/credential-provider-node': inProject('functions/environment-credentials.ts'),
      '@aws-sdk/middleware-endpoint-discovery': inProject('functions/fixed-endpoint.ts'),
    },
    plugins: [
      partsOf(inProject(ENTRIES[name])),
      ownZod,
      standIns,
      // Mails and pages leave by services whose endpoints are found by their rules.
      ...(name.startsWith('send-') || name === 'write-pages' ? [] : [withoutPartitions]),
    ],
    legalComments: 'none',
    logLevel: 'warning',
  })
  const entries = Object.entries(metafile.outputs).filter(([, { entryPoint }]) => entryPoint)
  const [index = ''] = entries.flatMap(([path]) => (path.endsWith('/index.mjs') ? [path] : []))
  const first = loadedWith(index, metafile)
  const later: Record<string, number> = {}
  for (const [path, { entryPoint = '' }] of entries) {
    const added = [...loadedWith(path, metafile)].filter((each) => !first.has(each))
    if (path !== index) later[entryPoint] = (await weightOf(added)).gzipBytes
  }
  const inputs = [...first].flatMap((output) => Object.keys(metafile.outputs[output]?.inputs ?? {}))
  return { inputs, ...(await weightOf([...first])), later }
}

/** Writes the functions in `out`, and what they weigh beside it; throws when the API is over its budget. */
export const buildFunctions = async (out: string): Promise<Record<FunctionName, FunctionBundle>> => {
  const names = Object.keys(ENTRIES) as FunctionName[]
  const built = await Promise.all(names.map(async (name) => [name, await buildFunction(name, out)] as const))
  const bundles = Object.fromEntries(built) as Record<FunctionName, FunctionBundle>
  const { gzipBytes } = bundles.api
  if (gzipBytes > API_GZIP_LIMIT_BYTES)
    throw new Error(
      `the API bundle is ${gzipBytes} bytes gzipped, over its budget of ${API_GZIP_LIMIT_BYTES}`,
    )
  await writeFile(`${out}.json`, JSON.stringify(bundles))
  return bundles
}

/**
 * Puts what writes the pages of sites beside the function that calls it, with their policy. They are of another
 * build as soon as the function is, which says what stands in them.
 */
const addSitePages = async (dist: string): Promise<void> => {
  const folder = join(dist, 'functions/write-pages')
  const caller = await readFile(join(folder, 'index.mjs'))
  const hashes: InlineHashes = JSON.parse(await readFile(join(dist, 'web-csp.json'), 'utf8'))
  const policy = pagePolicy(hashes)
  for (const language of LANGUAGES) {
    const code = await readFile(join(dist, 'site-pages', `${language}.mjs`), 'utf8')
    const build = createHash('sha256').update(caller).update(code).update(policy).digest('hex').slice(0, 16)
    const more = `export const policy = ${JSON.stringify(policy)}\nexport const build = '${build}'\n`
    await writeFile(join(folder, `site-page-${language}.mjs`), `${code}\n${more}`)
  }
}

const buildIn = async (dist: string): Promise<string> => {
  const [bundles, { weights }] = await Promise.all([
    buildFunctions(join(dist, 'functions')),
    buildWeb({ out: join(dist, 'web') }),
  ])
  await addSitePages(dist)
  const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1).padStart(8)
  const rows = Object.entries(bundles).map(
    ([name, { bytes, gzipBytes }]) =>
      `${name.padEnd(16)}${kilobytes(bytes)} KB min${kilobytes(gzipBytes)} KB gz`,
  )
  return [...rows, '', tableOf(weights)].join('\n')
}

/** Everything in `dist`, where a service may run from what was built before. */
export const buildAll = async (): Promise<string> => {
  await mkdir(inProject(CACHE), { recursive: true })
  const fresh = await mkdtemp(inProject(`${CACHE}/build-`))
  try {
    const rows = await buildIn(fresh)
    await putInPlace(fresh, inProject('dist'))
    return rows
  } finally {
    await rm(fresh, { recursive: true, force: true })
  }
}

if (import.meta.main) {
  try {
    const weights = await buildAll()
    if (process.argv.includes('--sizes')) console.log(weights)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
