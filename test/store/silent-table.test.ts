import { createServer } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freePort } from '../../infra/local/engine-process.ts'
import type { SiteId } from '../../shared/domain/ids.ts'
import { functionClient } from '../../shared/store/client.ts'
import { isBusy } from '../../shared/store/contention.ts'
import { siteStore } from '../../shared/store/site-store.ts'

/** The machine is shared with other tests. */
const MARGIN_MS = 2000

describe('a table that never answers', () => {
  let calls = 0
  const silent = createServer(() => {
    calls++
  })
  beforeAll(async () => {
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
    const address = silent.address()
    const port = typeof address === 'object' ? address?.port : ''
    process.env.AWS_ENDPOINT_URL_DYNAMODB = `http://127.0.0.1:${port}`
    Object.assign(process.env, {
      AWS_ACCESS_KEY_ID: 'x',
      AWS_SECRET_ACCESS_KEY: 'x',
      AWS_REGION: 'eu-west-3',
    })
  })
  afterAll(() => {
    silent.closeAllConnections()
    silent.close()
  })

  it('is asked twice, then given up as busy within three seconds', async () => {
    const startedAt = performance.now()
    const error = await siteStore({ client: functionClient(), name: 'table' })
      .findSite('09410A' as SiteId)
      .catch((caught: unknown) => caught)
    expect(isBusy(error)).toBe(true)
    expect(calls).toBe(2)
    expect(performance.now() - startedAt).toBeLessThan(3000 + MARGIN_MS)
  })

  it('is busy too when nothing listens at its address', async () => {
    const port = await freePort()
    process.env.AWS_ENDPOINT_URL_DYNAMODB = `http://127.0.0.1:${port}`
    const error = await siteStore({ client: functionClient(), name: 'table' })
      .findSite('09410A' as SiteId)
      .catch((caught: unknown) => caught)
    expect(isBusy(error)).toBe(true)
  })
})
