import { beforeAll, describe, expect, it } from 'vitest'
import type { Instant } from '../../shared/domain/instant.ts'
import { anApi } from '../support/api.ts'
import { aSite, aSpace } from '../support/builders.ts'
import { engines, freshTable } from '../support/engine.ts'
import { seed } from '../support/seed.ts'

describe.each(engines.slice(0, 1))('the limit of calls for one client', (engine) => {
  let api: ReturnType<typeof anApi>
  beforeAll(async () => {
    const table = await freshTable(engine)
    await seed(table, aSite(), [aSpace()])
    api = anApi(table)
  })
  const read = (client?: string) =>
    api.call('GET', '/sites/09410A', client ? { headers: { 'x-client-address': client } } : {})

  it('makes some of 200 reads in ten seconds wait, affects nobody else, and ends later (32)', async () => {
    const statuses: number[] = []
    for (let at = 0; at < 200; at++) statuses.push((await read('192.0.2.1')).status)
    expect(statuses.filter((status) => status === 200)).toHaveLength(150)
    expect(statuses.at(-1)).toBe(429)
    const refused = await read('192.0.2.1')
    expect(refused.body).toMatchObject({ code: 'too-many-requests' })
    const wait = Number(refused.headers.get('retry-after'))
    expect(wait).toBeGreaterThan(0)
    expect(wait).toBeLessThanOrEqual(10)
    expect((await read('192.0.2.2')).status).toBe(200)
    api.clock.now = (api.clock.now + wait * 1000) as Instant
    expect((await read('192.0.2.1')).status).toBe(200)
  })
})
