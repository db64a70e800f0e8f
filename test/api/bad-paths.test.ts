import { beforeAll, describe, expect, it } from 'vitest'
import type { Route } from '../../shared/contracts/route.ts'
import { routes } from '../../shared/contracts/routes.ts'
import { STAFF_ROLES } from '../../shared/domain/rights.ts'
import type { Table } from '../../shared/store/client.ts'
import { aKey, anApi } from '../support/api.ts'
import { aSite, aSpace } from '../support/builders.ts'
import { engines, freshTable } from '../support/engine.ts'
import { scanAll } from '../support/scan.ts'
import { seed } from '../support/seed.ts'
import { holderOf } from '../support/waitlist-entry.ts'

const AN_ID = 'a'.repeat(20)
/** What is well-formed where no identifier of 20 characters is. */
const NAMES: Readonly<Record<string, string>> = {
  site: aSite().id,
  scope: `site:${aSite().id}`,
  role: 'manager',
  space: aSpace().id,
}

/** One parameter at a time is none: the others, well-formed, do not refuse in its stead. */
const CASES = Object.entries<Route>(routes).flatMap(([name, route]) =>
  [...route.path.matchAll(/:(\w+)/g)].map(
    ([, parameter = '']) => [`${parameter} of ${name}`, { route, parameter }] as const,
  ),
)
const NO_NAMES = ['a'.repeat(3000), '\u0000', '../..', '__proto__', '*', ' ', '%', 'é'.repeat(700)]

describe.each(engines.slice(0, 1))('an impossible name in a path', (engine) => {
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
      await api.deps.grants.give(await holderOf(api, 'everything@example.org'), {
        role,
        scope: { kind: 'network' },
      })
    before = await scanAll(table)
  })

  it.each(CASES)(
    'as the %s is not found by authorized people, before any body is checked, and changes nothing',
    async (_, { route, parameter }) => {
      for (const text of NO_NAMES) {
        const path = route.path.replace(/:(\w+)/g, (_, name) =>
          encodeURIComponent(name === parameter ? text : (NAMES[name] ?? AN_ID)),
        )
        const answer = await api.call(route.method.toUpperCase(), path, {
          cookie,
          headers: aKey(),
          ...(route.body && { body: {} }),
        })
        expect([answer.status, answer.body.code], text).toEqual([404, 'not-found'])
      }
      expect(await scanAll(table)).toBe(before)
    },
  )
})
