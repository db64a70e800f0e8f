import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aKey } from '../support/api.ts'
import { engines } from '../support/engine.ts'
import { aHookStage, ELSEWHERE, type HookStage, MONTMIRAIL } from '../support/hooks.ts'
import { scanAll } from '../support/scan.ts'

const MARNE = '/hooks/departement:51'
const BODY = { name: 'Agenda', url: 'https://tool.example/events', topics: ['booking'] }

describe.each(engines)('a hook on $name', (engine) => {
  let stage: HookStage
  beforeEach(async () => {
    stage = await aHookStage(engine)
  })
  afterEach(() => stage.receiver.close())

  const asInCharge = (method: string, path: string, body?: object) =>
    stage.call(stage.inCharge.cookie, method, path, body)

  it('is there for nobody but those in charge of its scope', async () => {
    const { body: hook } = await stage.link()
    const others = [
      stage.person,
      await stage.withRole({ role: 'agent', scope: MONTMIRAIL }),
      await stage.withRole({ role: 'manager', scope: MONTMIRAIL }),
      await stage.withRole({ role: 'network', scope: { kind: 'departement', departement: '02' } }),
    ]
    const paths: [string, string, object?][] = [
      ['GET', MARNE],
      ['POST', MARNE, BODY],
      ['DELETE', `${MARNE}/${hook.id}`],
      ['PUT', `${MARNE}/${hook.id}/secret`, { number: 2 }],
      ['DELETE', `${MARNE}/${hook.id}/pause`],
      ['POST', `${MARNE}/${hook.id}/trials`],
      ['GET', `${MARNE}/${hook.id}/deliveries`],
      ['POST', `${MARNE}/${hook.id}/replays`, {}],
    ]
    for (const [method, path, body] of paths) {
      for (const { cookie } of others) expect((await stage.call(cookie, method, path, body)).status).toBe(404)
      expect((await stage.call('', method, path, body)).status).toBe(401)
    }
    expect((await asInCharge('GET', MARNE)).body.hooks).toHaveLength(1)
  })

  it('of a site is linked by its manager, and seen from its département under its own scope only', async () => {
    const manager = await stage.withRole({ role: 'manager', scope: MONTMIRAIL })
    const { status, body: hook } = await stage.link({ scope: MONTMIRAIL, by: manager.cookie })
    expect(status).toBe(201)
    expect((await asInCharge('GET', MARNE)).body.hooks).toEqual([])
    expect((await asInCharge('GET', '/hooks/site:09410A')).body.hooks).toHaveLength(1)
    expect((await asInCharge('GET', `${MARNE}/${hook.id}/deliveries`)).status).toBe(404)
  })

  it('gets its secret once, the same for a repeated request, and keeps it out of the table', async () => {
    const headers = aKey()
    const make = (body: object) =>
      stage.api.call('POST', MARNE, { body, headers, cookie: stage.inCharge.cookie })
    const [first, again] = [await make(BODY), await make(BODY)]
    expect(first.body.secret).toMatch(/^whsec_[\w+/]{43}=$/)
    expect(again.body).toEqual(first.body)
    expect((await make({ ...BODY, name: 'Autre' })).body.code).toBe('key-reused')
    expect(await scanAll(stage.table)).not.toContain(first.body.secret.slice(6))
    const [listed] = (await asInCharge('GET', MARNE)).body.hooks
    expect(listed).not.toHaveProperty('secret')
  })

  it.each([
    ['http://tool.example/', 'not-https'],
    ['https://me:word@tool.example/', 'has-password'],
    ['https://tool.example:8443/', 'has-other-port'],
    ['tool.example', 'malformed'],
  ])('is refused at %s', async (url, fault) => {
    const answer = await asInCharge('POST', MARNE, { ...BODY, url })
    expect([answer.status, answer.body.code, answer.body.fault]).toEqual([422, 'address-unfit', fault])
  })

  it('is refused without a topic, with an unknown one, of the network, or beyond five', async () => {
    const invalid = [
      { ...BODY, topics: [] },
      { ...BODY, topics: ['money'] },
      { ...BODY, name: ' ' },
      { ...BODY, more: 1 },
    ]
    for (const body of invalid) expect((await asInCharge('POST', MARNE, body)).body.code).toBe('invalid')
    expect((await asInCharge('POST', '/hooks/network', BODY)).status).toBe(404)
    expect((await asInCharge('GET', '/hooks/nothing')).status).toBe(404)
    for (let made = 0; made < 5; made++) expect((await stage.link()).status).toBe(201)
    const sixth = await stage.link()
    expect([sixth.status, sixth.body.code, sixth.body.most]).toEqual([409, 'too-many-hooks', 5])
  })

  it('of one scope shares nothing with one of another that is made under the same key', async () => {
    const manager = await stage.withRole({ role: 'manager', scope: MONTMIRAIL })
    await stage.api.deps.grants.give(manager.id, { role: 'manager', scope: ELSEWHERE })
    const headers = aKey()
    const make = (scope: string) =>
      stage.api.call('POST', `/hooks/${scope}`, { body: BODY, headers, cookie: manager.cookie })
    const [one, other] = [await make('site:09410A'), await make('site:01073A')]
    expect([one.status, other.status]).toEqual([201, 201])
    expect(other.body.id).not.toBe(one.body.id)
    expect(other.body.secret).not.toBe(one.body.secret)
  })

  it('is made five times at most, however many are made at once', async () => {
    const answers = await Promise.all(Array.from({ length: 9 }, () => stage.link()))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([
      ...Array(5).fill(201),
      ...Array(4).fill(409),
    ])
    expect((await asInCharge('GET', MARNE)).body.hooks).toHaveLength(5)
  })

  it('is tried at once, signed, with the answer of the tool, some times in an hour', async () => {
    const { body: hook } = await stage.link()
    const trial = () => asInCharge('POST', `${MARNE}/${hook.id}/trials`)
    expect((await trial()).body).toEqual({ answer: '200', arrived: true })
    expect(stage.receiver.events()).toMatchObject([{ type: 'hook.test', data: { hook: hook.id } }])
    stage.receiver.told.answer = 503
    expect((await trial()).body).toEqual({ answer: '503', arrived: false })
    stage.receiver.told.answer = 200
    for (let more = 2; more < 20; more++) await trial()
    const last = await trial()
    expect([last.status, last.body.code]).toEqual([429, 'too-many-trials'])
    expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0)
  })

  it('gets one new secret for one number when two ask at once', async () => {
    const { body: hook } = await stage.link()
    const replace = (number: number) => asInCharge('PUT', `${MARNE}/${hook.id}/secret`, { number })
    const [one, other] = await Promise.all([replace(2), replace(2)])
    expect(one.body.secret).toBe(other.body.secret)
    expect(one.body).toMatchObject({ secretNumber: 2 })
    expect((await replace(4)).body.code).toBe('changed')
    expect((await replace(1)).body.code).toBe('invalid')
  })

  it('is removed once, told nothing afterwards, and each act on it is in the trail', async () => {
    const { body: hook } = await stage.link()
    await asInCharge('PUT', `${MARNE}/${hook.id}/secret`, { number: 2 })
    await stage.book()
    await stage.note()
    await asInCharge('POST', `${MARNE}/${hook.id}/replays`, {})
    expect((await asInCharge('DELETE', `${MARNE}/${hook.id}`)).status).toBe(204)
    expect((await asInCharge('DELETE', `${MARNE}/${hook.id}`)).status).toBe(204)
    await stage.deliver()
    expect(stage.receiver.told.ids).toEqual([])
    const { body } = await asInCharge('GET', '/audit/departement:51')
    expect(body.acts.map(({ effect }: { effect: string }) => effect).toSorted()).toEqual([
      'replayed',
      'secret-replaced',
      'tool-linked',
      'tool-unlinked',
    ])
  })

  it('replays one event that has arrived, under the same identifier, and none that it does not have', async () => {
    const { body: hook } = await stage.link()
    await stage.book()
    await stage.note()
    await stage.deliver()
    const [delivered] = (await asInCharge('GET', `${MARNE}/${hook.id}/deliveries`)).body.deliveries
    const replay = (event: string) => asInCharge('POST', `${MARNE}/${hook.id}/replays`, { event })
    expect((await replay(delivered.event)).body).toEqual({ replayed: 1, isWhole: true })
    await stage.deliver()
    expect(stage.receiver.told.ids).toEqual([delivered.event, delivered.event])
    expect((await replay('booking.none.0')).status).toBe(404)
  })

  it('of a site elsewhere hears nothing of this one', async () => {
    await stage.withRole({ role: 'network', scope: { kind: 'network' } })
    const manager = await stage.withRole({ role: 'manager', scope: ELSEWHERE })
    await stage.link({ scope: ELSEWHERE, by: manager.cookie })
    await stage.book()
    await stage.note()
    expect(await stage.deliver()).toMatchObject({ delivered: 0 })
  })
})
