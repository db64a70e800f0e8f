import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { functionClient, readItems } from '../../shared/store/client.ts'
import { siteKey } from '../../shared/store/keys/site-keys.ts'
import { HOUSE } from './house.ts'

const REQUEST_TIMEOUT_MS = 2000
const MARGIN_MS = 2000
const VARIABLES = {
  AWS_ACCESS_KEY_ID: 'x',
  AWS_SECRET_ACCESS_KEY: 'x',
  AWS_REGION: 'eu-west-3',
  AWS_MAX_ATTEMPTS: '1',
}

let silent: Server
const before = { ...process.env }
beforeAll(async () => {
  silent = createServer(() => {})
  await new Promise<void>((listening) => silent.listen(0, '127.0.0.1', listening))
  Object.assign(process.env, VARIABLES, {
    AWS_ENDPOINT_URL_DYNAMODB: `http://127.0.0.1:${(silent.address() as AddressInfo).port}`,
  })
})
afterAll(() => {
  process.env = before
  silent.closeAllConnections()
  silent.close()
})

it('a table that never replies is given up after two seconds (14)', async () => {
  const table = { client: functionClient(), name: 'any' }
  const startedAt = performance.now()
  const outcome = await Promise.race([
    readItems(table, [siteKey(HOUSE.id)]).catch((error: Error) => error.name),
    new Promise((late) => setTimeout(late, REQUEST_TIMEOUT_MS + MARGIN_MS, 'still waiting')),
  ])
  expect(outcome).toBe('TimeoutError')
  expect(performance.now() - startedAt).toBeGreaterThan(REQUEST_TIMEOUT_MS / 2)
})
