import { beforeAll, describe, expect, it } from 'vitest'
import { addMinutes, instantAt } from '../../shared/domain/instant.ts'
import { atSite } from '../../shared/domain/rights.ts'
import type { Table } from '../../shared/store/client.ts'
import { lentSpace } from '../proof/house.ts'
import { aDay } from '../proof/people.ts'
import { reconcile } from '../proof/reconcile.ts'
import { aBookingBody, aKey, anApi, patient } from '../support/api.ts'
import { aSite, date, MONDAY_EVENING, NOW, PARIS, time } from '../support/builders.ts'
import { engines, freshTable } from '../support/engine.ts'
import { seed } from '../support/seed.ts'
import { type Api, holderOf } from '../support/waitlist-entry.ts'

const HOURS = 48
const AFTER = addMinutes(MONDAY_EVENING, 24 * 60)

describe.each(engines)('a booking request on $name', (engine) => {
  let table: Table
  let api: Api
  let manager: string
  let people = 0
  const somebody = () => api.signIn(`asker-${people++}@example.org`)
  const ask = (cookie: string, changes: Record<string, unknown>) =>
    api.call('POST', '/bookings', {
      body: aBookingBody({ space: 'salle', ...changes }),
      headers: aKey(),
      cookie,
    })
  const answer = (id: string, body: Record<string, unknown>, cookie = manager) =>
    api.call('PUT', `/bookings/${id}/approval`, { body, cookie })
  const placesOn = async (day: string) => {
    const { body } = await api.call('GET', `/sites/09410A/availability?from=${day}&days=1`)
    const { free } = body.days[0].spaces.find((each: { space: string }) => each.space === 'salle')
    return free.map(
      ({ start, end, places }: { start: string; end: string; places: number }) => `${start}-${end} ${places}`,
    )
  }

  beforeAll(async () => {
    table = await freshTable(engine)
    const approval = { hours: HOURS }
    await seed(table, aSite(), [
      lentSpace('salle', { capacity: 1, approval }),
      lentSpace('grande', { capacity: 60, approval }),
    ])
    api = patient(anApi(table))
    manager = await api.signIn('manager@example.org', 'Dominique')
    await api.deps.grants.give(await holderOf(api, 'manager@example.org'), {
      role: 'manager',
      scope: atSite(aSite().id),
    })
  })

  it('holds its units like a booking until the answer is due', async () => {
    const day = aDay()
    const asked = await ask(await somebody(), { date: day })
    expect(asked).toMatchObject({
      status: 201,
      body: { status: 'requested', until: '2026-11-24T18:00', cancellable: true },
    })
    expect(await placesOn(day)).toEqual(['12:00-20:00 1'])
    expect((await ask(await somebody(), { date: day })).body.code).toBe('taken')
  })

  it('is approved or refused, and only the same answer can be repeated', async () => {
    const [yes, no, day] = [await somebody(), await somebody(), aDay()]
    const [first, second] = [
      (await ask(yes, { date: day, end: '10:00' })).body,
      (await ask(no, { date: day, start: '10:00' })).body,
    ]
    const approved = await answer(first.id, { approved: true, note: 'La clé est à la mairie.' })
    expect(approved).toMatchObject({ status: 200, body: { status: 'confirmed', holderName: 'Camille' } })
    const refused = await answer(second.id, { approved: false, note: 'La salle est en travaux.' })
    expect(refused).toMatchObject({ status: 200, body: { status: 'cancelled', cause: 'not-approved' } })
    expect(await answer(first.id, { approved: true })).toMatchObject({ status: 200, body: approved.body })
    expect(await answer(second.id, { approved: false })).toMatchObject({ status: 200, body: refused.body })
    for (const [id, status, approves] of [
      [first.id, 'confirmed', false],
      [second.id, 'cancelled', true],
    ] as const)
      expect((await answer(id, { approved: approves })).body).toMatchObject({
        code: 'already-answered',
        bookingStatus: status,
      })
    expect((await api.call('GET', `/bookings/${first.id}`, { cookie: yes })).body).toMatchObject({
      status: 'confirmed',
      note: 'La clé est à la mairie.',
    })
    expect(await placesOn(day)).toEqual(['10:00-20:00 1'])
  })

  it('does not exist for people who may not approve at the site', async () => {
    const asker = await somebody()
    const { body } = await ask(asker, { date: aDay() })
    const elsewhere = await somebody()
    await api.deps.grants.give(await holderOf(api, `asker-${people - 1}@example.org`), {
      role: 'manager',
      scope: atSite('09439A' as never),
    })
    for (const cookie of [asker, elsewhere]) {
      expect((await answer(body.id, { approved: true }, cookie)).body.code).toBe('not-found')
      expect((await api.call('GET', '/sites/09410A/requests', { cookie })).body.code).toBe('not-found')
    }
    expect((await answer('0'.repeat(20), { approved: true })).body.code).toBe('not-found')
    expect((await answer(body.id, { approved: 'yes' })).body.code).toBe('invalid')
    for (const note of ['a\u0000b', 'a\u202eb', '\u200d\u200d', '\u200b'])
      expect((await answer(body.id, { approved: true, note })).body.code).toBe('invalid')
    expect(
      (await api.call('PUT', `/bookings/${body.id}/approval`, { body: { approved: true } })).status,
    ).toBe(401)
  })

  it('is listed until it is answered, soonest due first', async () => {
    const asker = await api.signIn('lister@example.org', 'Sacha')
    const { body } = await ask(asker, { space: 'grande', date: aDay(), use: 'room' })
    const list = async () =>
      (await api.call('GET', '/sites/09410A/requests', { cookie: manager })).body.requests
    const before = await list()
    expect(before).toContainEqual({
      ...{ id: body.id, reference: body.reference, holderName: 'Sacha', until: '2026-11-24T18:00' },
      ...{ space: { id: 'grande', name: 'Bureau partagé' }, date: body.date, start: '08:00', end: '12:00' },
      ...{ use: 'room', places: 60 },
    })
    expect(before.map(({ until }: { until: string }) => until)).toEqual(
      before.map(({ until }: { until: string }) => until).sort(),
    )
    await answer(body.id, { approved: true })
    expect((await list()).map(({ id }: { id: string }) => id)).not.toContain(body.id)
  })

  it('can be withdrawn, and not approved after that', async () => {
    const [asker, day] = [await somebody(), aDay()]
    const { body } = await ask(asker, { date: day })
    expect((await api.call('DELETE', `/bookings/${body.id}`, { cookie: asker })).body).toMatchObject({
      status: 'cancelled',
      cause: 'holder',
    })
    expect((await answer(body.id, { approved: true })).body.code).toBe('not-requested')
    expect(await placesOn(day)).toEqual(['08:00-20:00 1'])
  })

  it('is asked for again when a booking moves', async () => {
    const asker = await somebody()
    const { body } = await ask(asker, { date: aDay() })
    const move = (start: string) =>
      api.call('PATCH', `/bookings/${body.id}`, { body: { start, end: '14:00' }, cookie: asker })
    expect((await move('09:00')).body.code).toBe('not-confirmed')
    await answer(body.id, { approved: true })
    const moved = await move('10:00')
    expect(moved.body).toMatchObject({ status: 'requested', start: '10:00', until: '2026-11-24T18:00' })
    expect(await move('10:00')).toMatchObject({ status: 200, body: moved.body })
    const calendar = async () =>
      (await api.call('GET', `/bookings/${body.id}/calendar.ics`, { cookie: asker })).body
    expect(await calendar()).toMatch(/SEQUENCE:2\r\n[\s\S]*STATUS:TENTATIVE/)
    expect((await answer(body.id, { approved: true })).body.status).toBe('confirmed')
    expect(await calendar()).toMatch(/SEQUENCE:3\r\n[\s\S]*STATUS:CONFIRMED/)
  })

  it('of a series is made for each date, and cancelling the series withdraws open ones', async () => {
    const [asker, from] = [await somebody(), aDay()]
    const { date: _, ...place } = aBookingBody({
      space: 'salle',
      from,
      rule: 'FREQ=WEEKLY;COUNT=3',
      mode: 'possible',
    }) as Record<string, unknown>
    const series = (await api.call('POST', '/series', { body: place, headers: aKey(), cookie: asker })).body
    const statuses = (body: { dates: { status: string }[] }) => body.dates.map(({ status }) => status)
    expect(statuses(series)).toEqual(['requested', 'requested', 'requested'])
    await answer(series.dates[0].booking, { approved: true })
    await answer(series.dates[1].booking, { approved: false })
    expect(statuses((await api.call('GET', `/series/${series.id}`, { cookie: asker })).body)).toEqual([
      'confirmed',
      'cancelled',
      'requested',
    ])
    const cancelled = await api.call('DELETE', `/series/${series.id}`, { cookie: asker })
    expect(statuses(cancelled.body)).toEqual(['cancelled', 'cancelled', 'cancelled'])
  })

  it('competes for units: one of two is held, and approval never overbooks (5)', async () => {
    const day = aDay()
    const askers = await Promise.all(Array.from({ length: 6 }, somebody))
    const answers = await Promise.all(askers.map((cookie) => ask(cookie, { date: day })))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409])
    const id = answers.find(({ status }) => status === 201)?.body.id
    const approvals = await Promise.all(Array.from({ length: 5 }, () => answer(id, { approved: true })))
    expect(approvals.map(({ body }) => body.status)).toEqual(Array(5).fill('confirmed'))
    expect(await placesOn(day)).toEqual(['12:00-20:00 1'])
    expect((await reconcile(table, aSite().id)).faults).toEqual([])
  })

  it('expires on time when nobody answers fifty of them and no job runs (33)', async () => {
    const day = aDay()
    const askers = await Promise.all(Array.from({ length: 50 }, somebody))
    const asked = await Promise.all(askers.map((cookie) => ask(cookie, { space: 'grande', date: day })))
    expect(asked.map(({ body }) => body.status)).toEqual(Array(50).fill('requested'))
    const newcomer = await somebody()
    const wanted = { space: 'grande', date: day, use: 'room' }
    api.clock.now = addMinutes(AFTER, -1)
    expect((await ask(newcomer, wanted)).body.code).toBe('taken')
    api.clock.now = AFTER
    const { body } = await api.call('GET', `/sites/09410A/availability?from=${day}&days=1`)
    expect(body.days[0].spaces.find((each: { space: string }) => each.space === 'grande').free).toEqual([
      { start: '08:00', end: '20:00', places: 60 },
    ])
    expect((await answer(asked[0]?.body.id, { approved: true })).body.code).toBe('hold-ended')
    expect(
      (await api.call('GET', `/bookings/${asked[1]?.body.id}`, { cookie: askers[1] })).body,
    ).toMatchObject({
      status: 'cancelled',
      cause: 'lapsed',
      cancellable: false,
    })
    expect((await api.call('GET', '/sites/09410A/requests', { cookie: manager })).body.requests).toEqual([])
    expect((await ask(newcomer, wanted)).body.status).toBe('requested')
    api.clock.now = NOW
    expect((await reconcile(table, aSite().id)).faults).toEqual([])
  })

  it('is due in counter hours: one of Saturday evening waits for Monday, and for the end of a closure', async () => {
    const saturday = instantAt(date('2026-11-21'), time('17:15'), PARIS)
    api.clock.now = saturday
    const by = async () => {
      const { body } = await api.call('GET', '/sites/09410A')
      return body.spaces.find(({ id }: { id: string }) => id === 'salle').approval
    }
    expect(await by()).toEqual({ hours: HOURS, by: '2026-11-24T18:00' })
    const asker = await somebody()
    const first = await ask(asker, { date: aDay() })
    expect(first.body.until).toBe('2026-11-24T18:00')
    const soon = await ask(await somebody(), { date: '2026-11-24', start: '15:00', end: '16:00' })
    expect(soon.body.until).toBe('2026-11-24T15:00')
    const closure = { kind: 'unexpected', reason: 'Fuite d’eau', from: '2026-11-23', end: '23:00' }
    const closed = await api.call('POST', '/sites/09410A/closures', {
      body: closure,
      headers: aKey(),
      cookie: manager,
    })
    expect(await by()).toEqual({ hours: HOURS, by: '2026-11-25T18:00' })
    expect((await ask(await somebody(), { date: aDay() })).body.until).toBe('2026-11-25T18:00')
    expect((await api.call('GET', `/bookings/${first.body.id}`, { cookie: asker })).body.until).toBe(
      '2026-11-24T18:00',
    )
    await answer(first.body.id, { approved: true })
    const moved = await api.call('PATCH', `/bookings/${first.body.id}`, {
      body: { start: '09:00' },
      cookie: asker,
    })
    expect(moved.body.until).toBe('2026-11-25T18:00')
    await api.call('DELETE', `/sites/09410A/closures/${closed.body.id}`, { cookie: manager })
    expect(await by()).toEqual({ hours: HOURS, by: '2026-11-24T18:00' })
    api.clock.now = NOW
  })
})
