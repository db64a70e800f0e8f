import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { Table } from '../../shared/store/client.ts'
import { type Answer, anApi, patient } from '../support/api.ts'
import { engines } from '../support/engine.ts'
import { atRandom } from '../support/faulty-client.ts'
import { type Api, aHouse, faultyApi, HOUSE, lentSpace } from './house.ts'
import { aDay, type Person, personOf } from './people.ts'
import { withSeed } from './random.ts'
import { reconcile } from './reconcile.ts'

vi.setConfig({ testTimeout: 120_000 })

const TABS = 20
const MOST = 3
const CONFLICTS = 0.3
let people = 0

/** Aliases of one address: a tag, dots, upper case. */
const aliasesOf = (name: string): string[] => [
  `${name}@example.org`,
  `${name}+1@example.org`,
  `${name.split('').join('.')}@example.org`,
  `${name.toUpperCase()}@Example.org`,
]

const count = (answers: readonly Answer[]): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const { status, body } of answers) {
    const outcome = `${status} ${body.rule ?? body.code ?? body.status}`
    counts[outcome] = (counts[outcome] ?? 0) + 1
  }
  return counts
}

describe.each(engines)('fair use on $name', (engine) => {
  let table: Table
  let api: Api
  const aliases = async (): Promise<Person[]> =>
    Promise.all(aliasesOf(`somebody${people++}`).map(async (email) => personOf(await api.signIn(email))))
  const faultsFound = async () => (await reconcile(table, HOUSE.id)).faults
  const contended = (random: () => number) =>
    patient(faultyApi(engine, table, atRandom(random, CONFLICTS, ['conflict'], /TransactWrite/)))

  beforeAll(async () => {
    table = await aHouse(engine, [
      lentSpace('trois', { capacity: 30, fairUse: { activeBookings: MOST } }),
      lentSpace('heures', { capacity: 30, fairUse: { hoursAWeek: 6 } }),
      lentSpace('libre', { capacity: 30 }),
    ])
    api = anApi(table)
  })

  it(`gives one person in ${TABS} tabs by four addresses ${MOST} bookings, whatever the conflicts (31)`, () =>
    withSeed(async (random) => {
      const tabs = await aliases()
      const on = contended(random)
      const requests = Array.from({ length: TABS }, (_, at) => ({
        space: 'trois',
        date: aDay(),
        tab: tabs[at % tabs.length],
      }))
      const answers = await Promise.all(requests.map(async ({ tab, ...request }) => tab?.book(on, request)))
      expect(count(answers.filter((each) => each !== undefined))).toEqual({
        '201 confirmed': MOST,
        '409 active-bookings': TABS - MOST,
      })
      expect(await faultsFound()).toEqual([])
    }))

  it('bounds the hours of a week, however they are booked and moved at once (31)', () =>
    withSeed(async (random) => {
      const tabs = await aliases()
      const on = contended(random)
      const [first, second] = ['2027-11-08', '2027-11-15']
      const dates = Array.from({ length: 5 }, (_, at) => `2027-11-${String(8 + at).padStart(2, '0')}`)
      const booked = await Promise.all(
        dates.flatMap((date, at) =>
          tabs
            .slice(0, 2)
            .map((tab) =>
              tab.book(on, { space: 'heures', date, start: '08:00', end: `${10 + (at % 2)}:00` }),
            ),
        ),
      )
      const hours = booked.filter(({ status }) => status === 201)
      expect(hours.length).toBeGreaterThan(1)
      const other = tabs[2] ?? tabs[0]
      const later = await other?.book(on, { space: 'heures', date: second, start: '08:00', end: '13:00' })
      expect(later?.status).toBe(201)
      const moves = await Promise.all(
        hours.map(({ body }, at) =>
          tabs[at % 2]?.move(on, body.id, { date: second, start: '14:00', end: '16:00' }),
        ),
      )
      for (const { start, end } of [
        { start: first, end: second },
        { start: second, end: '2027-11-22' },
      ]) {
        const { live } = await reconcile(table, HOUSE.id)
        const week = live.filter((each) => each.space === 'heures' && start <= each.date && each.date < end)
        const quarters = week.reduce((all, each) => all + each.end - each.start, 0)
        expect(quarters).toBeLessThanOrEqual(24)
      }
      expect(moves.filter((each) => each?.status === 200)).toEqual([])
      expect(await faultsFound()).toEqual([])
    }))

  it('counts a cancelled booking no longer, though it is cancelled twice at once', async () => {
    const [person] = await aliases()
    if (!person) throw new Error('nobody')
    const days = Array.from({ length: MOST }, aDay)
    const booked = await Promise.all(days.map((date) => person.book(api, { space: 'trois', date })))
    expect((await person.book(api, { space: 'trois', date: aDay() })).body).toMatchObject({
      rule: 'active-bookings',
    })
    const id = booked[0]?.body.id
    await Promise.all([person.cancel(api, id), person.cancel(api, id)])
    expect((await person.book(api, { space: 'trois', date: aDay() })).status).toBe(201)
    expect((await person.book(api, { space: 'trois', date: aDay() })).status).toBe(409)
    expect(await faultsFound()).toEqual([])
  })

  it('counts no booking that moves to a space without rules, until it comes back', async () => {
    const [person] = await aliases()
    if (!person) throw new Error('nobody')
    const days = Array.from({ length: MOST }, aDay)
    const booked = await Promise.all(days.map((date) => person.book(api, { space: 'trois', date })))
    const id = booked[0]?.body.id
    expect((await person.move(api, id, { space: 'libre' })).status).toBe(200)
    expect((await person.book(api, { space: 'trois', date: aDay() })).status).toBe(201)
    expect((await person.move(api, id, { space: 'trois' })).body).toMatchObject({ rule: 'active-bookings' })
    expect(await faultsFound()).toEqual([])
  })

  it('counts a repeated request once, and repeats its answer when the limit is reached', async () => {
    const [person] = await aliases()
    if (!person) throw new Error('nobody')
    const keys = Array.from({ length: MOST }, (_, at) => ({
      'idempotency-key': `fair-use-${people}-${at}-0123456789`,
    }))
    const requests = keys.map((key) => ({ key, request: { space: 'trois', date: aDay() } }))
    const answers = await Promise.all(
      [...requests, ...requests, ...requests].map(({ key, request }) => person.book(api, request, key)),
    )
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201))
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(MOST)
    expect(await faultsFound()).toEqual([])
  })
})
