import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { idOf } from '../../functions/use-cases/hash.ts'
import type { HolderId, SiteId } from '../../shared/domain/ids.ts'
import { addMinutes } from '../../shared/domain/instant.ts'
import { atSite, type Role, type Scope } from '../../shared/domain/rights.ts'
import { accountStore } from '../../shared/store/account-store.ts'
import type { Table } from '../../shared/store/client.ts'
import { aKey, anApi, patient } from '../support/api.ts'
import { aSite, NOW } from '../support/builders.ts'
import { engines, freshTable } from '../support/engine.ts'
import { seed } from '../support/seed.ts'

const site = aSite().id
const IDEA = { idea: 'Un atelier de couture', audience: 'Les habitants', times: 'Le mercredi après-midi' }

describe.each(engines)('a proposal on $name', (engine) => {
  let api: ReturnType<typeof anApi>
  let manager: string
  let people = 0
  const somebody = (name?: string) => api.signIn(`proposer-${people++}@example.org`, name)
  const propose = (cookie: string | undefined, body: object = IDEA, headers = aKey(), at: string = site) =>
    api.call('POST', `/sites/${at}/proposals`, { body, headers, cookie })
  const answer = (id: string, body: object, cookie: string | undefined = manager) =>
    api.call('PUT', `/sites/${site}/proposals/${id}`, { body, cookie })
  const list = (cookie: string | undefined = manager) =>
    api.call('GET', `/sites/${site}/proposals`, { cookie })

  beforeAll(async () => {
    const table = await freshTable(engine)
    await seed(table, aSite(), [])
    api = patient(anApi(table))
    manager = await api.signIn('manager@example.org')
    const id = idOf('holder', 'manager@example.org') as HolderId
    await api.deps.grants.give(id, { role: 'manager', scope: atSite(site) })
  })

  it('is made by anybody signed in with a name, and read by the manager only', async () => {
    const { status, body } = await propose(await somebody('Léa'))
    expect([status, body]).toMatchObject([201, { ...IDEA, status: 'asked', name: 'Léa', date: '2026-11-21' }])
    expect((await list()).body.proposals).toMatchObject([{ id: body.id, ...IDEA, name: 'Léa' }])
    expect((await list(await somebody())).status).toBe(404)
    expect((await propose(undefined)).status).toBe(401)
    expect((await propose(await somebody(''))).body.code).toBe('name-missing')
    expect((await propose(await somebody(), IDEA, aKey(), '99999Z')).status).toBe(404)
  })

  it('is made once however often it is sent, and another request under the key is refused', async () => {
    const [cookie, headers] = [await somebody(), aKey()]
    const all = await Promise.all(Array.from({ length: 6 }, () => propose(cookie, IDEA, headers)))
    expect(new Set(all.map(({ status, body }) => `${status} ${body.id}`)).size).toBe(1)
    expect((await propose(cookie, { ...IDEA, times: 'Le soir' }, headers)).body.code).toBe('key-reused')
  })

  it('is one of three at a time, also at once; an answer makes room for another', async () => {
    const cookie = await somebody()
    const all = await Promise.all(Array.from({ length: 6 }, () => propose(cookie)))
    expect(all.map(({ status }) => status).sort()).toEqual([201, 201, 201, 409, 409, 409])
    expect(all.find(({ status }) => status === 409)?.body).toMatchObject({
      code: 'too-many-proposals',
      most: 3,
    })
    const first = all.find(({ status }) => status === 201)?.body.id
    expect((await answer(first, { accepted: false, note: 'La salle est trop petite.' })).status).toBe(200)
    expect((await propose(cookie)).status).toBe(201)
  })

  it('is answered once, with words', async () => {
    const { id } = (await propose(await somebody())).body
    expect((await answer(id, { accepted: true })).status).toBe(422)
    expect((await answer(id, { accepted: true, note: 'Oui' }, await somebody())).status).toBe(404)
    const yes = { accepted: true, note: 'Avec plaisir, dès janvier.' }
    expect((await answer(id, yes)).body).toMatchObject({ status: 'accepted', note: yes.note })
    expect((await answer(id, yes)).status).toBe(200)
    expect((await answer(id, { accepted: false, note: 'Non' })).body.code).toBe('changed')
    expect((await answer('0'.repeat(20), yes)).status).toBe(404)
  })

  const mine = async (cookie: string) => (await api.call('GET', '/me/proposals', { cookie })).body.proposals
  const withdraw = (id: string, cookie: string | undefined, at: string = site) =>
    api.call('DELETE', `/sites/${at}/proposals/${id}`, { cookie })

  it('is listed for its author with its answer, newest first', async () => {
    const cookie = await somebody()
    const first = (await propose(cookie)).body
    api.clock.now = addMinutes(api.clock.now, 1)
    const second = (await propose(cookie, { ...IDEA, times: 'Le soir' })).body
    await answer(first.id, { accepted: true, note: 'Venez !' })
    await expect
      .poll(() => mine(cookie))
      .toMatchObject([
        { id: second.id, times: 'Le soir', status: 'asked', site: { id: site, name: 'Montmirail' } },
        { id: first.id, status: 'accepted', note: 'Venez !' },
      ])
    expect((await mine(cookie))[0]).not.toHaveProperty('holder')
    expect(await mine(await somebody())).toEqual([])
    expect((await api.call('GET', '/me/proposals', {})).status).toBe(401)
  })

  it('is withdrawn by its author while it is unanswered, which makes room for another', async () => {
    const cookie = await somebody()
    const ids = [
      (await propose(cookie)).body.id,
      (await propose(cookie)).body.id,
      (await propose(cookie)).body.id,
    ]
    const [id] = ids
    expect((await withdraw(id, await somebody())).status).toBe(404)
    expect((await withdraw(id, manager)).status).toBe(404)
    expect((await withdraw(id, undefined)).status).toBe(401)
    expect((await withdraw(id, cookie, '99999Z')).status).toBe(404)
    expect((await withdraw('0'.repeat(20), cookie)).status).toBe(404)
    for (let at = 0; at < 2; at++)
      expect(await withdraw(id, cookie)).toMatchObject({ status: 200, body: { id, status: 'withdrawn' } })
    expect((await list()).body.proposals.map((each: { id: string }) => each.id)).not.toContain(id)
    expect((await answer(id, { accepted: true, note: 'Oui' })).body.code).toBe('changed')
    expect((await propose(cookie)).status).toBe(201)
    expect((await propose(cookie)).body.code).toBe('too-many-proposals')
    await answer(ids[1], { accepted: false, note: 'Non' })
    expect((await withdraw(ids[1], cookie)).body.code).toBe('changed')
  })

  it('ends either withdrawn or answered when both happen at once', async () => {
    const cookie = await somebody()
    const { id } = (await propose(cookie)).body
    const both = await Promise.all([withdraw(id, cookie), answer(id, { accepted: true, note: 'Oui' })])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  })

  it('stays withdrawn however often it is sent again', async () => {
    const [cookie, headers] = [await somebody(), aKey()]
    const { id } = (await propose(cookie, IDEA, headers)).body
    await withdraw(id, cookie)
    expect((await propose(cookie, IDEA, headers)).body).toMatchObject({ id, status: 'withdrawn' })
  })
})

const HERE = aSite({ id: '09419A' as SiteId, name: 'Orbais', parent: '09411A' as SiteId })
const SCOPES = [
  ['network', { kind: 'network' }],
  ['departement', { kind: 'departement', departement: '51' }],
  ['office', atSite('09411A' as SiteId)],
  ['site', atSite(HERE.id)],
] as const satisfies [string, Scope][]

describe.each(engines)('the person who answers proposals on $name', (engine) => {
  let table: Table
  let api: ReturnType<typeof anApi>
  let people = 0
  const somebody = () => api.signIn(`proposer-${people++}@example.org`, 'Léa')
  const propose = (cookie: string, at: SiteId = HERE.id) =>
    api.call('POST', `/sites/${at}/proposals`, { body: IDEA, headers: aKey(), cookie })
  const inCharge = async (at: SiteId = HERE.id) => (await api.call('GET', `/sites/${at}/in-charge`, {})).body
  const giving = async (scope: Scope, role: Role, secondFactor = true) => {
    const email = `charge-${people++}@example.org`
    const cookie = await api.signIn(email, 'Anne', secondFactor)
    await api.deps.grants.give(idOf('holder', email) as HolderId, { role, scope })
    return { cookie, email, id: idOf('holder', email) as HolderId }
  }

  beforeEach(async () => {
    table = await freshTable(engine)
    await seed(table, HERE, [])
    await seed(table, aSite({ id: '01073A' as SiteId, departement: '07' }), [])
    api = patient(anApi(table))
  })

  it('is named before anything is sent; where nobody is in charge, nothing is accepted', async () => {
    expect(await inCharge()).toEqual({ inCharge: 'nobody' })
    expect((await inCharge('99999Z' as SiteId)).code).toBe('not-found')
    for (const role of ['agent', 'mediator'] as const) await giving(atSite(HERE.id), role)
    const cookie = await somebody()
    expect((await propose(cookie)).body.code).toBe('nobody-in-charge')
    expect((await api.call('GET', '/me/proposals', { cookie })).body.proposals).toEqual([])
  })

  it('is the nearest who can be written to, and sees and answers them', async () => {
    for (const [charge, scope] of SCOPES) {
      const { cookie } = await giving(scope, charge === 'network' ? 'network' : 'manager')
      expect(await inCharge()).toEqual({ inCharge: charge })
      const { body } = await propose(await somebody())
      const list = await api.call('GET', `/sites/${HERE.id}/proposals`, { cookie })
      expect(list.body.proposals).toContainEqual(expect.objectContaining({ id: body.id, ...IDEA }))
      const answer = { body: { accepted: true, note: 'Avec plaisir.' }, cookie }
      const answered = await api.call('PUT', `/sites/${HERE.id}/proposals/${body.id}`, answer)
      expect(answered).toMatchObject({ status: 200, body: { status: 'accepted' } })
    }
    expect(await inCharge('01073A' as SiteId)).toEqual({ inCharge: 'network' })
  })

  it('is nobody who has left, has no second factor, or is in charge elsewhere', async () => {
    const left = await giving(atSite(HERE.id), 'manager')
    await giving({ kind: 'departement', departement: '07' }, 'manager')
    const network = await giving({ kind: 'network' }, 'network', false)
    await accountStore(table).disable(left.id, NOW)
    expect(await inCharge()).toEqual({ inCharge: 'network' })
    await propose(await somebody())
    for (const { cookie } of [left, network])
      expect((await api.call('GET', `/sites/${HERE.id}/proposals`, { cookie })).status).not.toBe(200)
  })

  it('is written to of each one, at most ten a day from one author, withdrawn ones included', async () => {
    await giving({ kind: 'network' }, 'network')
    const cookie = await somebody()
    for (let at = 0; at < 10; at++) {
      const { status, body } = await propose(cookie)
      expect(status).toBe(201)
      await api.call('DELETE', `/sites/${HERE.id}/proposals/${body.id}`, { cookie })
    }
    await expect
      .poll(async () => (await propose(cookie)).body)
      .toMatchObject({ code: 'too-many-proposals-today', most: 10 })
    expect((await propose(await somebody())).status).toBe(201)
    api.clock.now = addMinutes(api.clock.now, 24 * 60 + 1)
    expect((await propose(cookie)).status).toBe(201)
  })
})
