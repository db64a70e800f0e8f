import { beforeAll, describe, expect, it } from 'vitest'
import { localClient } from '../../infra/local/local-client.ts'
import { addMinutes, instantAt } from '../../shared/domain/instant.ts'
import { atSite } from '../../shared/domain/rights.ts'
import { anApi } from '../support/api.ts'
import { MONDAY_EVENING, NOW, PARIS, TUESDAY, time } from '../support/builders.ts'
import { engines } from '../support/engine.ts'
import { withLaggingReads } from '../support/faulty-client.ts'
import { aStaffStage, type StaffStage } from '../support/staff-stage.ts'

describe.each(engines)('the planning of a site on $name', (engine) => {
  let stage: StaffStage
  beforeAll(async () => {
    stage = await aStaffStage(engine)
  })

  it('shows who comes, when and where, and what is free, by day and space, today first', async () => {
    const booked = await stage.book(await stage.somebody('Sacha'), { date: '2026-11-25' })
    const called = await stage.book(stage.agent.cookie, {
      ...{ date: '2026-11-25', start: '09:00', end: '10:00' },
      for: { name: 'Jeanne', phone: '06 12 34 56 78' },
    })
    const { status, body } = await stage.planning(stage.agent.cookie)
    expect([status, body.site, body.today]).toEqual([200, '09410A', '2026-11-21'])
    expect(body.days.map(({ date }: { date: string }) => date)).toEqual(
      ['21', '22', '23', '24', '25', '26', '27'].map((day) => `2026-11-${day}`),
    )
    expect(body.spaces).toContainEqual({ id: 'reunion', name: 'Salle de réunion', capacity: 8 })
    expect(body.bookings).toEqual([
      {
        ...{ id: booked.body.id, reference: booked.body.reference, space: 'bureau', date: '2026-11-25' },
        ...{ start: '08:00', end: '12:00', use: 'desk', places: 1, status: 'confirmed', channel: 'web' },
        ...{ begun: false, holderName: 'Sacha', hasEmail: true },
      },
      {
        ...{ id: called.body.id, reference: called.body.reference, space: 'bureau', date: '2026-11-25' },
        ...{ start: '09:00', end: '10:00', use: 'desk', places: 1, status: 'confirmed', channel: 'counter' },
        ...{ begun: false, holderName: 'Jeanne', hasEmail: false, phone: '06 12 34 56 78' },
      },
    ])
    const [bureau] = body.days[4].spaces
    expect(
      bureau.free.map(({ start, places }: { start: string; places: number }) => [start, places]),
    ).toEqual([
      ['08:00', 4],
      ['09:00', 3],
      ['10:00', 4],
      ['12:00', 5],
    ])
  })

  it('names a person who was added a moment ago, though reads may lag', async () => {
    await stage.book(stage.agent.cookie, {
      date: '2026-11-27',
      for: { name: 'Odile', phone: '06 12 34 56 70' },
    })
    const table = { ...stage.table, client: withLaggingReads(localClient(engine.endpoint)) }
    const { status, body } = await anApi(table).call('GET', '/sites/09410A/planning?from=2026-11-27&days=1', {
      cookie: stage.agent.cookie,
    })
    expect(status).toBe(200)
    expect(body.bookings).toMatchObject([{ holderName: 'Odile', phone: '06 12 34 56 70' }])
  })

  it('shows a mediator who comes, lets them check in, mark and change, and shows no request', async () => {
    const { mediator, as } = stage
    const { body } = await stage.book(await stage.somebody('Mona'), {
      date: '2026-11-24',
      start: '14:00',
      end: '15:00',
    })
    const path = `/bookings/${body.id}`
    expect((await as(mediator.cookie, 'GET', path)).body).toMatchObject({
      holderName: 'Mona',
      start: '14:00',
    })
    expect((await as(mediator.cookie, 'PATCH', path, { end: '16:00' })).body).toMatchObject({ end: '16:00' })
    const approval = await as(mediator.cookie, 'PUT', `${path}/approval`, { approved: true })
    expect([approval.status, approval.body.code]).toEqual([404, 'not-found'])
    stage.api.clock.now = instantAt(TUESDAY, time('14:00'), PARIS)
    const marked = await as(mediator.cookie, 'PUT', `${path}/attendance`, { attended: true })
    stage.api.clock.now = NOW
    expect(marked.body).toMatchObject({ status: 'attended', holderName: 'Mona' })
  })

  it('shows the people of a workshop and how to reach them to staff there', async () => {
    const workshop = (await stage.plan({ date: '2026-11-26' })).body
    const ali = (await stage.signUp(workshop.id, await stage.somebody('Ali'))).body
    const zoe = { for: { name: 'Zoé', phone: '06 12 34 56 78' } }
    await stage.as(stage.agent.cookie, 'POST', `/workshops/${workshop.id}/seats`, zoe)
    for (const { cookie } of [stage.mediator, stage.agent, stage.manager]) {
      const { body } = await stage.planning(cookie, '?from=2026-11-26&days=1')
      expect(body.bookings).toMatchObject([
        {
          space: 'salle',
          workshop: {
            ...{ id: workshop.id, title: workshop.title, mediatorName: 'Sophie', seats: 6, taken: 2 },
            people: [
              { id: ali.id, holderName: 'Ali', hasEmail: true, status: 'confirmed' },
              { holderName: 'Zoé', hasEmail: false, phone: '06 12 34 56 78' },
            ],
          },
        },
      ])
    }
    for (const stranger of [await stage.somebody('Ali'), await stage.somebody('Luc')])
      expect((await stage.planning(stranger, '?from=2026-11-26&days=1')).body.code).toBe('not-found')
  })

  it('shows requests with their end, and counts those of all dates', async () => {
    const asked = await stage.book(await stage.somebody('Noé'), {
      space: 'reunion',
      date: '2026-12-15',
      use: 'room',
    })
    expect(asked.body.status).toBe('requested')
    expect((await stage.planning(stage.manager.cookie)).body).toMatchObject({ requests: 1, calls: 0 })
    const { body } = await stage.planning(stage.manager.cookie, '?from=2026-12-15&days=1')
    expect(body.bookings).toMatchObject([
      { status: 'requested', until: '2026-11-24T18:00', holderName: 'Noé' },
    ])
    expect(body.requests).toBe(1)
    const reunion = body.days[0].spaces.find(({ space }: { space: string }) => space === 'reunion')
    expect(reunion.load).toEqual([{ start: '08:00', end: '12:00', taken: 8, held: 8 }])
  })

  it('says how full each space is hour by hour, but not to the owner of the premises', async () => {
    for (const [start, end, places] of [
      ['08:00', '10:00', 1],
      ['09:00', '12:00', 2],
    ])
      await stage.book(stage.agent.cookie, {
        ...{ date: '2026-12-03', start, end, places },
        for: { name: 'Jeanne' },
      })
    const loadFor = async (cookie: string) =>
      (await stage.planning(cookie, '?from=2026-12-03&days=1')).body.days[0].spaces[0].load
    expect(await loadFor(stage.mediator.cookie)).toEqual([
      { start: '08:00', end: '09:00', taken: 1, held: 0 },
      { start: '09:00', end: '10:00', taken: 3, held: 0 },
      { start: '10:00', end: '12:00', taken: 2, held: 0 },
    ])
    expect(await loadFor((await stage.withRole('owner')).cookie)).toBeUndefined()
  })

  it('leaves out cancelled bookings and expired holds', async () => {
    const somebody = await stage.somebody()
    const { body } = await stage.book(somebody, { date: '2026-12-01' })
    await stage.as(somebody, 'DELETE', `/bookings/${body.id}`)
    await stage.book(somebody, { space: 'reunion', date: '2026-12-01', use: 'room' })
    stage.api.clock.now = addMinutes(MONDAY_EVENING, 24 * 60)
    const after = await stage.planning(stage.manager.cookie, '?from=2026-12-01&days=1')
    stage.api.clock.now = NOW
    expect(after.body.bookings).toEqual([])
  })

  it('shows closures in force on its dates, and what they leave free', async () => {
    const closed = await stage.as(stage.manager.cookie, 'POST', '/sites/09410A/closures', {
      ...{ kind: 'planned', reason: 'Travaux', from: '2026-12-08', to: '2026-12-09', spaces: ['bureau'] },
    })
    const { body } = await stage.planning(stage.agent.cookie, '?from=2026-12-09&days=2')
    expect(body.closures).toEqual([
      {
        ...{ id: closed.body.id, from: '2026-12-08', to: '2026-12-09', start: '00:00', end: '24:00' },
        ...{ spaces: ['bureau'], reason: 'Travaux' },
      },
    ])
    expect(body.days.map((day: { spaces: { free: unknown[] }[] }) => day.spaces[0]?.free.length)).toEqual([
      0, 1,
    ])
    expect((await stage.planning(stage.agent.cookie, '?from=2026-12-10')).body.closures).toEqual([])
  })

  it('is read only by staff of the site, until their right is withdrawn', async () => {
    const outsider = await stage.somebody()
    expect((await stage.planning(outsider)).body.code).toBe('not-found')
    expect((await stage.api.call('GET', '/sites/09410A/planning')).status).toBe(401)
    expect((await stage.as(stage.manager.cookie, 'GET', '/sites/09439A/planning')).body.code).toBe(
      'not-found',
    )
    const left = await stage.withRole('agent')
    expect((await stage.planning(left.cookie)).status).toBe(200)
    await stage.api.deps.grants.withdraw(left.holder, { role: 'agent', scope: atSite('09410A' as never) })
    const [absent, gone] = [
      await stage.as(outsider, 'GET', '/sites/09439A/planning'),
      await stage.planning(left.cookie),
    ]
    expect(gone).toMatchObject({ status: 404, body: absent.body })
  })

  it.each(['?days=0', '?days=15', '?from=2026-02-30', '?to=2026-11-24'])(
    'refuses the request %s',
    async (query) => {
      expect((await stage.planning(stage.manager.cookie, query)).body.code).toBe('invalid')
    },
  )
})
