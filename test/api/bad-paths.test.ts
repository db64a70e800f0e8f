import { beforeAll, describe, expect, it } from 'vitest'
import type { Route } from '../../shared/contracts/route.ts'
import { routes } from '../../shared/contracts/routes.ts'
import { STAFF_ROLES } from '../../shared/domain/rights.ts'
import type { Table } from '../../shared/store/client.ts'
import { aKey, anApi } from '../support/api.ts'
import { aSite, aSpace } from '../support/builders.ts'
import { engines, freshTable } from '../support/engine.ts'
import { holderOf } from '../support/queued.ts'
import { scanAll } from '../support/scan.ts'
import { seed } from '../support/seed.ts'

const WITH_PARAMETERS = Object.entries<Route>(routes).filter(([, { path }]) => path.includes(':'))
const NO_PARAMETERS = ['a'.repeat(3000), '\u0000', '../..', '__proto__', '*', ' ', '%', 'é'.repeat(700)]

describe.each(engines.slice(0, 1))('a path with what is no name of anything', (engine) => {
  let table: Table
  let api: ReturnType<typeof anApi>
  let cookie: string
  let before: string
  beforeAll(async () => {
    table = await freshTable(engine)
    await seed(table, aSite(), [aSpace()])
    api = anApi(table)
    cookie = await api.signIn('everything@example.org')
    for (const role of STAFF_ROLES)
      await api.deps.grants.give(await holderOf(api, 'everything@example.org'), { role, scope: { kind: 'network' } })
    before = await scanAll(table)
  })

  it.each(WITH_PARAMETERS)('is refused by %s, whoever asks, and changes nothing', async (_, route) => {
    for (const text of NO_PARAMETERS) {
      const path = route.path.replace(/:\w+/g, encodeURIComponent(text))
      const answer = await api.call(route.method.toUpperCase(), path, {
        cookie,
        headers: aKey(),
        ...(route.body && { body: {} }),
      })
      expect([404, 422], text).toContain(answer.status)
    }
    expect(await scanAll(table)).toBe(before)
  })
})
