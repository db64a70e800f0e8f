import { beforeAll, describe, expect, it } from 'vitest'
import { anApi } from '../support/api.ts'
import { engines } from '../support/engine.ts'
import { stepping } from '../support/interrupted.ts'
import { SEZANNE, twoSites } from '../support/two-sites.ts'

const MONDAY = '2026-12-07'
const TUESDAY = '2026-12-08'

describe.each(engines)('the week of a mediator on $name', (engine) => {
  let stage: Awaited<ReturnType<typeof twoSites>>
  let full = ''
  const weekOf = (cookie: string, query = `from=${MONDAY}`, on = stage.api) =>
    on.call('GET', `/me/week?${query}`, { cookie })

  beforeAll(async () => {
    stage = await twoSites(engine)
    await stage.plan({ date: TUESDAY, title: 'Le matin', site: SEZANNE.id, start: '09:00', end: '11:00' })
    full = (await stage.plan({ date: TUESDAY, title: 'Midi', seats: 1, start: '13:00', end: '14:30' })).body
      .id
    await stage.plan({ date: TUESDAY, title: 'Le soir', start: '16:00', end: '17:00' })
    await stage.plan({ date: '2026-12-12', title: 'Le samedi', site: SEZANNE.id })
    await stage.plan({ date: '2026-12-14', title: 'La semaine d’après' })
    const cancelled = await stage.plan({ date: '2026-12-10', title: 'Annulé' })
    await stage.cancel(cancelled.body.id)
    await stage.signUp(full, await stage.somebody())
    await stage.wait(full, await stage.somebody())
  })

  it('has all that they lead on its seven days, over all sites, in order, with what is taken', async () => {
    const { status, body } = await weekOf(stage.mediator.cookie)
    expect(status).toBe(200)
    const led = body.workshops.map(({ title, site, spaceName, seats, seatsLeft, waiting }: never) => [
      ...[title, (site as { name: string }).name, spaceName, seats, seatsLeft, waiting],
    ])
    expect(led).toEqual([
      ['Le matin', 'Sézanne', 'Salle', 6, 6, 0],
      ['Midi', 'Montmirail', 'Salle', 1, 0, 1],
      ['Le soir', 'Montmirail', 'Salle', 6, 6, 0],
      ['Le samedi', 'Sézanne', 'Salle', 6, 6, 0],
    ])
    expect([body.from, body.to, body.plannedMinutes]).toEqual([MONDAY, '2026-12-13', 390])
  })

  it('has the way from one site to the next, and none where they stay', async () => {
    const { body } = await weekOf(stage.mediator.cookie)
    expect(body.workshops.map(({ way }: { way?: object }) => way)).toEqual([
      undefined,
      { km: 28, minutes: 45 },
      undefined,
      undefined,
    ])
  })

  it('is as many days as are asked for', async () => {
    expect((await weekOf(stage.mediator.cookie, `from=${MONDAY}&days=8`)).body.workshops).toHaveLength(5)
    expect((await weekOf(stage.mediator.cookie, `from=${TUESDAY}&days=1`)).body.workshops).toHaveLength(3)
  })

  it('is nobody else’s, nor anybody’s who is signed out', async () => {
    expect((await weekOf((await stage.travelling('Nora')).cookie)).body.workshops).toEqual([])
    expect((await weekOf('')).status).toBe(401)
  })

  it('leaves out what a colleague took over, and a seat in somebody else’s workshop', async () => {
    const karim = await stage.travelling('Karim')
    const date = '2026-12-22'
    const { body } = await stage.plan({ date })
    const edit = { body: { mediators: [karim.holder] }, cookie: stage.mediator.cookie }
    await stage.api.call('PATCH', `/workshops/${body.id}`, edit)
    await stage.signUp(body.id, stage.mediator.cookie)
    expect((await weekOf(stage.mediator.cookie, `from=${date}&days=1`)).body.workshops).toEqual([])
    expect((await weekOf(karim.cookie, `from=${date}&days=1`)).body.workshops).toHaveLength(1)
  })

  it('takes four reads and one for each full workshop, whatever else is planned', async () => {
    const counted = stepping(engine, async () => {})
    const api = anApi({ ...stage.table, client: counted.client })
    await weekOf(stage.mediator.cookie, `from=${MONDAY}`, api)
    const warm = counted.requests
    await weekOf(stage.mediator.cookie, `from=${MONDAY}`, api)
    expect(counted.requests - warm).toBe(5)
  })

  it('says the hours of the contract that the person wrote, until they take them away', async () => {
    const say = (weeklyHours: unknown) =>
      stage.api.call('PATCH', '/me', { body: { weeklyHours }, cookie: stage.mediator.cookie })
    expect((await weekOf(stage.mediator.cookie)).body.weeklyHours).toBeUndefined()
    expect((await say(17.5)).body.weeklyHours).toBe(17.5)
    expect((await weekOf(stage.mediator.cookie)).body.weeklyHours).toBe(17.5)
    const exported = await stage.api.call('GET', '/me/export', { cookie: stage.mediator.cookie })
    expect(exported.body.me.weeklyHours).toBe(17.5)
    for (const wrong of [0, 61, 17.3, '18', -2]) expect((await say(wrong)).body.code).toBe('invalid')
    expect((await say(null)).status).toBe(200)
    expect((await weekOf(stage.mediator.cookie)).body.weeklyHours).toBeUndefined()
  })

  it.each([
    ['no date', ''],
    ['a date that does not exist', 'from=2026-02-30'],
    ['no day', `from=${MONDAY}&days=0`],
    ['a month', `from=${MONDAY}&days=31`],
    ['somebody else', `from=${MONDAY}&mediator=${'a'.repeat(20)}`],
  ])('is refused with %s', async (_, query) => {
    const { status, body } = await weekOf(stage.mediator.cookie, query)
    expect([status, body.code]).toEqual([422, 'invalid'])
  })
})
