import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { idOf } from '../../functions/use-cases/hash.ts'
import { ProblemView } from '../../shared/contracts/problem.ts'
import { type Route, routes } from '../../shared/contracts/routes.ts'
import type { HolderId } from '../../shared/domain/ids.ts'
import { aBookingBody, anApi } from '../support/api.ts'
import { aSite, aSpace } from '../support/builders.ts'
import { engines, freshTable } from '../support/engine.ts'
import { RUNS_ALL } from '../support/scope.ts'
import { seed } from '../support/seed.ts'
import { aSeries } from '../support/series.ts'
import { aWaitlistEntryBody } from '../support/waitlist.ts'
import { aWorkshopBody, aWorkshopRoom } from '../support/workshops.ts'

const RUNS = RUNS_ALL ? 10_000 : 600

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '09410A',
    'bureau',
    'montmirail',
    '2026-11-24',
    '08:00',
    '12:00',
    'desk',
    '48.87,3.54',
    '7',
    '51',
  ),
  fc.constantFrom('__proto__', '../..', '\u0000', '\ud800', 'a'.repeat(3000), '{}', '-1', '1e9', '٣'),
)
const value = fc.oneof(
  text,
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc.array(text, { maxLength: 3 }),
)
const body = fc.oneof(
  fc.dictionary(
    fc.constantFrom(...Object.keys(aBookingBody()), 'places', 'email', 'code', 'name', '__proto__', 'status'),
    value,
  ),
  fc
    .dictionary(fc.constantFrom('start', 'end', 'places', 'date', 'use'), value)
    .map((changes) => aBookingBody(changes)),
  fc
    .dictionary(fc.constantFrom('rule', 'from', 'exceptions', 'mode', 'start', 'end', 'places', 'use'), value)
    .map((changes) => aSeries(changes)),
  fc.dictionary(fc.constantFrom('start', 'end', 'space', 'days', 'site', '__proto__'), value),
  fc
    .dictionary(
      fc.constantFrom('from', 'to', 'minutes', 'radius', 'space', 'date', 'use', 'places', 'for'),
      value,
    )
    .map((changes) => aWaitlistEntryBody(changes)),
  fc
    .dictionary(
      fc.constantFrom(
        'title',
        'description',
        'level',
        'seats',
        'places',
        'mediator',
        'start',
        'end',
        'date',
        'note',
      ),
      value,
    )
    .map((changes) => aWorkshopBody(changes)),
  value,
)

const request = fc.record({
  route: fc.constantFrom<Route>(...Object.values(routes)),
  parameters: fc.array(text, { minLength: 2, maxLength: 2 }),
  query: fc.dictionary(
    fc.constantFrom(
      'q',
      'near',
      'radius',
      'departement',
      'use',
      'limit',
      'from',
      'days',
      'site',
      'after',
      'x',
    ),
    text,
  ),
  body,
  key: fc.option(fc.constantFrom('0123456789abcdef', 'fedcba9876543210', '')),
  signedIn: fc.boolean(),
})

const encoded = (part: string) => encodeURIComponent(part.toWellFormed())

describe.each(engines.slice(0, 1))('any request', (engine) => {
  let api: ReturnType<typeof anApi>
  let cookie: string
  beforeAll(async () => {
    const table = await freshTable(engine)
    await seed(table, aSite(), [aSpace(), aWorkshopRoom()])
    api = anApi(table)
    cookie = await api.signIn('fuzz@example.org')
    await api.deps.grants.give(idOf('holder', 'fuzz@example.org') as HolderId, {
      role: 'mediator',
      scope: { kind: 'network' },
    })
  })

  it('is answered as the contract says, and never by a fault', async () => {
    await fc.assert(
      fc.asyncProperty(request, async ({ route, parameters, query, body: sent, key, signedIn }) => {
        const left = [...parameters]
        // An empty part would name the route of the list above.
        const path = route.path.replace(/:\w+/g, () => encoded(left.pop() || '-'))
        const search = new URLSearchParams(
          Object.entries(query).map(([name, each]) => [name, each.toWellFormed()]),
        )
        const answer = await api.call(route.method.toUpperCase(), `${path}?${search}`, {
          ...(route.body && { body: sent }),
          ...(key && { headers: { 'idempotency-key': key } }),
          cookie: signedIn ? cookie : undefined,
        })
        expect(answer.status).toBeLessThan(500)
        if (answer.status >= 400) expect(ProblemView.parse(answer.body).status).toBe(answer.status)
        else if (route.response) expect(route.response.parse(answer.body)).toEqual(answer.body)
      }),
      { numRuns: RUNS },
    )
  }, 600_000)
})
