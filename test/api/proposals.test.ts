import { beforeAll, describe, expect, it } from 'vitest'
import { idOf } from '../../functions/http/hash.ts'
import type { HolderId } from '../../shared/domain/booking.ts'
import { addMinutes } from '../../shared/domain/instant.ts'
import { atSite } from '../../shared/domain/rights.ts'
import { aKey, anApi, patient } from '../support/api.ts'
import { aSite } from '../support/builders.ts'
import { engines, freshTable } from '../support/engine.ts'
import { seed } from '../support/seed.ts'

const site = aSite().id
const IDEA = { idea: 'Un atelier de couture', audience: 'Les habitants', times: 'Le mercredi après-midi' }

describe.each(engines)('proposing a use, on $name', (engine) => {
  let api: ReturnType<typeof anApi>
  let manager: string
  let people = 0
  const somebody = (name?: string) => api.signIn(`proposer-${people++}@example.org`, name)
  const propose = (cookie: string | undefined, body: object = IDEA, headers = aKey(), at: string = site) =>
    api.call('POST', `/sites/${at}/proposals`, { body, headers, cookie })
  const answer = (id: string, body: object, cookie: string | undefined = manager) =>
    api.call('PUT', `/sites/${site}/proposals/${id}`, { body, cookie })
  const list = (cookie: string | undefined = manager) => api.call('GET', `/sites/${site}/proposals`, { cookie })

  beforeAll(async () => {
    const table = await freshTable(engine)
    await seed(table, aSite(), [])
    api = patient(anApi(table))
    manager = await api.signIn('manager@example.org')
    const id = idOf('holder', 'manager@example.org') as HolderId
    await api.deps.grants.give(id, { role: 'manager', scope: atSite(site) })
  })

  it('is for anybody signed in with a name, and read by the manager only', async () => {
    const { status, body } = await propose(await somebody('Léa'))
    expect([status, body]).toMatchObject([201, { ...IDEA, status: 'asked', name: 'Léa', date: '2026-11-21' }])
    expect((await list()).body.proposals).toMatchObject([{ id: body.id, ...IDEA, name: 'Léa' }])
    expect((await list(await somebody())).status).toBe(404)
    expect((await propose(undefined)).status).toBe(401)
    expect((await propose(await somebody(''))).body.code).toBe('name-missing')
    expect((await propose(await somebody(), IDEA, aKey(), '99999Z')).status).toBe(404)
  })

  it('once, however often it is sent; another wish under the same key is refused', async () => {
    const [cookie, headers] = [await somebody(), aKey()]
    const all = await Promise.all(Array.from({ length: 6 }, () => propose(cookie, IDEA, headers)))
    expect(new Set(all.map(({ status, body }) => `${status} ${body.id}`)).size).toBe(1)
    expect((await propose(cookie, { ...IDEA, times: 'Le soir' }, headers)).body.code).toBe('key-reused')
  })

  it('three at a time, also at once; an answer makes room for another', async () => {
    const cookie = await somebody()
    const all = await Promise.all(Array.from({ length: 6 }, () => propose(cookie)))
    expect(all.map(({ status }) => status).sort()).toEqual([201, 201, 201, 409, 409, 409])
    expect(all.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'too-many-proposals', most: 3 })
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

  it('is seen by who made it, with what became of it, the newest first', async () => {
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

  it('is withdrawn by who made it as long as nobody has answered, and makes room for another', async () => {
    const cookie = await somebody()
    const ids = [(await propose(cookie)).body.id, (await propose(cookie)).body.id, (await propose(cookie)).body.id]
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

  it('withdrawn and answered at once is one of both', async () => {
    const cookie = await somebody()
    const { id } = (await propose(cookie)).body
    const both = await Promise.all([withdraw(id, cookie), answer(id, { accepted: true, note: 'Oui' })])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  })

  it('withdrawn stays so, however often it is sent again', async () => {
    const [cookie, headers] = [await somebody(), aKey()]
    const { id } = (await propose(cookie, IDEA, headers)).body
    await withdraw(id, cookie)
    expect((await propose(cookie, IDEA, headers)).body).toMatchObject({ id, status: 'withdrawn' })
  })
})
