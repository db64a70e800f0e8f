import { beforeAll, describe, expect, it } from 'vitest'
import { instantAt } from '../../shared/domain/instant.ts'
import { reconcile } from '../proof/reconcile.ts'
import { aKey, untilDecided } from '../support/api.ts'
import { aSite, date as dayOf, NOW, PARIS, time } from '../support/builders.ts'
import { engines } from '../support/engine.ts'
import { scanAll } from '../support/scan.ts'
import { SEZANNE, twoSites } from '../support/two-sites.ts'

let days = 0
const aDay = () => new Date(Date.UTC(2026, 11, 1 + 7 * days++)).toISOString().slice(0, 10)

describe.each(engines)('an absence of a day on $name', (engine) => {
  let stage: Awaited<ReturnType<typeof twoSites>>
  let karim: { cookie: string; holder: string }
  let agent = ''
  const { id: sezanne } = SEZANNE
  const own = () => stage.mediator.cookie
  const plan = (date: string, cookie = own(), query = '') =>
    stage.api.call('GET', `/absences/${date}${query}`, { cookie })
  const note = (date: string, body: object, cookie = own()) =>
    untilDecided(() => stage.api.call('PUT', `/absences/${date}`, { body, cookie }))
  const planned = async (changes: object, cookie = own()) =>
    (await stage.plan({ ...changes }, cookie)).body.id
  const seatFor = (id: string, name: string) =>
    stage.api.call('POST', `/workshops/${id}/seats`, {
      body: { for: { name } },
      headers: aKey(),
      cookie: agent,
    })
  const callsOf = async (name: string) =>
    (await stage.api.call('GET', `/sites/${aSite().id}/calls`, { cookie: agent })).body.calls.filter(
      ({ holderName }: { holderName: string }) => holderName === name,
    )

  beforeAll(async () => {
    days = 0
    stage = await twoSites(engine)
    agent = (await stage.withRole('agent', 'Odile')).cookie
    karim = await stage.travelling('Karim')
  })

  it('proposes for each sitting who is free and in time, and nobody for two at once', async () => {
    const date = aDay()
    const one = await planned({ date })
    const near = await planned({ date, start: '14:00', end: '16:00', site: sezanne })
    const { body } = await plan(date)
    expect(body.sittings.map(({ id, proposed }: Record<string, string>) => [id, proposed])).toEqual([
      [one, karim.holder],
      [near, karim.holder],
    ])
    await planned({ date, start: '12:15', end: '13:00', site: sezanne }, karim.cookie)
    const [first, second] = (await plan(date)).body.sittings
    expect([first.proposed, second.proposed]).toEqual([undefined, karim.holder])
    expect(first.colleagues).toContainEqual({
      ...{ id: karim.holder, name: 'Karim', leads: false, busy: false },
      tooFar: { otherSiteName: 'Sézanne', km: 28, minutes: 45 },
    })
  })

  it('says which hours of a permanence are taken, once it has begun too', async () => {
    const day = aDay()
    const id = await planned({ date: day, appointments: { minutes: 30 } })
    const body = { for: { name: 'Odette' }, start: '11:30' }
    await stage.api.call('POST', `/workshops/${id}/seats`, { body, headers: aKey(), cookie: agent })
    const before = stage.api.clock.now
    stage.api.clock.now = instantAt(dayOf(day), time('11:15'), PARIS)
    try {
      expect((await plan(day)).body.sittings).toMatchObject([{ seats: 4, booked: ['11:30'] }])
    } finally {
      stage.api.clock.now = before
    }
  })

  it('passes one on and cancels another in one act, tells everybody, and is repeated without effect', async () => {
    const date = aDay()
    const [one, two] = [await planned({ date }), await planned({ date, start: '14:00', end: '16:00' })]
    await seatFor(one, 'Jeanne')
    await seatFor(two, 'Marcel')
    const sittings = [{ workshop: one, mediator: karim.holder }, { workshop: two }]
    const noted = await note(date, { note: 'Sophie est malade.', sittings })
    expect(noted.body).toEqual({
      sittings: [
        { workshop: one, outcome: 'handed-over', mediatorName: 'Karim' },
        { workshop: two, outcome: 'cancelled' },
      ],
      remaining: 0,
    })
    expect(await callsOf('Jeanne')).toMatchObject([{ news: 'workshop-changed' }])
    expect(await callsOf('Marcel')).toMatchObject([
      { cause: 'workshop-cancelled', note: 'Sophie est malade.' },
    ])
    const before = await scanAll(stage.table)
    expect((await note(date, { note: 'Autre', sittings })).body).toEqual(noted.body)
    expect(await scanAll(stage.table)).toBe(before)
    expect((await plan(date)).body.sittings).toEqual([])
    expect((await reconcile(stage.table, aSite().id, sezanne)).faults).toEqual([])
  })

  it('touches nothing that a colleague has taken over since it was read, and says who', async () => {
    const date = aDay()
    const id = await planned({ date })
    await note(date, { sittings: [{ workshop: id, mediator: karim.holder }] })
    const manager = await stage.withRole('manager', 'Paul')
    const late = { mediator: stage.mediator.holder, sittings: [{ workshop: id }] }
    expect((await note(date, late, manager.cookie)).body.sittings).toEqual([
      { workshop: id, outcome: 'handed-over', mediatorName: 'Karim' },
    ])
    expect((await stage.read(id)).body.status).toBe('planned')
  })

  it('proposes nobody for a permanence that goes on, which is cut short', async () => {
    const date = '2026-11-25'
    const id = await planned({ date, start: '09:00', end: '11:00', appointments: { minutes: 30 } })
    stage.api.clock.now = instantAt(dayOf(date), time('09:45'), PARIS)
    const [sitting] = (await plan(date)).body.sittings
    expect([sitting.id, sitting.proposed, sitting.colleagues]).toEqual([id, undefined, []])
    expect((await note(date, { sittings: [{ workshop: id }] })).body.sittings).toMatchObject([
      { outcome: 'cancelled' },
    ])
    stage.api.clock.now = NOW
  })

  it('leaves what a colleague cannot take over, and says why', async () => {
    const date = aDay()
    const id = await planned({ date })
    await planned({ date, start: '12:15', end: '13:00', site: sezanne }, karim.cookie)
    const { body } = await note(date, { sittings: [{ workshop: id, mediator: karim.holder }] })
    expect(body).toMatchObject({ sittings: [{ refusal: 'travel-too-short', km: 28 }], remaining: 1 })
    expect((await stage.read(id)).body).toMatchObject({ status: 'planned', mediatorName: 'Sophie' })
  })

  it('is said by who plans at the place too, of its own sittings only', async () => {
    const date = aDay()
    const here = await planned({ date })
    await planned({ date, start: '14:00', end: '16:00', site: sezanne })
    const manager = await stage.withRole('manager', 'Paul')
    const query = `?mediator=${stage.mediator.holder}`
    const { body } = await plan(date, manager.cookie, query)
    expect(body.sittings.map(({ id }: { id: string }) => id)).toEqual([here])
    expect(body.mediatorName).toBe('Sophie')
    const mediator = stage.mediator.holder
    const noted = await note(date, { mediator, sittings: [{ workshop: here }] }, manager.cookie)
    expect(noted.body).toMatchObject({ sittings: [{ outcome: 'cancelled' }], remaining: 0 })
    for (const cookie of [agent, await stage.somebody()])
      expect((await plan(date, cookie, query)).body.sittings).toEqual([])
  })

  it('is refused with what is not of that day, to people without access, and with bad input', async () => {
    const [date, other] = [aDay(), aDay()]
    const id = await planned({ date })
    const somebody = await stage.somebody()
    const before = await scanAll(stage.table)
    expect((await note(other, { sittings: [{ workshop: id }] })).body.code).toBe('not-found')
    expect((await note(date, { sittings: [{ workshop: 'x'.repeat(20) }] })).body.code).toBe('not-found')
    expect((await note(date, { sittings: [{ workshop: id }] }, somebody)).body.sittings).toMatchObject([
      { refusal: 'not-found' },
    ])
    for (const body of [
      {},
      { sittings: [] },
      { sittings: [{ workshop: 'x' }] },
      { sittings: [{ workshop: id, note: 1 }] },
    ])
      expect((await note(date, body)).body.code).toBe('invalid')
    expect((await plan('2026-02-30')).status).toBe(404)
    expect(await scanAll(stage.table)).toBe(before)
  })
})
