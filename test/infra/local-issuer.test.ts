import { setTimeout as sleep } from 'node:timers/promises'
import { Hono } from 'hono'
import { expect, it } from 'vitest'
import { issuerOf } from '../../infra/local/issuer/issuer.ts'
import { createProvider } from '../../infra/local/issuer/provider.ts'

const CLIENT = {
  issuer: 'http://localhost:3000/_issuer',
  clientId: 'restante',
  clientSecret: 's'.repeat(40),
  redirectUri: 'http://localhost:3000/api/auth/oidc/callback',
}

it('a sign-in reaches the API when the local issuer is loaded, which happens once', async () => {
  let loaded = 0
  const { beforehand } = issuerOf(CLIENT, async (client) => {
    await sleep(50)
    loaded += 1
    return createProvider(client)
  })
  const app = new Hono().use('/api/auth/oidc', beforehand).all('*', (c) => c.text(`${loaded}`))
  const ask = async (path: string) => (await app.request(path)).text()
  expect(await ask('/api/me')).toBe('0')
  const signIns = await Promise.all([ask('/api/auth/oidc?next=/'), ask('/api/auth/oidc?next=/')])
  expect([...signIns, await ask('/api/auth/oidc')]).toEqual(['1', '1', '1'])
})
