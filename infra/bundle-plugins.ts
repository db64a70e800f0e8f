import { readFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { OnLoadResult, Plugin } from 'esbuild'
import { officialLocalities } from '../functions/api/official-localities.ts'
import { listedTools } from '../shared/contracts/listed-tools.ts'
import { openApi } from '../shared/contracts/openapi.ts'

/**
 * Dynamically imported parts start with the entry, which is loaded then. Otherwise esbuild makes a file per
 * shared set of modules, and a start loads forty of them.
 */
export const partsOf = (entry: string): Plugin => ({
  name: 'parts of one entry',
  setup: ({ onResolve, onLoad }) => {
    const parts = new Set<string>()
    onResolve({ filter: /^\.{1,2}\/.*\.ts$/ }, ({ path, resolveDir, kind }) => {
      if (kind === 'dynamic-import') parts.add(resolve(resolveDir, path))
      return undefined
    })
    onLoad({ filter: /\/functions\/.*\.ts$/ }, async ({ path }) => {
      if (!parts.has(path)) return undefined
      return { contents: `import ${JSON.stringify(entry)}\n${await readFile(path, 'utf8')}`, loader: 'ts' }
    })
  },
})

const fixedEndpoint = fileURLToPath(new URL('../functions/fixed-endpoint.ts', import.meta.url))

const read = (path: string): Promise<string> => readFile(path, 'utf8')

/** Exports of a module as undefined, since nothing calls them. */
const namesIn = async (path: string): Promise<string[]> =>
  [...(await read(path)).matchAll(/^export (?:const|function|class) (\w+)/gm)].map(([, name = '']) => name)

const nothing = async (path: string): Promise<OnLoadResult> => ({
  contents: `export const ${(await namesIn(path)).map((name) => `${name} = undefined`)}`,
})

/** A plugin of an SDK client that adds nothing to it. */
const noLayer = async (path: string): Promise<OnLoadResult> => {
  const added = (name: string) =>
    name.endsWith('Plugin') ? '() => ({ applyToStack: () => {} })' : 'undefined'
  return { contents: `export const ${(await namesIn(path)).map((name) => `${name} = ${added(name)}`)}` }
}

/** A function that reads what the build has written. */
const written = (name: string, value: unknown): OnLoadResult => ({
  contents: `export const ${name} = () => JSON.parse(${JSON.stringify(JSON.stringify(value))})`,
})

/** Large modules of little use, and their replacements in bundles. */
const STAND_INS: readonly (readonly [module: RegExp, contents: (path: string) => Promise<OnLoadResult>])[] = [
  // Only the OpenAPI document and the tools of assistants, written at build time, need JSON Schema,
  // descriptions and summaries.
  [/\/zod\/v4\/core\/(json-schema-processors|to-json-schema)\.js$/, nothing],
  [
    /\/shared\/contracts\/(routes\/[a-z-]+|values|[a-z-]+-(views|text))\.ts$/,
    async (path) => ({
      contents: (await read(path))
        .replace(/\s*\.meta\(\{[^{}]*\}\)/g, '')
        .replace(/summary: '[^'\n]*'/g, "summary: ''"),
      loader: 'ts',
    }),
  ],
  [/\/shared\/contracts\/openapi\.ts$/, async () => written('openApi', openApi())],
  [/\/shared\/contracts\/listed-tools\.ts$/, async () => written('listedTools', listedTools())],
  [
    /\/functions\/api\/official-localities\.ts$/,
    async () => ({
      contents: `export const officialLocalities = () => ${JSON.stringify(officialLocalities())}`,
    }),
  ],
  // Node has its own SHA-256.
  [/\/@smithy\/core\/dist-es\/submodules\/checksum\/sha256\/Sha256Js\.js$/, nothing],
  // The region is named by the environment.
  [
    /\/@smithy\/core\/dist-es\/submodules\/config\/config-resolver\/regionConfig\/getInstanceMetadataRegion\.js$/,
    nothing,
  ],
  // Only the adaptive retry mode, which is off, slows itself down.
  [/\/@smithy\/core\/dist-es\/submodules\/retry\/util-retry\/DefaultRateLimiter\.js$/, nothing],
  // Layers that note what nobody reads: `functionClient` goes without them.
  [
    /\/client\/middleware-(logger|recursion-detection|user-agent)\/(\w*logger\w*|get\w+Plugin|user-agent-middleware)\.js$/i,
    noLayer,
  ],
  // No service that is called sends event streams; the client of buckets asks what it does with them.
  [
    /\/@smithy\/core\/dist-es\/submodules\/event-streams\/index\.js$/,
    async () => ({
      contents:
        'export const resolveEventStreamSerdeConfig = (config) => config; export const eventStreamSerdeProvider = undefined',
    }),
  ],
  // SDK clients only report their version.
  [
    /\/@aws-sdk\/[\w-]+\/package\.json$/,
    async (path) => ({
      contents: JSON.stringify({ version: JSON.parse(await read(path)).version }),
      loader: 'json',
    }),
  ],
  [
    /\/@aws-sdk\/client-dynamodb\/dist-es\/endpoint\/endpointResolver\.js$/,
    async () => ({ contents: await read(fixedEndpoint), loader: 'ts' }),
  ],
]

/** Only rules of endpoints look for the partition of a region, and the endpoint of the table is fixed. */
export const withoutPartitions: Plugin = {
  name: 'without partitions',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\/util-endpoints\/lib\/aws\/partitions\.js$/ }, () => ({
      contents: 'export const partitionsInfo = { partitions: [] }',
    })),
}

export const standIns: Plugin = {
  name: 'stand-ins',
  setup: ({ onLoad }) => {
    for (const [filter, contents] of STAND_INS) onLoad({ filter }, ({ path }) => contents(path))
  },
}

const OF_ASSISTANTS = 'zod-of-assistants'

/** The protocol of assistants uses more of zod than a start does: what is shared would be loaded with it. */
export const ownZod: Plugin = {
  name: 'own zod',
  setup: ({ onResolve, onLoad, resolve: found }) => {
    onResolve({ filter: /^zod(\/|$)/ }, async ({ path, importer, resolveDir, kind, pluginData }) => {
      if (pluginData === OF_ASSISTANTS || !importer.includes('@modelcontextprotocol')) return undefined
      const own = await found(path, { resolveDir, kind, pluginData: OF_ASSISTANTS })
      return { path: own.path, namespace: OF_ASSISTANTS, sideEffects: false }
    })
    onResolve({ filter: /^\./, namespace: OF_ASSISTANTS }, ({ path, importer }) => ({
      path: resolve(dirname(importer), path),
      namespace: OF_ASSISTANTS,
      sideEffects: false,
    }))
    onLoad({ filter: /.*/, namespace: OF_ASSISTANTS }, async ({ path }) => ({ contents: await read(path) }))
  },
}
