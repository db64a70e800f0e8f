import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { OnLoadResult, Plugin } from 'esbuild'
import { openApi } from '../shared/contracts/openapi.ts'

/**
 * What is imported by a call begins with the entry, which is there by then. Without that, esbuild makes a file for each
 * set of parts that share a module, and a start loads forty of them.
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

/** All that a module exports, undefined: nothing may call it. */
const nothing = async (path: string): Promise<OnLoadResult> => {
  const names = (await read(path)).matchAll(/^export (?:const|function|class) (\w+)/gm)
  return { contents: `export const ${[...names].map(([, name]) => `${name} = undefined`)}` }
}

/** Modules that a function needs little of, and what stands for them in the bundles. */
const STAND_INS: readonly (readonly [module: RegExp, contents: (path: string) => Promise<OnLoadResult>])[] = [
  // Only the OpenAPI document needs to write schemas as JSON Schema, and it is written here, once.
  [/\/zod\/v4\/core\/(json-schema-processors|to-json-schema)\.js$/, nothing],
  [
    /\/shared\/contracts\/openapi\.ts$/,
    async () => {
      const written = JSON.stringify(JSON.stringify(openApi()))
      return { contents: `export const openApi = () => JSON.parse(${written})` }
    },
  ],
  // Node has a SHA-256 of its own.
  [/\/@smithy\/core\/dist-es\/submodules\/checksum\/sha256\/Sha256Js\.js$/, nothing],
  // Only the adaptive mode of retries, which nothing asks for, slows itself down.
  [/\/@smithy\/core\/dist-es\/submodules\/retry\/util-retry\/DefaultRateLimiter\.js$/, nothing],
  // The table answers with no stream of events.
  [/\/@smithy\/core\/dist-es\/submodules\/event-streams\/index\.js$/, async () => ({ contents: '' })],
  // The SDK's clients only say which version they are.
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

export const standIns: Plugin = {
  name: 'stand-ins',
  setup: ({ onLoad }) => {
    for (const [filter, contents] of STAND_INS) onLoad({ filter }, ({ path }) => contents(path))
  },
}
