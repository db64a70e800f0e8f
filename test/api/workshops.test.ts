import { beforeAll, describe, expect, it } from 'vitest'
import type { SpaceId } from '../../shared/domain/ids.ts'
import { reconcile } from '../proof/reconcile.ts'
import { aBookingBody, aKey } from '../support/api.ts'
import { aSite, aSpace, date } from '../support/builders.ts'
import { engines } from '../support/engine.ts'
import { scanAll } from '../support/scan.ts'
import { aWorkshopBody, aWorkshopRoom, aWorkshopStage, type WorkshopStage } from '../support/workshops.ts'

const spaces = [
  aWorkshopRoom(),
  aWorkshopRoom({ id: 'ilot' as SpaceId, uses: ['desk'], capacity: 4 }),
  aSpace(),
]

describe.each(engines)('a planned workshop on $name', (engine) => {
  let stage: WorkshopStage
  beforeAll(async () => {
    stage = await aWorkshopStage(engine, spaces)
  })

  it('takes its room and its mediator together, and is public', async () => {
    const { status, body } = await stage.plan({
      level: 'beginner',
      description: 'Venez comme vous êtes.\nOn aide.',
    })
    expect([status, body.seats, body.seatsLeft, body.waiting]).toEqual([201, 6, 6, 0])
    expect(body).toMatchObject({
      mediatorName: 'Sophie',
      space: { name: 'Salle' },
      begun: false,
      level: 'beginner',
    })
    expect((await stage.read(body.id)).body).toEqual(body)
    const room = aBookingBody({ space: 'salle', start: '11:00' })
    const cookie = await stage.somebody()
    expect(
      (await stage.api.call('POST', '/bookings', { body: room, headers: aKey(), cookie })).body.code,
    ).toBe('taken')
    const elsewhere = aBookingBody({ start: '11:00' })
    const busy = await stage.api.call('POST', '/bookings', {
      body: elsewhere,
      headers: aKey(),
      cookie: stage.mediator.cookie,
    })
    expect(busy.body.code).toBe('holder-busy')
  })

  it('takes as many units of the space as it says, and leaves the others', async () => {
    const day = '2026-11-25'
    expect((await stage.plan({ space: 'ilot', date: day, places: 2, seats: 2 })).status).toBe(201)
    const book = async (places: number) =>
      stage.api.call('POST', '/bookings', {
        body: aBookingBody({ space: 'ilot', date: day, start: '10:00', places }),
        headers: aKey(),
        cookie: await stage.somebody(),
      })
    expect((await book(3)).body.code).toBe('taken')
    expect((await book(2)).status).toBe(201)
  })

  it.each([
    ['a mediator who is elsewhere', { date: '2026-11-24', space: 'ilot', seats: 2 }, 'holder-busy'],
    [
      'a space that takes no workshops',
      { space: 'bureau', seats: 2, start: '08:00', end: '10:00' },
      'no-workshops',
    ],
    ['more seats than places', { seats: 13 }, 'too-many-places'],
    ['the past', { date: '2026-11-20' }, 'past'],
    ['when the space is not lent', { start: '07:00', end: '09:00' }, 'outside-opening'],
    ['more than a year ahead', { date: '2028-11-24' }, 'beyond-horizon'],
    ['an end before its start', { start: '12:00', end: '10:00' }, 'invalid'],
    ['no title', { title: ' \u200B' }, 'invalid'],
    ['a title on two lines', { title: 'a\nb' }, 'invalid'],
    ['no seat', { seats: 0 }, 'invalid'],
    ['what only the server sets', { status: 'planned' }, 'invalid'],
    ['an unknown space', { space: 'nulle-part' }, 'not-found'],
    ['an unknown mediator', { mediators: ['zzzzzzzzzzzzzzzzzzzz'] }, 'not-found'],
  ])('is refused with %s, and nothing is written', async (_, changes, code) => {
    const before = await scanAll(stage.table)
    const answer = await stage.plan({ date: '2026-11-26', ...changes })
    expect(answer.body.code).toBe(code)
    expect(await scanAll(stage.table)).toBe(before)
  })

  it('is refused in a closed room, with the reason', async () => {
    const { cookie } = await stage.withRole('manager')
    const body = { kind: 'unexpected', reason: 'Fuite d’eau', from: '2026-11-23', spaces: ['salle'] }
    await stage.api.call('POST', '/sites/09410A/closures', { body, headers: aKey(), cookie })
    expect((await stage.plan({ date: '2026-11-23' })).body).toMatchObject({
      code: 'closed',
      reason: 'Fuite d’eau',
    })
  })

  it('is refused in a taken room', async () => {
    const { cookie } = await stage.withRole('mediator', 'Karim')
    expect((await stage.plan({}, cookie)).body.code).toBe('taken')
  })

  it('is not possible for people without access, nor for an agent', async () => {
    for (const cookie of [await stage.somebody(), (await stage.withRole('agent')).cookie]) {
      const answer = await stage.plan({ date: '2026-11-27' }, cookie)
      expect([answer.status, answer.body.code]).toEqual([404, 'not-found'])
    }
    expect(
      (await stage.api.call('POST', '/workshops', { body: aWorkshopBody(), headers: aKey() })).status,
    ).toBe(401)
  })

  it('is planned by a manager for a mediator of the site, and by nobody else for another', async () => {
    const manager = await stage.withRole('manager')
    const other = await stage.withRole('mediator', 'Karim')
    const planned = await stage.plan({ date: '2026-11-27', mediators: [other.holder] }, manager.cookie)
    expect([planned.status, planned.body.mediatorName]).toEqual([201, 'Karim'])
    const agent = await stage.withRole('agent')
    expect(
      (await stage.plan({ date: '2026-11-28', mediators: [agent.holder] }, manager.cookie)).body.code,
    ).toBe('not-found')
  })

  it('is the same for the same key, however often at once, and another request is refused', async () => {
    const key = aKey()
    const send = (changes = {}) =>
      stage.api.call('POST', '/workshops', {
        body: aWorkshopBody({ date: '2026-12-01', ...changes }),
        headers: key,
        cookie: stage.mediator.cookie,
      })
    const answers = await Promise.all([send(), send(), send(), send()])
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.id}`)).size).toBe(1)
    expect((await send({ title: 'Autre chose' })).body.code).toBe('key-reused')
  })

  it('keeps its room, which is neither cancelled nor moved alone', async () => {
    const { body } = await stage.plan({ date: '2026-12-02' })
    const active = await stage.api.deps.bookings.listSiteBookings(
      aSite().id,
      date('2026-12-02'),
      date('2026-12-02'),
    )
    const [room] = active
    expect(room?.workshop).toBe(body.id)
    const call = (method: string, sent?: object) =>
      stage.api.call(method, `/bookings/${room?.id}`, {
        cookie: stage.mediator.cookie,
        ...(sent && { body: sent }),
      })
    expect((await call('DELETE')).body.code).toBe('of-workshop')
    expect((await call('PATCH', { start: '14:00', end: '16:00' })).body.code).toBe('of-workshop')
    expect((await call('GET')).body).toMatchObject({ cancellable: false, title: 'Premiers pas sur internet' })
    expect((await reconcile(stage.table, aSite().id)).faults).toEqual([])
  })
})
