import { beforeAll, describe, expect, it } from 'vitest'
import { atSite } from '../../shared/domain/rights.ts'
import { aDay } from '../proof/people.ts'
import { reconcile } from '../proof/reconcile.ts'
import { aSite } from '../support/builders.ts'
import { engines } from '../support/engine.ts'
import { roundsOf } from '../support/scope.ts'
import { aStaffStage, type StaffStage } from '../support/staff-stage.ts'

const REASON = 'Le plafond fuit.'

describe.each(engines)('a booking that staff cancel, on $name,', (engine) => {
  let stage: StaffStage
  const takeBack = (id: string, cookie = stage.agent.cookie, body: object = { reason: REASON }) =>
    stage.as(cookie, 'PUT', `/bookings/${id}/cancellation`, body)
  beforeAll(async () => {
    stage = await aStaffStage(engine)
  })

  it('is cancelled once, with a reason that its holder reads, and frees its units', async () => {
    const [holder, day] = [await stage.somebody(), aDay()]
    const { body } = await stage.book(holder, { date: day, use: 'room' })
    const [one, two] = await Promise.all([takeBack(body.id), takeBack(body.id, stage.manager.cookie)])
    expect([one?.status, two?.status]).toEqual([200, 200])
    expect((await stage.as(holder, 'GET', `/bookings/${body.id}`)).body).toMatchObject({
      ...{ status: 'cancelled', cause: 'staff', note: REASON },
    })
    expect((await stage.book(await stage.somebody(), { date: day, use: 'room' })).status).toBe(201)
    expect((await reconcile(stage.table, aSite().id)).faults).toEqual([])
  })

  it('is approved or cancelled, never both, when two of the staff answer at once', async () => {
    for (let round = 0; round < roundsOf(5); round++) {
      const holder = await stage.somebody()
      const { body } = await stage.book(holder, { space: 'reunion', date: aDay(), use: 'room' })
      const [approved, taken] = await Promise.all([
        stage.as(stage.manager.cookie, 'PUT', `/bookings/${body.id}/approval`, { approved: true }),
        takeBack(body.id),
      ])
      expect(taken?.body).toMatchObject({ status: 'cancelled', cause: 'staff' })
      expect(approved?.body).toMatchObject(
        approved?.status === 200
          ? { status: 'confirmed' }
          : { code: 'not-requested', bookingStatus: 'cancelled' },
      )
      expect((await stage.as(holder, 'GET', `/bookings/${body.id}`)).body.cause).toBe('staff')
    }
    expect((await reconcile(stage.table, aSite().id)).faults).toEqual([])
  })

  it('stays as its holder cancelled it first', async () => {
    const holder = await stage.somebody()
    const { body } = await stage.book(holder, { date: aDay() })
    await stage.as(holder, 'DELETE', `/bookings/${body.id}`)
    expect((await takeBack(body.id)).body.code).toBe('cancelled')
    expect((await stage.as(holder, 'GET', `/bookings/${body.id}`)).body.cause).toBe('holder')
  })

  it('needs a reason, without which nothing changes', async () => {
    const holder = await stage.somebody()
    const { body } = await stage.book(holder, { date: aDay() })
    for (const sent of [{}, { reason: ' ' }, { reason: 'a\u0000b' }, { reason: REASON, late: true }])
      expect((await takeBack(body.id, stage.agent.cookie, sent)).body.code).toBe('invalid')
    expect((await stage.as(holder, 'GET', `/bookings/${body.id}`)).body.status).toBe('confirmed')
  })

  it('does not exist for its holder, the network, staff elsewhere or former staff', async () => {
    const holder = await stage.somebody()
    const { body } = await stage.book(holder, { date: aDay() })
    const [elsewhere, left] = [await stage.withRole('agent'), await stage.withRole('manager')]
    await stage.api.deps.grants.withdraw(left.holder, { role: 'manager', scope: atSite(aSite().id) })
    await stage.api.deps.grants.withdraw(elsewhere.holder, { role: 'agent', scope: atSite(aSite().id) })
    await stage.api.deps.grants.give(elsewhere.holder, { role: 'agent', scope: atSite('09439A' as never) })
    const absent = await takeBack('0'.repeat(20))
    const network = await stage.withRole('network')
    for (const cookie of [holder, network.cookie, elsewhere.cookie, left.cookie])
      expect(await takeBack(body.id, cookie)).toMatchObject({ status: 404, body: absent.body })
    expect((await stage.as(holder, 'GET', `/bookings/${body.id}`)).body.status).toBe('confirmed')
  })
})
