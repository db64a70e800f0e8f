import { beforeAll, describe, expect, it } from 'vitest'
import { atSite } from '../../shared/domain/rights.ts'
import type { Table } from '../../shared/store/client.ts'
import { aBookingBody, aKey, anApi } from '../support/api.ts'
import { engines } from '../support/engine.ts'
import { holderOf } from '../support/waitlist-entry.ts'
import { aWorkshopBody } from '../support/workshops.ts'
import { type Api, aHouse, HOUSE, lentSpace } from './house.ts'
import { reconcile } from './reconcile.ts'

const DAY = '2026-12-01'
const MORNING = { space: 'salle', date: DAY, start: '09:00', end: '11:00' }

/** No right at a site, and no stale page, takes what was taken since. */
describe.each(engines)('staff of a site on $name', (engine) => {
  let table: Table
  let api: Api
  let agent: string
  let resident: string
  const shown = async () =>
    (await api.call('GET', `/sites/${HOUSE.id}/availability?from=${DAY}&days=1`)).body.days[0]

  beforeAll(async () => {
    table = await aHouse(engine, [lentSpace('salle', { capacity: 1, workshops: true })])
    api = anApi(table)
    agent = await api.signIn('agent@example.org')
    resident = await api.signIn('resident@example.org')
    const holder = await holderOf(api, 'agent@example.org')
    for (const role of ['agent', 'mediator', 'manager', 'network'] as const)
      await api.deps.grants.give(holder, { role, scope: atSite(HOUSE.id) })
    expect((await shown()).spaces[0].free).toEqual([{ start: '08:00', end: '20:00', places: 1 }])
    const booked = await api.call('POST', '/bookings', {
      body: aBookingBody(MORNING),
      headers: aKey(),
      cookie: resident,
    })
    expect(booked.status).toBe(201)
  })

  it.each([{}, { for: { name: 'Madeleine', phone: '0326000000' } }])(
    'is refused a taken place that its page shows as free, and told what is free instead: %o (6)',
    async (whom) => {
      const body = aBookingBody({ ...MORNING, ...whom })
      const refused = await api.call('POST', '/bookings', { body, headers: aKey(), cookie: agent })
      expect(refused).toMatchObject({ status: 409, body: { code: 'taken', placesLeft: 0 } })
      expect(refused.body.alternatives[0]).toMatchObject({ date: DAY, start: '11:00', end: '13:00' })
    },
  )

  it('takes no taken place by a series, a move or a workshop (6)', async () => {
    const { date: from, ...place } = aBookingBody(MORNING)
    const series = { ...place, from, rule: 'FREQ=WEEKLY;COUNT=2', mode: 'possible' }
    const repeated = await api.call('POST', '/series', { body: series, headers: aKey(), cookie: agent })
    expect(repeated.body.dates.map(({ refusal }: { refusal?: string }) => refusal)).toEqual([
      'taken',
      undefined,
    ])
    const later = aBookingBody({ ...MORNING, start: '14:00', end: '16:00' })
    const own = await api.call('POST', '/bookings', { body: later, headers: aKey(), cookie: agent })
    const moved = await api.call('PATCH', `/bookings/${own.body.id}`, {
      body: { start: '09:00', end: '11:00' },
      cookie: agent,
    })
    expect(moved).toMatchObject({ status: 409, body: { code: 'taken' } })
    const plan = aWorkshopBody({ ...MORNING, site: HOUSE.id, seats: 1 })
    const planned = await api.call('POST', '/workshops', { body: plan, headers: aKey(), cookie: agent })
    expect(planned).toMatchObject({ status: 409, body: { code: 'taken' } })
    expect((await reconcile(table, HOUSE.id)).faults).toEqual([])
  })
})
