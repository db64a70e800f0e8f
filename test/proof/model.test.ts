import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Table } from '../../shared/store/client.ts'
import { anApi } from '../support/api.ts'
import { engines } from '../support/engine.ts'
import { atRandom, type Plan } from '../support/faulty-client.ts'
import { RUNS_ALL } from '../support/scope.ts'
import { FLOOR_SPACES } from './floor-model.ts'
import { aHouse, faultyApi, HOUSE, quietly } from './house.ts'
import { checkAvailability, commandsOf, type Model, type World } from './model-commands.ts'
import { aDay, aPerson, type Person } from './people.ts'
import { randomFrom } from './random.ts'
import { reconcile } from './reconcile.ts'

const PEOPLE = 6
const FEWEST_COMMANDS = 10
const MOST_COMMANDS = 60
const never: Plan = () => undefined

/** `share` is the portion of requests to the table that meet a fault. */
const RUNS = [
  { name: 'without faults', share: 0, retries: false, rounds: 3 },
  { name: 'with faults, the SDK sending once', share: 0.12, retries: false, rounds: 3 },
  { name: 'with faults, the SDK repeating', share: 0.12, retries: true, rounds: 0.5 },
]
/** DynamoDB Local is slower by far. */
const roundsOn = (engine: string, rounds: number): number =>
  Math.ceil((rounds * (RUNS_ALL ? 10 : 1)) / (engine === 'dynoxide' ? 1 : 3))
/** Bounds the search for a smaller counterexample. */
const GIVEN_UP_MS = 90_000

describe.each(engines)('the API on $name', (engine) => {
  let table: Table
  let people: readonly Person[]

  beforeAll(async () => {
    table = await aHouse(engine, FLOOR_SPACES)
    const api = anApi(table)
    people = await Promise.all(Array.from({ length: PEOPLE }, () => aPerson(api)))
  })

  it.each(RUNS)(
    'books, moves, cancels and repeats as the model does, and counts what is booked, $name (12)',
    async ({ share, retries, rounds }) => {
      let steps = 0
      const run = async (commands: Iterable<fc.AsyncCommand<Model, World>>, seed: number) => {
        const model: Model = { stays: [] }
        const plan = share > 0 ? atRandom(randomFrom(seed), share) : never
        const api = faultyApi(engine, table, plan, { retries })
        const world: World = { people, api, days: [aDay(), aDay()], booked: [], steps: 0 }
        await fc.asyncModelRun(() => ({ model, real: world }), commands)
        steps += world.steps
        const { live, faults } = await reconcile(table, HOUSE.id)
        expect(faults).toEqual([])
        const ids = world.booked.filter((_, at) => model.stays[at]?.live).map(({ id }) => id)
        const days = live.filter(({ date }) => world.days.includes(date)).map(({ id }) => id)
        expect(days.toSorted()).toEqual(ids.toSorted())
        const calm = { ...world, api: anApi(table) }
        for (const day of [0, 1] as const) await checkAvailability(model, calm, day)
      }
      const commands = fc
        .commands(commandsOf(PEOPLE), { maxCommands: MOST_COMMANDS, size: 'max' })
        .filter((each) => [...each].length >= FEWEST_COMMANDS)
      await quietly(() =>
        fc.assert(fc.asyncProperty(commands, fc.nat(), run), {
          // Makes long runs as likely as short ones.
          unbiased: true,
          numRuns: roundsOn(engine.name, rounds),
          interruptAfterTimeLimit: GIVEN_UP_MS,
          ...(process.env.RESTANTE_SEED && { seed: Number(process.env.RESTANTE_SEED) }),
        }),
      )
      console.log(`${engine.name}: ${steps} steps`)
      expect(steps).toBeGreaterThan(0)
    },
    120_000,
  )
})
