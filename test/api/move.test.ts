import { beforeAll, describe, expect, it } from 'vitest'
import type { SpaceId } from '../../shared/domain/ids.ts'
import { weekdayOf } from '../../shared/domain/local-date.ts'
import { withOverlappingSpaces } from '../../shared/domain/overlapping-spaces.ts'
import { bookingStore } from '../../shared/store/booking-store.ts'
import type { Table } from '../../shared/store/client.ts'
import { aBookingBody, aKey, anApi } from '../support/api.ts'
import { aSite, aSpace, date } from '../support/builders.ts'
import { engines, freshTable } from '../support/engine.ts'
import { roundsOf } from '../support/scope.ts'
import { seed } from '../support/seed.ts'

const space = (id: string, capacity: number, parts: string[] = []) =>
  aSpace({ id: id as SpaceId, capacity, parts: parts as SpaceId[] })

const spaces = withOverlappingSpaces([
  space('bureau', 1),
  space('other', 1),
  space('a', 2),
  space('b', 3),
  space('whole', 5, ['a', 'b']),
])

describe.each(engines)('a moved booking on $name', (engine) => {
  let table: Table
  let api: ReturnType<typeof anApi>
  let people = 0
  const somebody = () => api.signIn(`mover-${people++}@example.org`)
  const book = (cookie: string, changes = {}) =>
    api.call('POST', '/bookings', { body: aBookingBody(changes), headers: aKey(), cookie })
  const move = (cookie: string, id: string, body: Record<string, unknown>) =>
    api.call('PATCH', `/bookings/${id}`, { body, cookie })
  const taken = async (of: string, day: string) => {
    const { body } = await api.call('GET', `/sites/09410A/availability?from=${day}&days=1`)
    const found = body.days[0].spaces.find((each: { space: string }) => each.space === of)
    return found.free.map(
      ({ start, end, places }: { start: string; end: string; places: number }) => `${start}-${end} ${places}`,
    )
  }

  beforeAll(async () => {
    table = await freshTable(engine)
    if (!spaces.ok) throw new Error(spaces.error.kind)
    await seed(table, aSite(), spaces.value)
    api = anApi(table)
  })

  it('goes wholly to the new time, and frees the old one', async () => {
    const cookie = await somebody()
    const { body } = await book(cookie, { end: '10:00' })
    const moved = await move(cookie, body.id, { date: '2026-11-25', start: '09:00', end: '11:00' })
    expect(moved).toMatchObject({
      status: 200,
      body: { id: body.id, date: '2026-11-25', start: '09:00', end: '11:00', status: 'confirmed' },
    })
    const calendar = await api.call('GET', `/bookings/${body.id}/calendar.ics`, { cookie })
    expect(calendar.body).toContain('\r\nSEQUENCE:1\r\n')
    expect(await taken('bureau', '2026-11-24')).toEqual(['08:00-14:00 1', '18:00-20:00 1'])
    expect(await taken('bureau', '2026-11-25')).toEqual(['08:00-09:00 1', '11:00-14:00 1', '18:00-20:00 1'])
    expect((await api.call('GET', '/me/bookings', { cookie })).body.bookings).toEqual([moved.body])
    expect(
      (await bookingStore(table).listSiteBookings(aSite().id, date('2026-11-24'), date('2026-11-25'))).map(
        ({ id }) => id,
      ),
    ).toEqual([body.id])
  })

  it('may keep a part of its own time', async () => {
    const cookie = await somebody()
    const { body } = await book(cookie, { date: '2026-11-26', end: '10:00' })
    expect((await move(cookie, body.id, { start: '09:00', end: '11:00' })).status).toBe(200)
    expect(await taken('bureau', '2026-11-26')).toEqual(['08:00-09:00 1', '11:00-14:00 1', '18:00-20:00 1'])
  })

  it('is unchanged by repeating the move', async () => {
    const cookie = await somebody()
    const { body } = await book(cookie, { date: '2026-11-27' })
    const once = await move(cookie, body.id, { space: 'other' })
    expect(await move(cookie, body.id, { space: 'other' })).toMatchObject({ status: 200, body: once.body })
    const both = await Promise.all([
      move(cookie, body.id, { space: 'bureau' }),
      move(cookie, body.id, { space: 'bureau' }),
    ])
    expect(both.map(({ status }) => status)).toEqual([200, 200])
    expect(await taken('other', '2026-11-27')).toEqual(['08:00-14:00 1', '18:00-20:00 1'])
  })

  it('stays in place when the new time is taken, and gets alternatives', async () => {
    const [mine, theirs] = [await somebody(), await somebody()]
    const { body } = await book(mine, { date: '2026-11-28', end: '10:00' })
    await book(theirs, { date: '2026-11-28', start: '10:00', end: '12:00' })
    const refused = await move(mine, body.id, { start: '10:00', end: '12:00' })
    expect(refused).toMatchObject({ status: 409, body: { code: 'taken' } })
    expect(refused.body.alternatives.length).toBeGreaterThan(0)
    expect(refused.body).not.toHaveProperty('wanted')
    expect((await api.call('GET', `/bookings/${body.id}`, { cookie: mine })).body).toEqual(body)
  })

  it('ends wholly in one of two places when the new time fills up, day after day', async () => {
    for (let round = 0; round < roundsOf(24); round++) {
      const day = `2026-12-${String(1 + round).padStart(2, '0')}`
      if (weekdayOf(date(day)) > 5) continue
      const [mine, theirs] = [await somebody(), await somebody()]
      const { body } = await book(mine, { date: day, end: '10:00' })
      const [moved, booked] = await Promise.all([
        move(mine, body.id, { start: '10:00', end: '12:00' }),
        book(theirs, { date: day, start: '10:00', end: '12:00' }),
      ])
      expect([moved.status, booked.status].sort()).toEqual(moved.status === 200 ? [200, 409] : [201, 409])
      const { start } = (await api.call('GET', `/bookings/${body.id}`, { cookie: mine })).body
      expect(start).toBe(moved.status === 200 ? '10:00' : '08:00')
      const left = moved.status === 200 ? ['08:00-10:00 1', '12:00-14:00 1'] : ['12:00-14:00 1']
      expect((await taken('bureau', day)).slice(0, -1)).toEqual(left)
    }
  })

  it('takes and frees the parts of a whole', async () => {
    const cookie = await somebody()
    const { body } = await book(cookie, { space: 'whole', use: 'room', date: '2026-11-30', end: '10:00' })
    expect(await book(await somebody(), { space: 'a', date: '2026-11-30', end: '10:00' })).toMatchObject({
      status: 409,
    })
    await move(cookie, body.id, { space: 'a' })
    expect(await taken('b', '2026-11-30')).toEqual(['08:00-14:00 3', '18:00-20:00 3'])
    expect(await taken('whole', '2026-11-30')).toEqual(['08:00-10:00 3', '10:00-14:00 5', '18:00-20:00 5'])
    await api.call('DELETE', `/bookings/${body.id}`, { cookie })
    expect(await taken('whole', '2026-11-30')).toEqual(['08:00-14:00 5', '18:00-20:00 5'])
  })

  it.each([
    [{}, 422, 'invalid'],
    [{ site: '09439A' }, 422, 'invalid'],
    [{ status: 'confirmed' }, 422, 'invalid'],
    [{ start: '12:00' }, 422, 'too-short'],
    [{ start: '13:00' }, 422, 'too-short'],
    [{ date: '2026-11-20' }, 422, 'past'],
    [{ space: 'cave' }, 404, 'not-found'],
  ])('is refused with %o', async (body, status, code) => {
    const cookie = await somebody()
    const booked = await book(cookie, { date: '2027-01-04' })
    const answer = await move(cookie, booked.body.id, body)
    expect([answer.status, answer.body.code]).toEqual([status, code])
    await api.call('DELETE', `/bookings/${booked.body.id}`, { cookie })
    expect((await move(cookie, booked.body.id, { start: '09:00' })).body.code).toBe('cancelled')
  })

  it('is moved by nobody else', async () => {
    const { body } = await book(await somebody(), { date: '2027-01-05' })
    const answer = await move(await somebody(), body.id, { start: '09:00' })
    expect([answer.status, answer.body.code]).toEqual([404, 'not-found'])
  })

  it('sees as free what it can move to: its own units, and gaps too short for others', async () => {
    const day = '2027-01-12'
    const [cookie, other] = [await somebody(), await somebody()]
    const { body } = await book(cookie, { date: day, start: '09:00', end: '10:00' })
    await book(other, { date: day, start: '10:30', end: '14:00' })
    expect(await taken('bureau', day)).toEqual(['08:00-09:00 1', '18:00-20:00 1'])
    const asked = (who?: string) =>
      api.call('GET', `/sites/09410A/availability?from=${day}&days=1&moving=${body.id}`, { cookie: who })
    const answer = await asked(cookie)
    expect(
      answer.body.days[0].spaces.find(({ space: id }: { space: string }) => id === 'bureau').free,
    ).toEqual([
      { start: '08:00', end: '10:30', places: 1 },
      { start: '18:00', end: '20:00', places: 1 },
    ])
    expect([(await asked(other)).status, (await asked()).status]).toEqual([404, 401])
    expect((await move(cookie, body.id, { start: '09:30', end: '10:30' })).status).toBe(200)
  })

  it('gets alternatives only where its holder is free, its own time aside', async () => {
    const day = '2027-01-13'
    const cookie = await somebody()
    const { body } = await book(cookie, { date: day, start: '09:00', end: '11:00' })
    await book(cookie, { date: day, start: '12:00', end: '14:00', space: 'other' })
    await book(await somebody(), { date: day, start: '11:00', end: '12:00' })
    await book(await somebody(), { date: day, start: '11:00', end: '12:00', space: 'other' })
    await book(await somebody(), { date: day, end: '12:00', space: 'whole', use: 'room' })
    const { body: refused } = await move(cookie, body.id, { start: '11:00', end: '12:00' })
    expect(refused.code).toBe('taken')
    expect(
      refused.alternatives.map(({ space: id, start }: { space: string; start: string }) => `${id} ${start}`),
    ).toEqual(['bureau 10:00', 'other 10:00', 'a 18:00'])
  })
})
