import { beforeAll, describe, expect, it, vi } from 'vitest'
import { bookingStore } from '../../shared/store/booking-store.ts'
import type { Table } from '../../shared/store/client.ts'
import { type Answer, aBookingBody, aKey, anApi, patient } from '../support/api.ts'
import { date } from '../support/builders.ts'
import { engines } from '../support/engine.ts'
import { atRandom } from '../support/faulty-client.ts'
import { scanAll } from '../support/scan.ts'
import { roundsOf } from '../support/scope.ts'
import { type Api, aHouse, faultyApi, HOUSE, lentSpace } from './house.ts'
import { aDay, aPerson, manyPeople } from './people.ts'
import { withSeed } from './random.ts'
import { reconcile } from './reconcile.ts'

vi.setConfig({ testTimeout: 120_000 })

const CONTENDERS = 50
const ROUNDS = roundsOf(5)
const CONFLICTS = 0.3

const outcomeCounts = (answers: readonly Answer[]): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const { status, body } of answers) {
    const outcome = `${status} ${body.code ?? body.status}`
    counts[outcome] = (counts[outcome] ?? 0) + 1
  }
  return counts
}

const times = <T>(count: number, make: () => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, make))

describe.each(engines)('the API on $name', (engine) => {
  let table: Table
  let api: Api
  const somebody = () => aPerson(api)
  const faultsFound = async () => (await reconcile(table, HOUSE.id)).faults
  const contended = (random: () => number) =>
    patient(faultyApi(engine, table, atRandom(random, CONFLICTS, ['conflict'], /TransactWrite/)))
  const timesOn = async (day: string) =>
    (await bookingStore(table).listSiteBookings(HOUSE.id, date(day), date(day))).map(
      ({ space, start, end }) => `${space} ${start}-${end}`,
    )

  beforeAll(async () => {
    table = await aHouse(engine, [
      lentSpace('seul', { capacity: 1 }),
      lentSpace('bureau', { capacity: 3 }),
      lentSpace('salle', { capacity: 5 }),
    ])
    api = patient(anApi(table))
  })

  it('gives the last place to one of fifty people at once, a third of the writes in conflict (1)', () =>
    withSeed(async (random) => {
      const people = await manyPeople(table, CONTENDERS)
      const on = contended(random)
      for (let round = 0; round < ROUNDS; round++) {
        const place = { space: 'seul', date: aDay() }
        const answers = await Promise.all(people.map((person) => person.book(on, place)))
        expect(outcomeCounts(answers)).toEqual({ '201 confirmed': 1, '409 taken': CONTENDERS - 1 })
      }
      expect(await faultsFound()).toEqual([])
    }))

  it('gives one booking to a person who books two spaces for the same time in two tabs (3)', async () => {
    const [person, day] = [await somebody(), aDay()]
    const both = ['salle', 'bureau'].map((space) => person.book(api, { space, date: day }))
    expect(outcomeCounts(await Promise.all(both))).toEqual({ '201 confirmed': 1, '409 holder-busy': 1 })
  })

  it('gives the last three places to three of ten people at once (4)', async () => {
    const [people, day] = [await manyPeople(table, 10), aDay()]
    const answers = await Promise.all(
      people.map((person) => person.book(api, { space: 'bureau', date: day })),
    )
    expect(outcomeCounts(answers)).toEqual({ '201 confirmed': 3, '409 taken': 7 })
  })

  it('moves a booking wholly or leaves it where it is, while somebody books its new place (8)', () =>
    withSeed(async (random) => {
      const on = contended(random)
      for (let round = 0; round < ROUNDS * 4; round++) {
        const [mine, theirs, day] = [await somebody(), await somebody(), aDay()]
        const { body } = await mine.book(api, { space: 'salle', date: day })
        const [moved, booked] = await Promise.all([
          mine.move(on, body.id, { space: 'seul' }),
          theirs.book(on, { space: 'seul', date: day }),
        ])
        const isMoved = moved.status === 200
        expect([moved.status, booked.status]).toEqual(isMoved ? [200, 409] : [409, 201])
        expect(await timesOn(day)).toEqual(
          isMoved ? ['seul 32-48'] : expect.arrayContaining(['salle 32-48', 'seul 32-48']),
        )
      }
      expect(await faultsFound()).toEqual([])
    }))

  it('makes a move once that is sent ten times at once, and answers each time that it is made (8)', () =>
    withSeed(async (random) => {
      const on = contended(random)
      for (let round = 0; round < ROUNDS * 2; round++) {
        const [person, day] = [await somebody(), aDay()]
        const { body } = await person.book(api, { space: 'salle', date: day })
        const answers = await times(10, () =>
          person.move(on, body.id, { space: 'seul', start: '11:00', end: '13:00' }),
        )
        expect(outcomeCounts(answers)).toEqual({ '200 confirmed': 10 })
        expect(await timesOn(day)).toEqual(['seul 44-52'])
      }
      expect(await faultsFound()).toEqual([])
    }))

  it('frees the places of a cancellation once that is sent ten times at once (9)', () =>
    withSeed(async (random) => {
      const [person, other, day] = [await somebody(), await somebody(), aDay()]
      const { body } = await person.book(api, { space: 'salle', date: day })
      await other.book(api, { space: 'salle', date: day })
      const on = contended(random)
      expect(outcomeCounts(await times(10, () => person.cancel(on, body.id)))).toEqual({
        '200 cancelled': 10,
      })
      expect(await faultsFound()).toEqual([])
    }))

  it('takes a cancellation and a booking of the last place at once, in either order (9)', () =>
    withSeed(async (random) => {
      const on = contended(random)
      for (let round = 0; round < ROUNDS * 4; round++) {
        const [mine, theirs, day] = [await somebody(), await somebody(), aDay()]
        const { body } = await mine.book(api, { space: 'seul', date: day })
        const [cancelled, booked] = await Promise.all([
          mine.cancel(on, body.id),
          theirs.book(on, { space: 'seul', date: day }),
        ])
        expect(cancelled.status).toBe(200)
        expect([201, 409]).toContain(booked.status)
        expect(await timesOn(day)).toHaveLength(booked.status === 201 ? 1 : 0)
      }
      expect(await faultsFound()).toEqual([])
    }))

  it('answers a repeated key with the same booking, at the place that it has moved to (14)', async () => {
    const [person, key, place] = [await somebody(), aKey(), { space: 'salle', date: aDay() }]
    const { body } = await person.book(api, place, key)
    const moved = await person.move(api, body.id, { space: 'bureau', start: '14:00', end: '15:00' })
    expect(await person.book(api, place, key)).toMatchObject({ status: 201, body: moved.body })
  })

  it('refuses the same key for another request (15)', async () => {
    const [person, key, day] = [await somebody(), aKey(), aDay()]
    await person.book(api, { space: 'salle', date: day }, key)
    for (const change of [
      { space: 'bureau' },
      { start: '09:00' },
      { use: 'room' },
      { places: 2 },
      { date: aDay() },
    ]) {
      const answer = await person.book(api, { space: 'salle', date: day, ...change }, key)
      expect([answer.status, answer.body.code], JSON.stringify(change)).toEqual([422, 'key-reused'])
    }
    expect(await timesOn(day)).toHaveLength(1)
  })

  it('makes one booking of a key sent twenty times at once, a third of the writes in conflict (16)', () =>
    withSeed(async (random) => {
      const on = contended(random)
      for (let round = 0; round < ROUNDS * 4; round++) {
        const [person, key, place] = [
          await somebody(),
          aKey(),
          { space: round % 2 ? 'seul' : 'salle', date: aDay() },
        ]
        const answers = await times(20, () => person.book(on, place, key))
        expect(outcomeCounts(answers)).toEqual({ '201 confirmed': 20 })
        expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1)
      }
      expect(await faultsFound()).toEqual([])
    }))

  it('makes another booking of the same key from another person (17)', async () => {
    const [one, two, key, day] = [await somebody(), await somebody(), aKey(), aDay()]
    const [mine, theirs] = [
      await one.book(api, { space: 'salle', date: day }, key),
      await two.book(api, { space: 'bureau', date: day }, key),
    ]
    expect([mine.status, theirs.status]).toEqual([201, 201])
    expect(theirs.body.id).not.toBe(mine.body.id)
    expect((await two.read(api, mine.body.id)).status).toBe(404)
  })

  it.each([[undefined], ['short'], ['with spaces in the key'], ['x'.repeat(65)], ['clé-avec-des-accents']])(
    'refuses the key %s with 400 and writes nothing (18)',
    async (key) => {
      const { cookie } = await somebody()
      const before = await scanAll(table)
      const headers = key === undefined ? {} : { 'idempotency-key': encodeURI(key) }
      const body = aBookingBody({ space: 'salle', date: aDay() })
      const answer = await api.call('POST', '/bookings', { body, headers, cookie })
      expect([answer.status, answer.body.code]).toEqual([400, 'key-missing'])
      expect(await scanAll(table)).toBe(before)
    },
  )
})
