import { beforeAll, describe, expect, it } from 'vitest'
import type { SpaceId } from '../../shared/domain/ids.ts'
import { instantAt } from '../../shared/domain/instant.ts'
import { quarter } from '../../shared/domain/quarter.ts'
import { aKey } from '../support/api.ts'
import { date, NOW, PARIS } from '../support/builders.ts'
import { engines } from '../support/engine.ts'
import { scanAll } from '../support/scan.ts'
import { aWorkshopBody, aWorkshopRoom, aWorkshopStage, type WorkshopStage } from '../support/workshops.ts'

const { date: _, ...PLAN } = aWorkshopBody()

const aCycle = (changes: Record<string, unknown> = {}) => ({
  ...PLAN,
  from: '2026-12-01',
  rule: 'FREQ=WEEKLY;BYDAY=TU;COUNT=16',
  ...changes,
})

describe.each(engines)('a cycle of workshops on $name', (engine) => {
  let stage: WorkshopStage
  beforeAll(async () => {
    stage = await aWorkshopStage(engine)
  })

  const ask = (path: string, body: object, cookie = stage.mediator.cookie, headers = aKey()) =>
    stage.api.call('POST', path, { body, headers, cookie })

  it('is previewed date by date without writing, and moves off a holiday', async () => {
    const before = await scanAll(stage.table)
    const body = aCycle({ from: '2026-12-25', rule: 'FREQ=WEEKLY;BYDAY=FR;COUNT=2', end: '12:00' })
    const { status, body: preview } = await ask('/workshops/preview', body)
    expect([status, preview.dates]).toEqual([
      200,
      [
        { date: '2026-12-28', movedFrom: '2026-12-25' },
        { date: '2027-01-04', movedFrom: '2027-01-01' },
      ],
    ])
    expect(await scanAll(stage.table)).toEqual(before)
  })

  it('is previewed as it will be planned where expired holds of others or one’s own are left', async () => {
    const asked = aWorkshopRoom({ approval: { hours: 48 } })
    const other = await aWorkshopStage(engine, [asked, { ...asked, id: 'ailleurs' as SpaceId }])
    const { api, mediator } = other
    const day = '2026-12-08'
    for (const [cookie, space] of [
      [await other.somebody('Jeanne'), 'salle'],
      [mediator.cookie, 'ailleurs'],
    ] as const) {
      const body = { site: '09410A', space, date: day, start: '10:00', end: '12:00', use: 'room' }
      expect((await api.call('POST', '/bookings', { body, headers: aKey(), cookie })).body.status).toBe(
        'requested',
      )
    }
    const body = aCycle({ from: day, rule: 'FREQ=WEEKLY;COUNT=1' })
    const preview = async () =>
      (await api.call('POST', '/workshops/preview', { body, cookie: mediator.cookie })).body.dates
    expect(await preview()).toMatchObject([{ date: day, refusal: 'holder-busy' }])
    const workshop = (await other.plan({ date: day, start: '14:00', end: '16:00' })).body.id
    const karim = await other.withRole('mediator', 'Karim')
    const held = { site: '09410A', space: 'ailleurs', date: day, start: '14:00', end: '16:00', use: 'room' }
    await api.call('POST', '/bookings', { body: held, headers: aKey(), cookie: karim.cookie })
    const isBusy = async () =>
      (
        await api.call('GET', `/workshops/${workshop}/colleagues`, { cookie: mediator.cookie })
      ).body.colleagues.find(({ name }: { name: string }) => name === 'Karim').busy
    expect(await isBusy()).toBe(true)
    api.clock.now = instantAt(date('2026-12-01'), quarter(48), PARIS)
    const before = await scanAll(other.table)
    expect(await preview()).toEqual([{ date: day }])
    expect(await isBusy()).toBe(false)
    expect(await scanAll(other.table)).toBe(before)
    const made = await api.call('POST', '/cycles', { body, headers: aKey(), cookie: mediator.cookie })
    api.clock.now = NOW
    expect(made.body.dates).toMatchObject([{ date: day, workshop: expect.any(String) }])
  })

  it('is planned where it is possible, says why not elsewhere, and is read again', async () => {
    await stage.plan({ date: '2026-12-08' })
    const [headers, asked] = [aKey(), aCycle({ bring: 'Votre téléphone', theme: 'email', languages: ['en'] })]
    const { status, body } = await ask('/cycles', asked, stage.mediator.cookie, headers)
    expect([status, body.dates.length]).toEqual([201, 16])
    expect(body.dates.filter((each: { workshop?: string }) => !each.workshop)).toMatchObject([
      { date: '2026-12-08', refusal: 'holder-busy' },
    ])
    expect((await ask('/cycles', asked, stage.mediator.cookie, headers)).body).toEqual(body)
    const read = await stage.api.call('GET', `/cycles/${body.id}`)
    expect(read.body.workshops.length).toBe(15)
    expect((await stage.read(read.body.workshops[0].id)).body).toMatchObject({
      bring: 'Votre téléphone',
      theme: 'email',
      languages: ['en'],
      cycle: body.id,
    })
    const other = aCycle({ from: '2027-06-01' })
    expect((await ask('/cycles', other, stage.mediator.cookie, headers)).body.code).toBe('key-reused')
  })

  it('is planned once when it is sent twice at the same time', async () => {
    const [headers, body] = [aKey(), aCycle({ from: '2026-12-02', rule: 'FREQ=WEEKLY;COUNT=4' })]
    const both = await Promise.all([1, 2].map(() => ask('/cycles', body, stage.mediator.cookie, headers)))
    expect(both.map(({ status }) => status)).toEqual([201, 201])
    expect(both[0]?.body).toEqual(both[1]?.body)
    const { body: read } = await stage.api.call('GET', `/cycles/${both[0]?.body.id}`)
    expect(read.workshops.length).toBe(4)
  })

  it.each([
    ['60 dates', { rule: 'FREQ=WEEKLY;COUNT=60' }, 422, 'too-many-dates'],
    ['a rule without end', { rule: 'FREQ=WEEKLY' }, 422, 'rule-endless'],
    ['a rule that is none', { rule: 'chaque mardi' }, 422, 'rule-malformed'],
    ['two ways to say when', { firstWorkingDays: { days: 1, months: 1 } }, 422, 'invalid'],
    ['an unknown theme', { theme: 'cuisine' }, 422, 'invalid'],
    ['an end before its start', { start: '12:00', end: '10:00' }, 422, 'invalid'],
    ['an unknown site', { site: '99999A' }, 404, 'not-found'],
    ['an unknown space', { space: 'nulle-part' }, 404, 'not-found'],
    ['only dates in the past', { from: '2026-01-05', rule: 'FREQ=WEEKLY;COUNT=2' }, 409, 'cycle-refused'],
  ])('is refused with %s', async (_case, changes, status, code) => {
    const answer = await ask('/cycles', aCycle(changes))
    expect([answer.status, answer.body.code]).toEqual([status, code])
  })

  it('does not exist for people who may not plan there', async () => {
    const cookie = await stage.somebody()
    expect((await ask('/cycles', aCycle(), cookie)).status).toBe(404)
    expect((await ask('/workshops/preview', aCycle(), cookie)).status).toBe(404)
  })
})
