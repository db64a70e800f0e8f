import { describe, expect, it } from 'vitest'
import type { SpaceId } from '../../shared/domain/ids.ts'
import { parseQuarter } from '../../shared/domain/quarter.ts'
import { siteStore } from '../../shared/store/site-store.ts'
import { date } from '../support/builders.ts'
import { engines } from '../support/engine.ts'
import { atRandom, type Plan } from '../support/faulty-client.ts'
import { RUNS_ALL } from '../support/scope.ts'
import { keyOfPresent, left, type Present, recordHistory, took, wasCounted, wasRefused } from './history.ts'
import { aHouse, faultyApi, HOUSE, lentSpace, quietly } from './house.ts'
import { aDay, manyPeople } from './people.ts'
import { withSeed } from './random.ts'
import { reconcile } from './reconcile.ts'
import { linearize, type Operation } from './wgl.ts'

const CAPACITY = 3
const CLIENTS = 60
const STEPS_EACH = 3
/** DynamoDB Local is slower by far. */
const roundsOn = (engine: string): number => (engine === 'dynoxide' ? (RUNS_ALL ? 5 : 2) : RUNS_ALL ? 2 : 1)
const QUARTERS = [
  ['09:00', '09:15'],
  ['09:15', '09:30'],
  ['09:30', '09:45'],
] as const
const NOBODY: Present = new Set()

const orderOf = (history: readonly Operation<Present>[]) => linearize(history, NOBODY, keyOfPresent)

describe.each(engines)('sixty people at once on three places, on $name', (engine) => {
  const most = roundsOn(engine.name)
  const rounds = async (shareOfFaults: number) =>
    withSeed(async (random) => {
      const table = await aHouse(engine, [lentSpace('cercle', { capacity: CAPACITY })])
      const people = await manyPeople(table, CLIENTS)
      const plan: Plan =
        shareOfFaults > 0
          ? atRandom(
              random,
              shareOfFaults,
              ['conflict', 'throttled', 'lost', 'unsent', 'broken-after'],
              /TransactWrite/,
            )
          : () => undefined
      const api = faultyApi(engine, table, plan)
      let [booked, refused] = [0, 0]
      for (let round = 0; round < most; round++) {
        const day = aDay()
        const histories = await quietly(() =>
          recordHistory(people, {
            api,
            day,
            space: 'cercle',
            capacity: CAPACITY,
            quarters: QUARTERS,
            stepsEach: STEPS_EACH,
            random,
          }),
        )
        const lent = await siteStore(table).readDay(HOUSE.id, date(day))
        const occupancy = lent?.occupancyOf('cercle' as SpaceId) ?? {}
        for (const [at, [start]] of QUARTERS.entries()) {
          const counted = occupancy[parseQuarter(start) ?? -1] ?? 0
          const now = performance.now()
          const seen = histories[at] ?? []
          const ending = wasCounted(counted, { invoked: now, returned: now, mayBeMissing: false })
          expect(orderOf([...seen, ending]), `${start} in round ${round}`).toBeDefined()
          booked += seen.filter(({ name }) => name.endsWith('takes')).length
          refused += seen.filter(({ name }) => name.endsWith('refused')).length
        }
      }
      expect((await reconcile(table, HOUSE.id)).faults).toEqual([])
      console.log(`${engine.name}: ${booked} arrivals and ${refused} refusals in order`)
      expect(Math.min(booked, refused)).toBeGreaterThan(most * CAPACITY)
    })

  it('book, move and cancel as if one after the other, in each quarter (2)', () => rounds(0), 120_000)
  it(
    'book, move and cancel as if one after the other, through conflicts and lost replies (2)',
    () => rounds(0.25),
    120_000,
  )
})

describe('the checker of histories', () => {
  const from = (invoked: number, returned: number) => ({ invoked, returned, mayBeMissing: false })
  const full = [0, 1, 2].map((who) => took(who, CAPACITY, from(0, 10)))

  it('finds the order of operations that overlap', () => {
    const history = [
      wasRefused(3, CAPACITY, from(0, 30)),
      left(0, from(5, 20)),
      took(4, CAPACITY, from(6, 25)),
      ...full,
    ]
    expect(orderOf(history)).toHaveLength(6)
  })

  it('rejects a place given twice', () => {
    expect(orderOf([...full, took(3, CAPACITY, from(0, 10))])).toBeUndefined()
  })

  it('rejects a place that stays taken after its person has left', () => {
    expect(orderOf([...full, left(0, from(11, 12)), wasRefused(3, CAPACITY, from(13, 14))])).toBeUndefined()
    expect(orderOf([...full, left(0, from(11, 15)), wasRefused(3, CAPACITY, from(13, 14))])).toBeDefined()
  })

  it('rejects a place freed twice', () => {
    const late = [left(0, from(11, 12)), left(0, from(13, 14))]
    expect(orderOf([...full, ...late])).toBeUndefined()
    expect(orderOf([...full, left(0, from(11, 12)), wasCounted(1, from(20, 20))])).toBeUndefined()
  })

  it('rejects a refusal before anybody came', () => {
    expect(orderOf([wasRefused(3, CAPACITY, from(-5, -1)), ...full])).toBeUndefined()
  })

  it('accepts an operation of unknown outcome as done or as not done', () => {
    const unknown = took(3, CAPACITY, { invoked: 0, returned: Infinity, mayBeMissing: true })
    const two = full.slice(1)
    expect(orderOf([...two, unknown, wasCounted(3, from(20, 20))])).toBeDefined()
    expect(orderOf([...two, unknown, wasCounted(2, from(20, 20))])).toBeDefined()
    expect(orderOf([...full, unknown, wasCounted(4, from(20, 20))])).toBeUndefined()
  })
})
