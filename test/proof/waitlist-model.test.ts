import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Instant } from '../../shared/domain/instant.ts'
import type { Table } from '../../shared/store/client.ts'
import { anApi } from '../support/api.ts'
import { engines } from '../support/engine.ts'
import { atRandom, type Plan } from '../support/faulty-client.ts'
import { RUNS_ALL } from '../support/scope.ts'
import { seedDirectory } from '../support/seed.ts'
import { FLOOR_SPACES } from './floor-model.ts'
import { type Api, aHouse, faultyApi, HOUSE, quietly } from './house.ts'
import { aDay, manyPeople, type Person } from './people.ts'
import { randomFrom } from './random.ts'
import { reconcile } from './reconcile.ts'
import {
  type WaitlistCommand,
  type WaitlistModel,
  type WaitlistWorld,
  waitlistCommandsOf,
} from './waitlist-commands.ts'

const PEOPLE = 6
const FEWEST_COMMANDS = 10
const MOST_COMMANDS = 40
const never: Plan = () => undefined
const GIVEN_UP_MS = 90_000

describe.each(engines)('the API on $name', (engine) => {
  let table: Table
  let clock: Api

  beforeAll(async () => {
    table = await aHouse(engine, FLOOR_SPACES)
    await seedDirectory(table, HOUSE)
    clock = anApi(table)
  })

  it.each([
    { name: 'without faults', share: 0 },
    { name: 'with faults, the SDK sending once', share: 0.08 },
  ])(
    'offers what the model offers, to those to whom the model does, $name',
    async ({ share }) => {
      let steps = 0
      const run = async (commands: Iterable<WaitlistCommand>, seed: number) => {
        const people: Person[] = await manyPeople(table, PEOPLE)
        const model: WaitlistModel = { stays: [], waits: [] }
        const api = faultyApi(engine, table, share > 0 ? atRandom(randomFrom(seed), share) : never)
        api.clock.now = clock.clock.now
        const tick = () => {
          api.clock.now = (api.clock.now + 1) as Instant
        }
        const world: WaitlistWorld = {
          people,
          api,
          calm: clock,
          day: aDay(),
          booked: [],
          waits: [],
          tick,
          steps: 0,
        }
        await fc.asyncModelRun(() => ({ model, real: world }), commands)
        steps += world.steps
        const { live, faults } = await reconcile(table, HOUSE.id)
        expect(faults).toEqual([])
        const ids = world.booked.filter((_, at) => model.stays[at]?.live)
        const found = live.filter(({ date }) => date === world.day).map(({ id }) => id)
        expect(found.toSorted()).toEqual(ids.toSorted())
      }
      const commands = fc
        .commands(waitlistCommandsOf(PEOPLE), { maxCommands: MOST_COMMANDS, size: 'max' })
        .filter((each) => [...each].length >= FEWEST_COMMANDS)
      await quietly(() =>
        fc.assert(fc.asyncProperty(commands, fc.nat(), run), {
          unbiased: true,
          numRuns: RUNS_ALL ? (engine.name === 'dynoxide' ? 30 : 10) : 2,
          interruptAfterTimeLimit: GIVEN_UP_MS,
          ...(process.env.RESTANTE_SEED && { seed: Number(process.env.RESTANTE_SEED) }),
        }),
      )
      console.log(`${engine.name}: ${steps} steps`)
      expect(steps).toBeGreaterThan(0)
    },
    180_000,
  )
})
