import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { describe, expect, it } from 'vitest'
import { createApp, routedApp } from '../../functions/api/app.ts'
import type { Capability } from '../../functions/api/capability.ts'
import { LATER } from '../../functions/api/later-routes.ts'
import { openApiRoutes } from '../../functions/api/routes/openapi.ts'
import { dependenciesOn } from '../../functions/dependencies.ts'
import { ProblemView } from '../../shared/contracts/problem.ts'
import { type Route, routes } from '../../shared/contracts/routes.ts'

const deps = dependenciesOn({ client: new DynamoDBClient(), name: 'nowhere' })

type There = readonly { readonly method: string; readonly path: string }[]

const namesOf = (there: There): string[] => {
  const answering = there.filter(({ method }) => method !== 'ALL' && method !== 'OPTIONS')
  return [...new Set(answering.map(({ method, path }) => `${method} ${path.replace(/^\/api/, '')}`))].sort()
}

const nameOf = ({ method, path }: Pick<Route, 'method' | 'path'>) => `${method.toUpperCase()} ${path}`
const contracted = Object.values<Route>(routes).map(nameOf)
const forAnybody = Object.values<Route>(routes)
  .filter((route) => route.forAnybody)
  .map((route) => nameOf({ ...route, path: `/public${route.path}` }))

const document: Capability = {
  names: ['GET /openapi.json'],
  load: async () => (all) => routedApp(all, []).route('/', openApiRoutes()),
}

/** An app whose one route is loaded after so many faults; says how often that was tried. */
const anAppAfter = (faults: number) => {
  let tries = 0
  const load = async () => {
    tries++
    if (tries <= faults) throw new Error('part-0.mjs cannot be read')
    return document.load()
  }
  const app = createApp(deps, [{ ...document, load }])
  return { ask: () => app.request('/api/openapi.json'), tries: () => tries }
}

describe('the routes of the API', () => {
  it('are those of the contracts, each there once, at the start or later', () => {
    const atStart = namesOf(routedApp(deps, []).routes)
    const later = LATER.flatMap(({ names }) => names)
    const all = [...contracted, ...forAnybody].sort()
    expect([...atStart, ...later].sort()).toEqual(all)
    expect(namesOf(routedApp(deps).routes)).toEqual(all)
  })

  it.each(LATER)('are answered by the part that names them, such as $names.0', async ({ names, load }) => {
    const part = (await load())(deps)
    expect(namesOf(part.routes)).toEqual([...names].sort())
  })
})

describe('a route that is loaded later', () => {
  it('is loaded once by its first requests, and by no other', async () => {
    const { ask, tries } = anAppAfter(0)
    expect(tries()).toBe(0)
    const answers = await Promise.all(Array.from({ length: 20 }, ask))
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200))
    expect((await ask()).status).toBe(200)
    expect(tries()).toBe(1)
  })

  it('fails for all who wait when loading fails, and is loaded by the next request', async () => {
    const { ask, tries } = anAppAfter(1)
    for (const answer of await Promise.all([ask(), ask()])) {
      expect(answer.status).toBe(500)
      expect(answer.headers.get('content-type')).toBe('application/problem+json')
      expect(ProblemView.parse(await answer.json())).toMatchObject({ code: 'fault' })
    }
    expect((await ask()).status).toBe(200)
    expect(tries()).toBe(2)
  })

  it('refuses a foreign origin and an unknown method without being loaded', async () => {
    let loads = 0
    const load = async () => {
      loads++
      return document.load()
    }
    const app = createApp(deps, [{ names: ['POST /waits'], load }])
    const foreign = await app.request('/api/waits', {
      method: 'POST',
      headers: { origin: 'https://elsewhere.example' },
    })
    const unknown = await app.request('/api/waits')
    expect([foreign.status, unknown.status, unknown.headers.get('allow')]).toEqual([403, 405, 'POST'])
    expect(loads).toBe(0)
  })
})
