import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { hashOf } from '../../functions/use-cases/hash.ts'
import type { HolderId, SiteId } from '../../shared/domain/ids.ts'
import { instantAt } from '../../shared/domain/instant.ts'
import { atSite, type Grant, type StaffRole } from '../../shared/domain/rights.ts'
import { aBookingBody, aKey, type Call } from '../support/api.ts'
import { aSite, NOW, PARIS, TUESDAY, time } from '../support/builders.ts'
import { aDoorStage } from '../support/doors.ts'
import { engines } from '../support/engine.ts'
import { scanAll } from '../support/scan.ts'

const on = (clock: string) => instantAt(TUESDAY, time(clock), PARIS)
const HERE = atSite(aSite().id)
const PATH = `/sites/${aSite().id}/door-codes`

type Line = { booking: string; keypad: object; revision: number; code: string; typed: boolean }

let people = 0

describe.each(engines)('a typed code on $name', (engine) => {
  let stage: Awaited<ReturnType<typeof aDoorStage>>
  let agent: string

  const call = (method: string, path: string, request: Call) => stage.api.call(method, path, request)
  const somebody = async (grant?: Grant, secondFactor = true) => {
    const email = `clavier-${people++}@example.org`
    const cookie = await stage.api.signIn(email, 'Camille', secondFactor)
    const holder = (await stage.api.deps.identities.findByEmail(hashOf('email', email))) as HolderId
    if (grant) await stage.api.deps.grants.give(holder, grant)
    return cookie
  }
  const book = async (changes: Record<string, unknown> = {}, cookie?: string) => {
    const by = cookie ?? (await somebody())
    const { status, body } = await call('POST', '/bookings', {
      body: aBookingBody({ space: 'atelier', ...changes }),
      headers: aKey(),
      cookie: by,
    })
    expect(status).toBe(201)
    return { id: body.id as string, reference: body.reference as string, cookie: by }
  }
  const reading = (cookie = agent, date = '2026-11-24') =>
    call('POST', `${PATH}/readings`, { body: { date }, cookie })
  const list = async (date?: string) => {
    const { status, body } = await reading(agent, date)
    expect(status).toBe(200)
    return body as { toType: Line[]; toDelete: Line[] }
  }
  const lineOf = (id: string, { booking, keypad, revision }: Line, typed = true) => {
    expect(booking).toBe(id)
    return { booking, keypad, revision, typed }
  }
  const note = async (lines: readonly object[], cookie = agent) =>
    call('PUT', PATH, { body: { date: '2026-11-24', lines }, cookie })
  const find = (lines: readonly Line[], id: string) => lines.find(({ booking }) => booking === id)
  const typeIn = async (id: string, date?: string) => {
    const line = find((await list(date)).toType, id) as Line
    expect((await note([lineOf(id, line)])).body).toEqual({ changed: false })
    return line
  }
  const doorOf = async ({ id, cookie }: { id: string; cookie: string }) =>
    (await call('GET', `/bookings/${id}`, { cookie })).body.door
  const trail = async () => {
    const manager = await somebody({ role: 'manager', scope: HERE })
    const { body } = await call('GET', `/audit/site:${aSite().id}`, { cookie: manager })
    return body.acts.map(({ effect }: { effect: string }) => effect)
  }

  beforeAll(async () => {
    stage = await aDoorStage(engine)
    agent = await somebody({ role: 'agent', scope: HERE })
  })
  beforeEach(() => {
    stage.api.clock.now = NOW
  })

  it('is listed for its day with hours, space, digits and window', async () => {
    const { id, reference } = await book()
    await book({ space: 'bureau' })
    await book({ space: 'salle' })
    const { status, headers, body } = await reading()
    expect([status, headers.get('cache-control')]).toEqual([200, 'no-store'])
    expect(body).toEqual({
      date: '2026-11-24',
      toType: [
        {
          ...{ booking: id, reference, revision: 0, space: 'atelier', keypad: { id: 'jardin', digits: 6 } },
          code: expect.stringMatching(/^\d{6}$/),
          ...{
            from: '2026-11-24T07:50',
            until: '2026-11-24T12:00',
            start: '08:00',
            end: '12:00',
            typed: false,
          },
        },
      ],
      toDelete: [],
    })
    expect((await list('2026-11-25')).toType).toEqual([])
    expect(find((await list()).toType, id)?.code).toBe(body.toType[0].code)
  })

  it('is shown to its holder once staff record it as typed, and not before', async () => {
    const booking = await book()
    stage.api.clock.now = on('00:00')
    await stage.tell(booking.id)
    const before = await doorOf(booking)
    expect(before).toMatchObject({ state: 'awaited', byHand: true })
    const { code } = await typeIn(booking.id)
    expect(await doorOf(booking)).toMatchObject({ state: 'shown', code })
    expect(find((await list()).toType, booking.id)).toMatchObject({ typed: true, code })
  })

  it('is typed again when the booking moves, and replaces the earlier one', async () => {
    const booking = await book()
    const { code } = await typeIn(booking.id)
    await call('PATCH', `/bookings/${booking.id}`, {
      body: { start: '09:00', end: '11:00' },
      cookie: booking.cookie,
    })
    const moved = await list()
    expect(find(moved.toType, booking.id)).toMatchObject({ code, typed: false, from: '2026-11-24T08:50' })
    expect(find(moved.toDelete, booking.id)).toBeUndefined()
    await typeIn(booking.id)
    expect(find((await list()).toDelete, booking.id)).toBeUndefined()
    stage.api.clock.now = on('00:00')
    expect(await doorOf(booking)).toMatchObject({ state: 'shown', code })
  })

  it('is to be deleted, on any day’s list, when the booking moves to another day', async () => {
    const booking = await book({ date: '2026-12-01' })
    const { code } = await typeIn(booking.id, '2026-12-01')
    const to = { date: '2026-12-02' }
    await call('PATCH', `/bookings/${booking.id}`, { body: to, cookie: booking.cookie })
    expect(find((await list('2026-12-01')).toDelete, booking.id)).toMatchObject({ code })
    const { toType, toDelete } = await list(to.date)
    expect([find(toType, booking.id)?.typed, find(toDelete, booking.id)]).toEqual([false, undefined])
  })

  it('is to be deleted after a cancellation, until staff record that', async () => {
    const booking = await book()
    const { code } = await typeIn(booking.id)
    await call('DELETE', `/bookings/${booking.id}`, { cookie: booking.cookie })
    const line = find((await list('2026-12-01')).toDelete, booking.id) as Line
    expect(line).toMatchObject({ code, revision: 1 })
    expect((await note([lineOf(booking.id, line, false)])).body).toEqual({ changed: false })
    expect(find((await list()).toDelete, booking.id)).toBeUndefined()
  })

  it('is to be deleted once it has ended, and no longer to be typed', async () => {
    const booking = await book()
    await typeIn(booking.id)
    stage.api.clock.now = on('12:00')
    const { toType, toDelete } = await list()
    expect([find(toType, booking.id), find(toDelete, booking.id)?.booking]).toEqual([undefined, booking.id])
  })

  it('is reported as changed, and to be deleted, when it was typed during a cancellation', async () => {
    const booking = await book()
    const line = find((await list()).toType, booking.id) as Line
    await call('DELETE', `/bookings/${booking.id}`, { cookie: booking.cookie })
    expect((await note([lineOf(booking.id, line)])).body).toEqual({ changed: true })
    expect(find((await list()).toDelete, booking.id)).toMatchObject({ code: line.code })
  })

  it('is logged in the trail once per reading and once when it is typed', async () => {
    const { id } = await book()
    const before = await trail()
    stage.api.clock.now = (NOW + 1000) as typeof NOW
    const line = find((await list()).toType, id) as Line
    stage.api.clock.now = (NOW + 2000) as typeof NOW
    await note([lineOf(id, line)])
    stage.api.clock.now = (NOW + 3000) as typeof NOW
    await note([lineOf(id, line)])
    const after = await trail()
    const count = (acts: string[], effect: string) => acts.filter((each) => each === effect).length
    expect(count(after, 'codes-read') - count(before, 'codes-read')).toBe(1)
    expect(count(after, 'codes-typed') - count(before, 'codes-typed')).toBe(1)
  })

  it('stays recorded at a keypad that a lock knew before, whatever is sent since', async () => {
    const manager = await somebody({ role: 'manager', scope: HERE })
    const booking = await book({ space: 'bureau' })
    const told = await stage.tell(booking.id)
    const { body } = await call('GET', `/sites/${aSite().id}/lent-spaces`, { cookie: manager })
    const { id, ended, settled, unstaffed, ...setUp } = body.spaces.find(
      (space: { id: string }) => space.id === 'bureau',
    )
    const access = { kind: 'door-code', door: { ...setUp.access.door, byHand: true } }
    const path = `/sites/${aSite().id}/spaces/bureau`
    expect((await call('PUT', path, { body: { ...setUp, access }, cookie: manager })).status).toBe(200)
    await stage.tell(booking.id)
    expect(await typeIn(booking.id)).toMatchObject({ code: told })
    await stage.tell(booking.id)
    stage.api.clock.now = on('08:00')
    expect(await doorOf(booking)).toMatchObject({ state: 'shown', code: told })
  })

  it('of somebody else is not recorded by late news of an earlier booking', async () => {
    const booking = await book()
    const { revision, keypad } = find((await list()).toType, booking.id) as Line
    await call('PATCH', `/bookings/${booking.id}`, { body: { start: '09:00' }, cookie: booking.cookie })
    await typeIn(booking.id)
    await note([{ booking: booking.id, keypad, revision, typed: false }])
    stage.api.clock.now = on('00:00')
    expect(await doorOf(booking)).toMatchObject({ state: 'shown' })
  })

  it.each<[string, StaffRole | undefined, string, boolean]>([
    ['who is nobody there', undefined, aSite().id, true],
    ['its mediator', 'mediator', aSite().id, true],
    ['an agent of another site', 'agent', '09439A', true],
    ['its agent without a second factor', 'agent', aSite().id, false],
  ])('does not exist for %s: nothing is written', async (_, role, site, secondFactor) => {
    const { id } = await book()
    await stage.tell(id)
    const cookie = await somebody(role && { role, scope: atSite(site as SiteId) }, secondFactor)
    const before = await scanAll(stage.table)
    const keypad = { id: 'jardin', digits: 6 }
    const answers = [
      await reading(cookie),
      await note([{ booking: id, keypad, revision: 0, typed: true }], cookie),
      await reading(cookie, 'demain'),
    ]
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual(Array(3).fill([404, 'not-found']))
    expect((await call('POST', `${PATH}/readings`, { body: { date: '2026-11-24' } })).status).toBe(401)
    expect(await scanAll(stage.table)).toBe(before)
  })

  it.each([
    ['no line', []],
    ['the same code twice', [0, 0].map((revision) => ({ revision, typed: true }))],
    ['a revision below zero', [{ revision: -1, typed: true }]],
    ['too many digits', [{ revision: 0, typed: true, keypad: { id: 'jardin', digits: 9 } }]],
  ])('is refused with %s: nothing is written', async (_, lines) => {
    const before = await scanAll(stage.table)
    const keypad = { id: 'jardin', digits: 6 }
    const answer = await note(lines.map((line) => ({ booking: '0'.repeat(20), keypad, ...line })))
    expect([answer.status, answer.body.code]).toEqual([422, 'invalid'])
    expect(await scanAll(stage.table)).toBe(before)
  })

  it('of a foreign booking, another keypad, or a future booking is not recorded', async () => {
    const { id } = await book()
    await stage.tell(id)
    const elsewhere = await book({ space: 'bureau' })
    const before = await scanAll(stage.table)
    const keypad = { id: 'jardin', digits: 6 }
    const lines = [
      { booking: '0'.repeat(20), keypad, revision: 0, typed: true },
      { booking: id, keypad, revision: 7, typed: true },
      { booking: elsewhere.id, keypad: { id: 'entree', digits: 6 }, revision: 0, typed: true },
    ]
    expect((await note(lines)).body).toEqual({ changed: true })
    expect(await scanAll(stage.table)).toBe(before)
  })
})
