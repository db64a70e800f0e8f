import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildFunctions } from '../../infra/build.ts'

type Bundles = Awaited<ReturnType<typeof buildFunctions>>

let folder: string
let bundles: Bundles

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'restante-functions-'))
  bundles = await buildFunctions(folder)
})

afterAll(() => rm(folder, { recursive: true }))

it('a cold start of the API loads what answers calls, and nothing that only a series needs', () => {
  const { inputs, laterGzipBytes } = bundles.api
  expect(inputs.some((path) => path.includes('node_modules/hono/'))).toBe(true)
  expect(inputs.filter((path) => /rrule|temporal-(polyfill|utils)/.test(path))).toEqual([])
  expect(laterGzipBytes).toBeGreaterThan(50_000)
})

const NAMES = ['api', 'send-messages', 'tell-locks', 'end-due', 'extend-series', 'review-sites'] as const

it.each(NAMES)('the bundle of %s loads by itself', async (name) => {
  Object.assign(process.env, {
    AWS_REGION: 'eu-west-3',
    RESTANTE_TABLE: 'restante',
    RESTANTE_ORIGIN: 'https://restante.example',
    RESTANTE_MAIL_FROM: 'restante@restante.example',
    RESTANTE_MAIL_KEY: 'm'.repeat(40),
    RESTANTE_DOOR_KEYS: 'k'.repeat(40),
    RESTANTE_LOCK_URL: 'https://lock.example',
    RESTANTE_LOCK_SECRETS: 's'.repeat(40),
  })
  expect(await import(bundles[name].file)).toHaveProperty('handler')
})
