import { beforeAll, describe, expect, it } from 'vitest'
import type { SiteId } from '../../shared/domain/ids.ts'
import { atSite } from '../../shared/domain/rights.ts'
import type { Table } from '../../shared/store/client.ts'
import { aBookingBody, aKey, anApi } from '../support/api.ts'
import { anAssociation, aPerson, type Somebody } from '../support/associations.ts'
import { aSite, aSpace } from '../support/builders.ts'
import { engines, freshTable } from '../support/engine.ts'
import { seed } from '../support/seed.ts'
import { aSeries, limits, opening } from '../support/series.ts'
import { waitOn } from '../support/waitlist.ts'
import { aWorkshopBody } from '../support/workshops.ts'

const RULES = 'La clé se prend à la mairie.\nOn signe la feuille de présence.'

describe.each(engines)('the conditions of a site on $name', (engine) => {
  let api: ReturnType<typeof anApi> & { readonly table: Table }
  let manager: Somebody
  let places = 0

  /** Each test has a place of its own, led by the same manager. */
  const aPlace = async (asks?: object) => {
    const site = `0950${places++}A` as SiteId
    const space = aSpace({ capacity: 20, workshops: true, openings: [opening], limits })
    await seed(api.table, aSite({ id: site }), [space])
    await api.deps.grants.give(manager.id, { role: 'manager', scope: atSite(site) })
    if (asks) await ask(site, asks)
    return site
  }
  const ask = (site: string, body: object, { cookie } = manager) =>
    api.call('PUT', `/sites/${site}/conditions`, { body, cookie })
  const accept = (site: string, { cookie }: Somebody, body: object = { version: 1 }) =>
    api.call('PUT', `/sites/${site}/acceptance`, { body, cookie })
  const book = ({ cookie }: Somebody, site: string, changes: object = {}) =>
    api.call('POST', '/bookings', { body: aBookingBody({ site, ...changes }), headers: aKey(), cookie })

  beforeAll(async () => {
    const table = await freshTable(engine)
    api = Object.assign(anApi(table), { table })
    manager = await aPerson(api, 'Odile')
  })

  it('are accepted once before a booking there, which shows what to accept', async () => {
    const site = await aPlace({ rules: RULES, needsInsurance: false })
    const who = await aPerson(api)
    expect(await book(who, site)).toMatchObject({
      status: 409,
      body: { code: 'conditions-missing', version: 1 },
    })
    expect((await waitOn(api, who.cookie, { site })).body.code).toBe('conditions-missing')
    const series = { body: aSeries({ site, space: 'bureau' }), headers: aKey(), cookie: who.cookie }
    expect((await api.call('POST', '/series', series)).body).toMatchObject({
      code: 'conditions-missing',
      version: 1,
    })
    expect((await accept(site, who)).body).toEqual({
      conditions: { version: 1, rules: RULES, needsInsurance: false },
      accepted: 1,
    })
    expect((await book(who, site)).status).toBe(201)
    expect((await api.call('POST', '/series', series)).status).toBe(201)
    expect((await book(who, site, { date: '2026-11-25' })).status).toBe(201)
    expect((await book(await aPerson(api), site)).body.code).toBe('conditions-missing')
    expect((await book(who, await aPlace({ rules: RULES, needsInsurance: false }))).body.code).toBe(
      'conditions-missing',
    )
  })

  it('are public, and asked of nobody where there are none', async () => {
    const [asking, other] = [await aPlace({ rules: RULES, needsInsurance: true }), await aPlace()]
    const of = async (site: string) => (await api.call('GET', `/sites/${site}`)).body.conditions
    expect(await of(asking)).toEqual({ version: 1, rules: RULES, needsInsurance: true })
    expect(await of(other)).toBeUndefined()
    const who = await aPerson(api)
    expect((await accept(other, who)).status).toBe(404)
    expect((await api.call('GET', `/sites/${other}/acceptance`, { cookie: who.cookie })).status).toBe(404)
    expect((await book(who, other)).status).toBe(201)
  })

  it('are accepted again when they change, and not when they are repeated', async () => {
    const site = await aPlace({ rules: RULES, needsInsurance: false })
    const who = await aPerson(api)
    await accept(site, who)
    expect((await ask(site, { rules: RULES, needsInsurance: false })).body.version).toBe(1)
    expect((await book(who, site)).status).toBe(201)
    expect((await ask(site, { rules: 'Autre chose.', needsInsurance: false })).body.version).toBe(2)
    expect((await book(who, site, { date: '2026-11-25' })).body).toMatchObject({ version: 2 })
    expect((await accept(site, who)).body).toMatchObject({ code: 'conditions-changed', version: 2 })
    expect((await ask(site, { rules: null, needsInsurance: false })).body).toEqual({
      version: 3,
      needsInsurance: false,
    })
    expect((await book(who, site, { date: '2026-11-25' })).status).toBe(201)
    expect((await ask(site, { rules: RULES, needsInsurance: false })).body.version).toBe(4)
    const answers = await Promise.all(
      ['un', 'deux', 'trois'].map((rules) => ask(site, { rules, needsInsurance: false })),
    )
    expect(answers.map(({ body }) => body.version).sort()).toEqual([5, 6, 7])
  })

  it('are not replaced by people who have not seen them', async () => {
    const site = await aPlace({ rules: RULES, needsInsurance: false })
    const other = { rules: 'Autre chose.', needsInsurance: false }
    expect((await ask(site, { ...other, seen: 0 })).body.code).toBe('changed')
    expect((await ask(site, { ...other, seen: 1 })).body).toMatchObject({ version: 2, rules: other.rules })
    expect((await ask(site, { ...other, seen: 1 })).body.version).toBe(2)
    expect((await ask(site, { rules: RULES, needsInsurance: false, seen: 1 })).body.code).toBe('changed')
    const [fresh, body] = [await aPlace(), { rules: RULES, needsInsurance: true, seen: 0 }]
    const answers = await Promise.all([ask(fresh, body), ask(fresh, { ...body, needsInsurance: false })])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  })

  it('may demand an insurance that covers the date, also of a moved booking', async () => {
    const site = await aPlace({ rules: RULES, needsInsurance: true })
    const who = await aPerson(api)
    expect((await accept(site, who)).body.code).toBe('insurance-missing')
    expect((await accept(site, who, { version: 1, insuredUntil: '2026-11-20' })).body.code).toBe(
      'insurance-missing',
    )
    expect((await accept(site, who, { version: 1, insuredUntil: '2026-11-24' })).status).toBe(200)
    const { body } = await book(who, site, { date: '2026-11-24' })
    expect(body.status).toBe('confirmed')
    const refused = { code: 'insurance-missing', insuredUntil: '2026-11-24' }
    expect((await book(who, site, { date: '2026-11-25' })).body).toMatchObject(refused)
    const move = () =>
      api.call('PATCH', `/bookings/${body.id}`, { body: { date: '2026-11-25' }, cookie: who.cookie })
    expect((await move()).body).toMatchObject(refused)
    await accept(site, who, { version: 1, insuredUntil: '2027-11-24' })
    expect((await move()).status).toBe(200)
  })

  it('are accepted for an association by its lead, and then count for its members', async () => {
    const site = await aPlace({ rules: RULES, needsInsurance: false })
    const { id, lead, member } = await anAssociation(api)
    await accept(site, member)
    expect((await book(member, site, { as: id })).body.code).toBe('conditions-missing')
    expect((await accept(site, member, { version: 1, as: id })).status).toBe(404)
    expect((await accept(site, await aPerson(api), { version: 1, as: id })).status).toBe(404)
    expect((await accept(site, lead, { version: 1, as: id })).body.accepted).toBe(1)
    expect((await book(member, site, { as: id })).status).toBe(201)
    expect((await book(lead, site)).body.code).toBe('conditions-missing')
    const path = `/sites/${site}/acceptance?as=${id}`
    expect((await api.call('GET', path, { cookie: member.cookie })).body.accepted).toBe(1)
    expect((await api.call('GET', path, { cookie: (await aPerson(api)).cookie })).status).toBe(404)
  })

  it('are not asked when an agent books for a person, who signs at the counter', async () => {
    const site = await aPlace({ rules: RULES, needsInsurance: true })
    expect((await book(manager, site, { for: { name: 'Odette' } })).status).toBe(201)
  })

  it('restrict staff in nothing: workshops, seats, moves and copies', async () => {
    const site = await aPlace({ rules: RULES, needsInsurance: true })
    const who = await aPerson(api)
    await accept(site, who, { version: 1, insuredUntil: '2026-11-24' })
    const theirs = await book(who, site, { use: 'room' })
    await ask(site, { rules: 'Autre chose.', needsInsurance: true })
    const { cookie } = manager
    const workshop = { ...aWorkshopBody({ site, space: 'bureau', start: '14:00', end: '16:00' }) }
    const planned = await api.call('POST', '/workshops', { body: workshop, headers: aKey(), cookie })
    expect([planned.status, planned.body.code]).toEqual([201, undefined])
    const seats = (as: string, body?: object) =>
      api.call('POST', `/workshops/${planned.body.id}/seats`, {
        ...(body && { body }),
        headers: aKey(),
        cookie: as,
      })
    expect((await seats(cookie, { for: { name: 'Odette' } })).status).toBe(201)
    expect((await seats((await aPerson(api)).cookie)).status).toBe(201)
    const move = (as: string, body: object) =>
      api.call('PATCH', `/bookings/${theirs.body.id}`, { body, cookie: as })
    expect((await move(who.cookie, { date: '2026-11-25' })).body.code).toBe('conditions-missing')
    expect((await move(cookie, { date: '2026-11-25', reason: 'Le sol est refait.' })).status).toBe(200)
    const copy = { bookings: [theirs.body.id], weeks: [1] }
    const copied = await api.call('POST', `/sites/${site}/copies`, { body: copy, headers: aKey(), cookie })
    expect(copied.body.copies).toMatchObject([{ date: '2026-12-02', status: 'confirmed' }])
  })

  it('are set by people in charge only', async () => {
    const site = await aPlace()
    const body = { rules: RULES, needsInsurance: false }
    expect((await ask(site, body, await aPerson(api))).status).toBe(404)
    expect((await ask('99999Z', body)).status).toBe(404)
    for (const wrong of [
      { rules: '' },
      { rules: RULES },
      { ...body, version: 3 },
      { ...body, rules: 'x'.repeat(4001) },
    ])
      expect((await ask(site, wrong)).body.code).toBe('invalid')
    expect((await api.call('GET', `/sites/${site}`)).body.conditions).toBeUndefined()
  })
})
