import { beforeAll, describe, expect, it } from 'vitest'
import type { SpaceId } from '../../shared/domain/ids.ts'
import { instantAt } from '../../shared/domain/instant.ts'
import { aBookingBody, aKey, anApi, patient } from '../support/api.ts'
import { aSite, aSpace, NOW, PARIS, type TUESDAY, time } from '../support/builders.ts'
import { engines, freshTable } from '../support/engine.ts'
import { roundsOf } from '../support/scope.ts'
import { seed } from '../support/seed.ts'

const spaces = ['bureau', 'race', 'desks', 'cancel', 'keys', 'tabs', 'full'].map((id) =>
  aSpace({ id: id as SpaceId, capacity: id === 'race' || id === 'full' ? 1 : id === 'desks' ? 3 : 5 }),
)

/** Ten when everything runs, two every day. */
const ROUNDS = roundsOf(10)

describe.each(engines)('the API on $name', (engine) => {
  let api: ReturnType<typeof anApi>
  let people = 0
  const somebody = () => api.signIn(`person-${people++}@example.org`)
  const book = (cookie: string | undefined, changes = {}, headers = aKey()) =>
    api.call('POST', '/bookings', { body: aBookingBody(changes), headers, cookie })

  beforeAll(async () => {
    const table = await freshTable(engine)
    await seed(table, aSite(), spaces)
    api = patient(anApi(table))
  })

  it('books a desk, reads it back and lists it', async () => {
    const cookie = await somebody()
    const booked = await book(cookie)
    expect(booked.status).toBe(201)
    expect(booked.body).toEqual({
      id: expect.stringMatching(/^[0-9a-z]{20}$/),
      reference: expect.stringMatching(/^[0-9A-Z]{4}-[0-9A-Z]{2}$/),
      status: 'confirmed',
      site: {
        id: '09410A',
        name: 'Montmirail',
        address: '9 rue Lucien Mathieu',
        postcode: '51210',
        commune: 'Montmirail',
        phone: '3631',
        timeZone: 'Europe/Paris',
      },
      space: {
        id: 'bureau',
        name: 'Bureau partagé',
        amenities: ['wifi'],
        access: { kind: 'open' },
        price: { per: 'free' },
      },
      date: '2026-11-24',
      start: '08:00',
      end: '12:00',
      use: 'desk',
      places: 1,
      holderName: 'Camille',
      begun: false,
      cancellable: true,
    })
    expect((await api.call('GET', `/bookings/${booked.body.id}`, { cookie })).body).toEqual(booked.body)
    expect((await api.call('GET', '/me/bookings', { cookie })).body).toEqual({
      bookings: [booked.body],
      associations: [],
    })
  })

  it('gives one unit to one of fifty people at once, in each round', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const cookies = await Promise.all(Array.from({ length: 50 }, somebody))
      const day = {
        space: 'race',
        date: `2026-12-${String(round + 1).padStart(2, '0')}`,
        start: '08:00',
        end: '09:00',
      }
      if (round === 5) day.date = '2026-12-12'
      const answers = await Promise.all(cookies.map((cookie) => book(cookie, day)))
      const statuses = answers.map(({ status, body }) => `${status} ${body.code ?? ''}`).sort()
      expect(statuses).toEqual(['201 ', ...Array(49).fill('409 taken')])
      const { body } = await api.call('GET', `/sites/09410A/availability?from=${day.date}&days=1`)
      const race = body.days[0].spaces.find(({ space }: { space: string }) => space === 'race')
      expect(race.free[0].start).toBe('09:00')
    }
  }, 120_000)

  it('gives three units to three of ten people at once', async () => {
    const cookies = await Promise.all(Array.from({ length: 10 }, somebody))
    const answers = await Promise.all(cookies.map((cookie) => book(cookie, { space: 'desks' })))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(3)
    expect(answers.filter(({ body }) => body.code === 'taken')).toHaveLength(7)
  })

  it('lets one person with two tabs book one of two units at the same time', async () => {
    const cookie = await somebody()
    const answers = await Promise.all([book(cookie, { space: 'tabs' }), book(cookie, { space: 'bureau' })])
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('holder-busy')
  })

  it('answers a taken time with the nearest other times of that day', async () => {
    await book(await somebody(), { space: 'full', start: '09:00', end: '11:00' })
    const { status, body } = await book(await somebody(), { space: 'full', start: '09:00', end: '11:00' })
    expect([status, body.code]).toEqual([409, 'taken'])
    const other = { space: 'full', date: '2026-11-24', places: 1 }
    expect(body.alternatives).toEqual([
      { ...other, start: '11:00', end: '13:00' },
      { ...other, start: '18:00', end: '20:00' },
    ])
  })

  describe('with an Idempotency-Key', () => {
    it('books once, twenty times at once and for ever', async () => {
      const [cookie, key] = [await somebody(), aKey()]
      const answers = await Promise.all(
        Array.from({ length: 20 }, () => book(cookie, { space: 'keys' }, key)),
      )
      expect(new Set(answers.map(({ status, body }) => `${status} ${body.id}`)).size).toBe(1)
      const again = await book(cookie, { space: 'keys' }, key)
      expect(again).toMatchObject({ status: 201, body: answers[0]?.body })
      const { body } = await api.call('GET', '/me/bookings', { cookie })
      expect(body.bookings).toHaveLength(1)
    })

    it('answers the same booking after it has ended, and after it was cancelled', async () => {
      const [cookie, key] = [await somebody(), aKey()]
      const booked = await book(cookie, { space: 'keys', date: '2026-11-25' }, key)
      await api.call('DELETE', `/bookings/${booked.body.id}`, { cookie })
      const again = await book(cookie, { space: 'keys', date: '2026-11-25' }, key)
      expect(again.body).toMatchObject({ id: booked.body.id, status: 'cancelled' })
    })

    it('refuses another request under the same key', async () => {
      const [cookie, key] = [await somebody(), aKey()]
      await book(cookie, { space: 'keys', date: '2026-11-26' }, key)
      const other = await book(cookie, { space: 'keys', date: '2026-11-27' }, key)
      expect([other.status, other.body.code]).toEqual([422, 'key-reused'])
    })

    it('treats the same key of another person as another key', async () => {
      const key = aKey()
      const [one, two] = [
        await book(await somebody(), { space: 'keys', date: '2026-11-28' }, key),
        await book(await somebody(), { space: 'keys', date: '2026-11-28' }, key),
      ]
      expect([one.status, two.status]).toEqual([201, 201])
      expect(one.body.id).not.toBe(two.body.id)
    })
  })

  describe('on a cancellation', () => {
    it('frees the units for somebody else, and repeating changes nothing', async () => {
      const cookie = await somebody()
      const booked = await book(cookie, { space: 'cancel', use: 'room' })
      expect((await book(await somebody(), { space: 'cancel' })).status).toBe(409)
      const cancelled = await api.call('DELETE', `/bookings/${booked.body.id}`, { cookie })
      expect(cancelled).toMatchObject({ status: 200, body: { status: 'cancelled', cancellable: false } })
      expect((await api.call('DELETE', `/bookings/${booked.body.id}`, { cookie })).body).toEqual(
        cancelled.body,
      )
      expect((await book(await somebody(), { space: 'cancel' })).status).toBe(201)
      expect((await book(cookie, { space: 'cancel' })).status).toBe(201)
    })

    it('refuses a booking that has started', async () => {
      const cookie = await somebody()
      const { body } = await book(cookie, { space: 'cancel', date: '2026-11-25' })
      api.clock.now = instantAt('2026-11-25' as typeof TUESDAY, time('08:00'), PARIS)
      const late = await api.call('DELETE', `/bookings/${body.id}`, { cookie })
      api.clock.now = NOW
      expect([late.status, late.body.code]).toEqual([409, 'already-started'])
    })
  })

  it('answers a foreign booking like an absent one, for every method', async () => {
    const { body } = await book(await somebody(), { space: 'bureau', date: '2026-11-26' })
    const stranger = await somebody()
    const absent = await api.call('GET', '/bookings/00000000000000000000', { cookie: stranger })
    expect(absent.status).toBe(404)
    for (const [method, path] of [
      ['GET', ''],
      ['DELETE', ''],
      ['GET', '/calendar.ics'],
    ] as const) {
      const answer = await api.call(method, `/bookings/${body.id}${path}`, { cookie: stranger })
      expect([answer.status, answer.body]).toEqual([404, absent.body])
    }
  })

  it('gives an event for any calendar, in the site’s time', async () => {
    const cookie = await somebody()
    const { body } = await book(cookie, { date: '2026-11-27' })
    const calendar = await api.call('GET', `/bookings/${body.id}/calendar.ics`, { cookie })
    expect(calendar.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    expect(calendar.body).toContain('\r\nDTSTART;TZID=Europe/Paris:20261127T080000\r\n')
    expect(calendar.body).toContain('\r\nTZOFFSETTO:+0100\r\n')
    expect(calendar.body).toContain('\r\nSTATUS:CONFIRMED\r\n')
  })
})
