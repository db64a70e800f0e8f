import { spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildFunctions } from '../../infra/build.ts'
import { apiEventOf } from '../../infra/local/lambda-invocation.ts'
import { LOCAL_ENVIRONMENT } from '../../infra/local/local-client.ts'
import { aSite, aSpace } from '../support/builders.ts'
import { seed } from '../support/seed.ts'
import { type Figure, kilobytes, medianAndRange, milliseconds, type Section } from './section.ts'
import { type BenchTable, bundleOf, installedEngines, withTable } from './stage.ts'

const PAIRS = 15

const inRunner = (name: string): string => fileURLToPath(new URL(`runner/${name}`, import.meta.url))

type Start = { readonly file: string; readonly event: string; readonly env: NodeJS.ProcessEnv }

/** Milliseconds from the start of a new process to the first answer of its handler. */
const firstAnswer = ({ file, event, env }: Start): Promise<number> =>
  new Promise((answered, failed) => {
    const startedAt = performance.now()
    let said = ''
    const child = spawn(process.execPath, [inRunner('first-answer.mjs'), file, event], { env })
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        said += chunk
        if (said.includes('answered 200')) answered(performance.now() - startedAt)
      })
    }
    child.once('exit', () => failed(new Error(`no answer: ${said}`)))
  })

const eventFor = async (path: string): Promise<string> =>
  JSON.stringify(await apiEventOf(new Request(`https://restante.example/api${path}`), '192.0.2.1'))

/** Runs in pairs, so that a slow moment of the machine meets both. */
const pairsFor = async (path: string, env: NodeJS.ProcessEnv): Promise<{ bare: number; api: number }[]> => {
  const event = await eventFor(path)
  const pairs = []
  for (let pair = -1; pair < PAIRS; pair++) {
    const bare = await firstAnswer({ file: inRunner('bare-handler.mjs'), event, env })
    const api = await firstAnswer({ file: bundleOf('api'), event, env })
    if (pair >= 0) pairs.push({ bare, api })
  }
  return pairs
}

const figuresFor = async (name: string, path: string, { endpoint, table }: BenchTable): Promise<Figure[]> => {
  const environment = {
    AWS_ENDPOINT_URL_DYNAMODB: endpoint,
    RESTANTE_TABLE: table.name,
    RESTANTE_MAIL_KEY: 'the-key-of-the-mail-of-a-measurement',
  }
  const pairs = await pairsFor(path, { ...process.env, ...LOCAL_ENVIRONMENT, ...environment })
  const ratios = pairs.map(({ bare, api }) => api / bare)
  const times = (of: 'bare' | 'api') =>
    medianAndRange(
      pairs.map((pair) => pair[of]),
      milliseconds,
    )
  return [
    { name: `first answer to ${name} ÷ a bare handler's`, goal: '≤ 5.5', measured: medianAndRange(ratios) },
    { name: `… from the start of the process`, measured: `${times('api')}; bare ${times('bare')}` },
  ]
}

/** Weight of the API's bundle, and time of a new instance to its first answer. */
export const bundle = async (): Promise<Section[]> => {
  const { api } = await buildFunctions(mkdtempSync(join(tmpdir(), 'restante-bundles-')))
  const later = Object.entries(api.later)
  const ofRoutes = later.flatMap(([path, bytes]) => (path.startsWith('functions/api/routes/') ? [bytes] : []))
  const ofSeries = later.reduce((sum, [path, bytes]) => (/rrule|temporal/.test(path) ? sum + bytes : sum), 0)
  const weight = [
    { name: 'minified, loaded at the start', measured: kilobytes(api.bytes) },
    { name: 'gzip, loaded at the start', goal: '≤ 130 KB', measured: kilobytes(api.gzipBytes) },
    {
      name: 'gzip, added by the first request for other routes',
      measured: medianAndRange(ofRoutes, kilobytes),
    },
    { name: 'gzip, added when a series is first booked', measured: kilobytes(ofSeries) },
  ]
  const [kind] = installedEngines()
  if (!kind) return [{ title: 'The API bundle', figures: weight }]
  return withTable(kind, async (on) => {
    await seed(on.table, aSite(), [aSpace()])
    const starts = [
      ...(await figuresFor('`/openapi.json`', '/openapi.json', on)),
      ...(await figuresFor(`a site, on ${kind.name}`, '/sites/09410A', on)),
    ]
    return [{ title: `The API bundle, ${PAIRS} pairs of starts`, figures: [...weight, ...starts] }]
  })
}
