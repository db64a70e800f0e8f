import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { Dependencies } from '../../functions/dependencies.ts'
import { endLapsed } from '../../functions/use-cases/commit-and-offer.ts'
import type { BookingId } from '../../shared/domain/ids.ts'
import type { Instant } from '../../shared/domain/instant.ts'
import type { Table } from '../../shared/store/client.ts'
import { type Answer, anApi, patient } from '../support/api.ts'
import { engines } from '../support/engine.ts'
import { atRandom } from '../support/faulty-client.ts'
import { roundsOf } from '../support/scope.ts'
import { seedDirectory } from '../support/seed.ts'
import { readWaitlistEntryOn, waitOn } from '../support/waitlist.ts'
import { type Api, aHouse, faultyApi, HOUSE, lentSpace } from './house.ts'
import { aDay, aPerson, manyPeople, type Person } from './people.ts'
import { withSeed } from './random.ts'
import { reconcile } from './reconcile.ts'

vi.setConfig({ testTimeout: 120_000 })

const CONFLICTS = 0.3
const ROUNDS = roundsOf(20)
const CROWD = 30

const outcome = ({ status, body }: Answer) => `${status} ${body.code ?? body.status}`

describe.each(engines)('the waitlist on $name', (engine) => {
  let table: Table
  let api: Api
  const somebody = () => aPerson(api)
  const faultsFound = async () => (await reconcile(table, HOUSE.id)).faults
  const contended = (random: () => number) =>
    patient(faultyApi(engine, table, atRandom(random, CONFLICTS, ['conflict'], /TransactWrite/)))

  const waitFor = async (
    person: Person,
    day: string,
    changes: Record<string, unknown> = {},
  ): Promise<string> => {
    api.clock.now = (api.clock.now + 1) as Instant
    const window = { date: day, from: '08:00', to: '12:00', minutes: 240, space: 'seul' }
    const { status, body } = await waitOn(api, person.cookie, { ...window, ...changes })
    expect(status, JSON.stringify(body)).toBe(201)
    return body.id
  }
  const stateOf = async (person: Person, id: string): Promise<string> =>
    (await readWaitlistEntryOn(api, person.cookie, id)).status
  const offeredTo = async (person: Person, id: string) => {
    const { booking } = await readWaitlistEntryOn(api, person.cookie, id)
    return booking as BookingId
  }

  beforeAll(async () => {
    table = await aHouse(engine, [
      lentSpace('seul', { capacity: 1 }),
      lentSpace('bureau', { capacity: 2 }),
      lentSpace('salle', { capacity: CROWD }),
    ])
    await seedDirectory(table, HOUSE)
    api = anApi(table)
  })

  it('takes those who find the space full when they send their form, with their rank (7)', async () => {
    const [first, second, third, day] = [await somebody(), await somebody(), await somebody(), aDay()]
    await first.book(api, { space: 'seul', date: day })
    expect(outcome(await second.book(api, { space: 'seul', date: day }))).toBe('409 taken')
    for (const [at, person] of [second, third].entries()) {
      const wait = await readWaitlistEntryOn(api, person.cookie, await waitFor(person, day))
      expect(wait).toMatchObject({ status: 'waiting', rank: at + 1 })
    }
  })

  it('gives a cancelled place to who waits, before newcomers who book at the same time (9)', () =>
    withSeed(async (random) => {
      const on = contended(random)
      for (let round = 0; round < ROUNDS; round++) {
        const [mine, waiting, day] = [await somebody(), await somebody(), aDay()]
        const newcomers = await manyPeople(table, 4)
        const { body } = await mine.book(api, { space: 'seul', date: day })
        const wait = await waitFor(waiting, day)
        const [cancelled, ...others] = await Promise.all([
          mine.cancel(on, body.id),
          ...newcomers.map((each) => each.book(on, { space: 'seul', date: day })),
        ])
        expect(cancelled && outcome(cancelled)).toBe('200 cancelled')
        expect(others.map(outcome)).toEqual(newcomers.map(() => '409 taken'))
        expect(await stateOf(waiting, wait)).toBe('offered')
      }
      expect(await faultsFound()).toEqual([])
    }))

  it('offers a place that is freed five times at once to the first of three, then to the next (10)', () =>
    withSeed(async (random) => {
      const on = contended(random)
      const [mine, day] = [await somebody(), aDay()]
      const people = [await somebody(), await somebody(), await somebody()]
      const { body } = await mine.book(api, { space: 'seul', date: day })
      const waits: string[] = []
      for (const person of people) waits.push(await waitFor(person, day))
      const states = () => Promise.all(people.map((person, at) => stateOf(person, waits[at] ?? '')))
      await Promise.all(Array.from({ length: 5 }, () => mine.cancel(on, body.id)))
      expect(await states()).toEqual(['offered', 'waiting', 'waiting'])
      const [first] = people
      const offer = first && (await api.deps.bookings.findBooking(await offeredTo(first, waits[0] ?? '')))
      if (!offer?.until) throw new Error('nothing is offered')
      const later: Dependencies = { ...on.deps, now: () => offer.until as Instant }
      const ended = await Promise.all([endLapsed(offer, later), endLapsed(offer, later)])
      expect(ended.filter(Boolean).length).toBeLessThan(2)
      if (!ended.some(Boolean)) await endLapsed(offer, { ...api.deps, now: later.now })
      expect(await states()).toEqual(['lapsed', 'offered', 'waiting'])
      expect(await faultsFound()).toEqual([])
    }))

  it('offers a place to one after another as each hold ends, though nothing sweeps (33)', async () => {
    const clocked = anApi(table)
    const [mine, day] = [await somebody(), aDay()]
    const { body } = await mine.book(api, { space: 'seul', date: day })
    const people = await manyPeople(table, 6)
    const waits: string[] = []
    for (const person of people) waits.push(await waitFor(person, day))
    await mine.cancel(api, body.id)
    const newcomer = await somebody()
    for (const [at, person] of people.entries()) {
      const offer = await api.deps.bookings.findBooking(await offeredTo(person, waits[at] ?? ''))
      clocked.clock.now = offer?.until as Instant
      const answer = await newcomer.book(clocked, { space: 'seul', date: day })
      expect(outcome(answer), `after ${at + 1}`).toBe(at < people.length - 1 ? '409 taken' : '201 confirmed')
    }
    expect(await faultsFound()).toEqual([])
  })

  /** Holds the first transaction of bookings up until something else has happened. */
  const interruptedBy = (between: () => Promise<unknown>) => {
    let isDone = false
    return anApi(table, {
      bookings: {
        ...api.deps.bookings,
        change: async (...changes) => {
          if (!isDone) {
            isDone = true
            await between()
          }
          return api.deps.bookings.change(...changes)
        },
      },
    })
  }

  it.each([
    ['nobody waited yet', 0],
    ['somebody waits who does not fit', 1],
  ])('serves an entry that is added while a place is being freed, when %s', async (_, before) => {
    const [mine, late, day] = [await somebody(), await somebody(), aDay()]
    const { body } = await mine.book(api, { space: 'seul', date: day })
    if (before > 0) await waitFor(await somebody(), day, { minutes: 480, to: '16:00' })
    if (before > 0)
      await (await somebody()).book(api, { space: 'seul', date: day, start: '12:00', end: '16:00' })
    let wait = ''
    const torn = interruptedBy(async () => {
      wait = await waitFor(late, day)
      expect(await stateOf(late, wait)).toBe('waiting')
    })
    expect(outcome(await mine.cancel(torn, body.id))).toBe('200 cancelled')
    expect(await stateOf(late, wait)).toBe('offered')
    expect(await faultsFound()).toEqual([])
  })

  it('offers two places that are freed at once to who waits for both', async () => {
    const [one, two, waiting, day] = [await somebody(), await somebody(), await somebody(), aDay()]
    const mine = (await one.book(api, { space: 'bureau', date: day })).body
    const theirs = (await two.book(api, { space: 'bureau', date: day })).body
    const wait = await waitFor(waiting, day, { space: 'bureau', places: 2 })
    const torn = interruptedBy(() => two.cancel(api, theirs.id))
    expect(outcome(await one.cancel(torn, mine.id))).toBe('200 cancelled')
    expect(await stateOf(waiting, wait)).toBe('offered')
    expect(await faultsFound()).toEqual([])
  })

  it('offers a freed room to everybody who waits, in more than one transaction', async () => {
    const [mine, day] = [await somebody(), aDay()]
    const { body } = await mine.book(api, { space: 'salle', use: 'room', date: day })
    const people = await manyPeople(table, CROWD)
    const waits: string[] = []
    for (const person of people) waits.push(await waitFor(person, day, { space: 'salle' }))
    expect(outcome(await mine.cancel(api, body.id))).toBe('200 cancelled')
    const states = await Promise.all(people.map((person, at) => stateOf(person, waits[at] ?? '')))
    expect(states).toEqual(people.map(() => 'offered'))
    expect(await faultsFound()).toEqual([])
  })

  it('offers a person all that they wait for, unless the times overlap', async () => {
    const [mine, waiting, day] = [await somebody(), await somebody(), aDay()]
    const { body } = await mine.book(api, { space: 'salle', use: 'room', date: day })
    const early = await waitFor(waiting, day, { space: 'salle', to: '10:00', minutes: 120 })
    const late = await waitFor(waiting, day, { space: 'salle', from: '10:00', minutes: 120 })
    const again = await waitFor(waiting, day, { space: 'salle', minutes: 120 })
    await mine.cancel(api, body.id)
    const states = await Promise.all([early, late, again].map((id) => stateOf(waiting, id)))
    expect(states).toEqual(['offered', 'offered', 'waiting'])
  })

  it('offers a busy person what is free once their own time is free', async () => {
    const [mine, busy, day] = [await somebody(), await somebody(), aDay()]
    const { body } = await mine.book(api, { space: 'seul', date: day })
    const own = (await busy.book(api, { space: 'bureau', date: day })).body
    const wait = await waitFor(busy, day)
    await mine.cancel(api, body.id)
    expect(await stateOf(busy, wait)).toBe('waiting')
    await busy.cancel(api, own.id)
    expect(await stateOf(busy, wait)).toBe('offered')
  })

  it('offers what a move leaves within its date, and no more', async () => {
    const [mine, waiting, behind, day] = [await somebody(), await somebody(), await somebody(), aDay()]
    const { body } = await mine.book(api, { space: 'seul', date: day })
    const wait = await waitFor(waiting, day, { minutes: 120 })
    const other = await waitFor(behind, day, { minutes: 180 })
    expect(outcome(await mine.move(api, body.id, { start: '10:00', end: '14:00' }))).toBe('200 confirmed')
    expect(await stateOf(waiting, wait)).toBe('offered')
    expect(await stateOf(behind, other)).toBe('waiting')
    expect(await faultsFound()).toEqual([])
  })
})
