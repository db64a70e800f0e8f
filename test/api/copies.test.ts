import { beforeAll, describe, expect, it } from 'vitest'
import { atSite } from '../../shared/domain/rights.ts'
import { reconcile } from '../proof/reconcile.ts'
import { aKey } from '../support/api.ts'
import { anAssociation } from '../support/associations.ts'
import { aSite } from '../support/builders.ts'
import { engines } from '../support/engine.ts'
import { scanAll } from '../support/scan.ts'
import { aStaffStage, type StaffStage } from '../support/staff-stage.ts'

const JEANNE = { name: 'Jeanne', phone: '06 12 34 56 78' }

describe.each(engines)('a copied week on $name', (engine) => {
  let stage: StaffStage
  const path = '/sites/09410A/copies'
  const copy = (body: object, { cookie = stage.agent.cookie, headers = aKey() } = {}) =>
    stage.api.call('POST', path, { body, cookie, headers })
  const forJeanne = async (changes: object = {}) =>
    (await stage.book(stage.agent.cookie, { date: '2026-11-24', for: JEANNE, ...changes })).body
  const onDate = async (date: string) =>
    (await stage.planning(stage.agent.cookie, `?from=${date}&days=1`)).body.bookings
  beforeAll(async () => {
    stage = await aStaffStage(engine)
  })

  it('books each booking again for the same person, week by week, once however often it is sent', async () => {
    const { id } = await forJeanne()
    const headers = aKey()
    const ask = () => copy({ bookings: [id], weeks: [2, 1] }, { headers })
    const [first, second] = await Promise.all([ask(), ask()])
    expect(first).toMatchObject({ status: 201, body: second?.body })
    expect(first?.body.copies).toMatchObject([
      { of: id, date: '2026-12-01', status: 'confirmed', holderName: 'Jeanne', space: 'bureau' },
      { of: id, date: '2026-12-08', status: 'confirmed' },
    ])
    expect((await ask()).body).toEqual(first?.body)
    expect(await onDate('2026-12-01')).toMatchObject([
      { ...{ start: '08:00', channel: 'counter' }, phone: JEANNE.phone },
    ])
    expect((await reconcile(stage.table, aSite().id)).faults).toEqual([])
  })

  it('shows in the trail who copied it, not who booked the original', async () => {
    const forHer = await forJeanne({ date: '2026-11-27' })
    const { body } = await copy({ bookings: [forHer.id], weeks: [1] })
    const { body: trail } = await stage.api.call('GET', '/audit/site:09410A', {
      cookie: stage.manager.cookie,
    })
    const of = (id: string) => trail.acts.filter((auditEntry: { about: string }) => auditEntry.about === id)
    expect(of(body.copies[0].id)).toMatchObject([{ effect: 'booked', by: 'Claude', action: 'copy-bookings' }])
  })

  it('says why a date is not booked, and books the others', async () => {
    const own = await stage.somebody()
    const { id } = await forJeanne({ date: '2026-11-25', use: 'room' })
    await stage.book(own, { date: '2026-12-02' })
    const { body } = await copy({ bookings: [id], weeks: [1, 2] })
    expect(body.copies).toMatchObject([
      { date: '2026-12-02', refusal: 'taken' },
      { date: '2026-12-09', status: 'confirmed' },
    ])
    expect(body.copies[0].id).toBeUndefined()
  })

  it('has a preview that writes nothing', async () => {
    const { id } = await forJeanne({ date: '2026-11-26' })
    await stage.book(await stage.somebody(), { date: '2026-12-10', use: 'room' })
    const before = await scanAll(stage.table)
    const look = await stage.as(stage.agent.cookie, 'POST', '/sites/09410A/copy-preview', {
      ...{ bookings: [id], weeks: [1, 2] },
    })
    expect(await scanAll(stage.table)).toBe(before)
    expect([look.status, look.body.copies.map(({ refusal }: { refusal?: string }) => refusal)]).toEqual([
      200,
      [undefined, 'taken'],
    ])
  })

  it('makes requests where a space needs approval', async () => {
    const { body } = await stage.book(stage.agent.cookie, {
      ...{ space: 'reunion', use: 'room', date: '2026-11-27', for: { name: 'Le club' } },
    })
    expect((await copy({ bookings: [body.id], weeks: [1] })).body.copies).toMatchObject([
      { refusal: 'not-confirmed' },
    ])
    await stage.as(stage.manager.cookie, 'PUT', `/bookings/${body.id}/approval`, { approved: true })
    expect((await copy({ bookings: [body.id], weeks: [1] })).body.copies).toMatchObject([
      { status: 'requested' },
    ])
  })

  it('books for an association again, as the member who booked before', async () => {
    const club = await anAssociation(stage.api, { name: 'Le club de lecture' })
    const asked = {
      space: 'salle',
      use: 'room',
      date: '2026-11-26',
      start: '18:00',
      end: '20:00',
      as: club.id,
    }
    const { body } = await stage.book(club.member.cookie, asked)
    const { copies } = (await copy({ bookings: [body.id], weeks: [1] })).body
    expect(copies).toMatchObject([
      { date: '2026-12-03', status: 'confirmed', holderName: 'Le club de lecture' },
    ])
    const stored = await stage.api.deps.bookings.findBooking(copies[0].id)
    expect(stored).toMatchObject({ holder: club.id, bookedBy: club.member.id })
    expect((await stage.as(club.lead.cookie, 'GET', `/bookings/${copies[0].id}`)).status).toBe(200)
  })

  it('leaves out people’s own, ended and other sites’ bookings, and lists each of them', async () => {
    const own = await stage.book(await stage.somebody(), { date: '2026-11-28', start: '09:00', end: '10:00' })
    const gone = await forJeanne({ date: '2026-11-28', start: '10:00', end: '11:00' })
    await stage.as(stage.agent.cookie, 'PUT', `/bookings/${gone.id}/cancellation`, { reason: 'Fuite d’eau' })
    const { body } = await copy({ bookings: [own.body.id, gone.id, '0'.repeat(20)], weeks: [1] })
    expect(body.copies.map(({ refusal }: { refusal: string }) => refusal)).toEqual([
      'not-found',
      'cancelled',
      'not-found',
    ])
  })

  it('is for people who may act for others there, while they may', async () => {
    const { id } = await forJeanne({ date: '2026-11-28', start: '14:00', end: '15:00' })
    const left = await stage.withRole('agent')
    await stage.api.deps.grants.withdraw(left.holder, { role: 'agent', scope: atSite(aSite().id) })
    const network = await stage.withRole('network')
    for (const cookie of [left.cookie, network.cookie, await stage.somebody()])
      expect((await copy({ bookings: [id], weeks: [1] }, { cookie })).body.code).toBe('not-found')
    expect(await onDate('2026-12-05')).toEqual([])
  })

  it.each([
    { bookings: [], weeks: [1] },
    { bookings: ['0'.repeat(20)], weeks: [0] },
    { bookings: ['0'.repeat(20)], weeks: [53] },
    { bookings: ['x'], weeks: [1] },
    { bookings: Array(100).fill('0'.repeat(20)), weeks: [1, 2] },
  ])('is refused without weeks, or with too many', async (body) => {
    expect((await copy(body)).body.code).toBe('invalid')
  })
})
