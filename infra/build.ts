import { readFile, rm } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build, type Plugin } from 'esbuild'
import { tableOf } from '../web/budget.ts'
import { buildWeb } from '../web/build.ts'

const inProject = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url))

const ENTRIES = {
  api: 'functions/api/handler.ts',
  'send-messages': 'functions/jobs/send-messages/handler.ts',
} as const

export type FunctionName = keyof typeof ENTRIES

/** `folder` is what Lambda gets; sizes are in bytes. */
export type FunctionBundle = {
  readonly folder: string
  readonly file: string
  readonly bytes: number
  readonly gzipBytes: number
}

// A cold start reads and compiles all of it.
const API_GZIP_LIMIT_BYTES = 160_000

/** Lambda gives credentials in the environment; the SDK's other ways to find some are a quarter of a bundle. */
const credentialsOfEnvironment: Plugin = {
  name: 'credentials-of-environment',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^@aws-sdk\/credential-provider-node$/ }, ({ path, resolveDir }) => ({
      path,
      namespace: 'environment',
      pluginData: resolveDir,
    }))
    onLoad({ filter: /.*/, namespace: 'environment' }, ({ pluginData }) => ({
      contents: "export { fromEnv as defaultProvider } from '@aws-sdk/credential-provider-env'",
      resolveDir: pluginData,
    }))
  },
}

const buildFunction = async (name: FunctionName): Promise<FunctionBundle> => {
  const folder = inProject(`dist/functions/${name}`)
  const file = `${folder}/index.mjs`
  await rm(folder, { recursive: true, force: true })
  await build({
    entryPoints: [inProject(ENTRIES[name])],
    outfile: file,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    minify: true,
    alias: { '@aws-sdk/credential-provider-node': inProject('functions/environment-credentials.ts') },
    legalComments: 'none',
    logLevel: 'warning',
    plugins: [credentialsOfEnvironment],
  })
  const code = await readFile(file)
  return { folder, file, bytes: code.length, gzipBytes: gzipSync(code).length }
}

/** Bundles every function to `dist/functions/<name>/index.mjs`; throws when the API's is over its budget. */
export const buildFunctions = async (): Promise<Record<FunctionName, FunctionBundle>> => {
  const [api, sendMessages] = await Promise.all([buildFunction('api'), buildFunction('send-messages')])
  if (api.gzipBytes > API_GZIP_LIMIT_BYTES)
    throw new Error(`the API bundle is ${api.gzipBytes} bytes gzipped, over its budget of ${API_GZIP_LIMIT_BYTES}`)
  return { api, 'send-messages': sendMessages }
}

/** Builds all that is deployed, into `dist`. */
export const buildAll = async (): Promise<string> => {
  const [bundles, { weights }] = await Promise.all([buildFunctions(), buildWeb({ out: inProject('dist/web') })])
  const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1).padStart(8)
  const rows = Object.entries(bundles).map(
    ([name, { bytes, gzipBytes }]) => `${name.padEnd(16)}${kilobytes(bytes)} KB min${kilobytes(gzipBytes)} KB gz`,
  )
  return [...rows, '', tableOf(weights)].join('\n')
}

if (import.meta.main) {
  try {
    console.log(await buildAll())
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
