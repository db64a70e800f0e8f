import { join } from 'node:path'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { beforeAll, expect, it } from 'vitest'
import { defaultEndpointResolver } from '../../functions/fixed-endpoint.ts'
import { buildFunctions } from '../../infra/build.ts'
import { apiEventOf } from '../../infra/local/lambda-invocation.ts'
import { listedTools } from '../../shared/contracts/listed-tools.ts'
import { openApi } from '../../shared/contracts/openapi.ts'
import { upToDate } from '../support/built.ts'

const { out, built: bundles } = await upToDate('functions', buildFunctions)
const handlerOf = (name: keyof typeof bundles) => import(join(out, name, 'index.mjs'))

beforeAll(() => {
  Object.assign(process.env, {
    AWS_REGION: 'eu-west-3',
    RESTANTE_TABLE: 'restante',
    RESTANTE_ORIGIN: 'https://restante.example',
    RESTANTE_MAIL_FROM: 'restante@restante.example',
    RESTANTE_MAIL_KEY: 'm'.repeat(40),
    RESTANTE_DOOR_KEYS: 'k'.repeat(40),
    RESTANTE_LOCK_URL: 'https://lock.example',
    RESTANTE_PAGES_BUCKET: 'pages',
    RESTANTE_LOCK_SECRETS: 's'.repeat(40),
  })
})

const startIn = (room: string): string[] =>
  bundles.api.inputs
    .filter((path) => path.startsWith(`${room}/`))
    .map((path) => path.slice(room.length + 1))
    .sort()

it('a cold start of the API loads only what a site, its week and a booking need', () => {
  expect(startIn('functions/api/routes')).toEqual(['booking-refusal.ts', 'bookings.ts', 'sites.ts'])
  expect(startIn('functions/use-cases')).toEqual([
    'allowances.ts',
    'authorize.ts',
    'book-space-command.ts',
    'book-space.ts',
    'booked-for.ts',
    'explain-refusal.ts',
    'find-booking-to-move.ts',
    'find-membership-there.ts',
    'free-lapsed.ts',
    'hash.ts',
    'own-waits.ts',
    'person-acted-for.ts',
    'read-availability.ts',
    'read-facts-for.ts',
    'read-site.ts',
    'staffed-site.ts',
  ])
  expect(startIn('shared/contracts/routes')).toEqual(['bookings.ts', 'sites.ts'])
  const packages = bundles.api.inputs.flatMap(
    (path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? [],
  )
  expect([...new Set(packages)].filter((name) => !/^@(aws|aws-sdk|smithy)\//.test(name)).sort()).toEqual([
    '@middy/core',
    'hono',
    'zod',
  ])
})

it('the first request for any other route loads little more', () => {
  const added = Object.entries(bundles.api.later).filter(([path]) => path.startsWith('functions/api/routes/'))
  expect(added.length).toBeGreaterThan(20)
  // The document of all routes grows with each of them; assistants bring the library of their protocol.
  const mostFor = (path: string) =>
    path.endsWith('/openapi.ts') ? 45_000 : path.endsWith('/assistants.ts') ? 160_000 : 26_000
  expect(added.filter(([path, bytes]) => bytes > mostFor(path))).toEqual([])
})

it('the names of all communes load with the first search, in a part of their own', () => {
  const [bytes = 0] = Object.entries(bundles.api.later).flatMap(([path, added]) =>
    /gazetteer/.test(path) ? [added] : [],
  )
  expect(bytes).toBeGreaterThan(300_000)
  expect(bytes).toBeLessThan(500_000)
})

const NAMES = [
  'api',
  'send-messages',
  'send-reminders',
  'tell-tools',
  'deliver-hooks',
  'mail-feedback',
  'end-due',
  'extend-series',
  'review-sites',
  'purge-past',
  'write-pages',
] as const

it.each(NAMES)('the bundle of %s loads by itself', async (name) => {
  expect(await handlerOf(name)).toHaveProperty('handler')
})

const answerTo = async (path: string) => {
  const { handler } = await handlerOf('api')
  const event = await apiEventOf(new Request(`https://restante.example/api${path}`), '192.0.2.1')
  const answer = await handler(event, { awsRequestId: 'test', getRemainingTimeInMillis: () => 10_000 })
  expect(answer).toMatchObject({ statusCode: 200 })
  return JSON.parse(answer.body)
}

it('the bundle of the API knows the names of all communes', async () => {
  const { localities } = await answerTo('/localities?q=st-gerand-le-puy')
  expect(localities[0]).toMatchObject({ name: 'Saint-Gérand-le-Puy', departementName: 'Allier' })
})

it('the bundle of the API answers from a later part: the document of all routes', async () => {
  expect(await answerTo('/openapi.json')).toEqual(JSON.parse(JSON.stringify(openApi())))
})

it('the bundle of the API tells assistants what they may ask', async () => {
  const { handler } = await handlerOf('api')
  const event = await apiEventOf(
    new Request('https://restante.example/api/mcp', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream' },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list' }),
    }),
    '192.0.2.1',
  )
  const { body } = await handler(event, { awsRequestId: 'test', getRemainingTimeInMillis: () => 10_000 })
  const [, data = ''] = /^data: (.*)$/m.exec(body) ?? []
  expect(JSON.parse(data).result.tools).toEqual(listedTools())
})

it.each([
  { Region: 'eu-west-3' },
  { Region: 'eu-west-1' },
  { Region: 'eu-west-3', Endpoint: 'http://localhost:8000' },
])('the bundles find the table where the SDK does: %s', (asked) => {
  const { endpointProvider } = new DynamoDBClient({ region: asked.Region }).config
  const { url } = endpointProvider({ ...asked, UseDualStack: false, UseFIPS: false })
  expect(defaultEndpointResolver(asked).url.href).toBe(url.href)
})
