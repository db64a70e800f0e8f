import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { seatIn } from '../../shared/domain/workshop.ts'
import { aKey, untilDecided } from '../support/api.ts'
import { aSite } from '../support/builders.ts'
import { engines } from '../support/engine.ts'
import { atRandom } from '../support/faulty-client.ts'
import { RUNS_ALL } from '../support/scope.ts'
import { aWorkshopStage } from '../support/workshops.ts'
import { faultyApi } from './house.ts'
import { manyPeople, type Person } from './people.ts'
import { withSeed } from './random.ts'
import { reconcile } from './reconcile.ts'

const CONTENDERS = 50
/** Ten thousand raced sign-ups on one engine where everything runs. */
const roundsOn = (engine: string): number => (RUNS_ALL ? (engine === 'dynoxide' ? 200 : 4) : 2)
const CONFLICTS = 0.2
const MOST_SEATS = 9

const SIX_DAYS = 6

/** From Monday on, without Sundays: the room is not lent then. */
const dayOf = (nth: number): string =>
  new Date(Date.UTC(2026, 10, 23 + nth + Math.floor(nth / SIX_DAYS))).toISOString().slice(0, 10)

describe.each(engines)('a rush of single people and pairs on $name', (engine) => {
  const rounds = roundsOn(engine.name)
  it(`never gives more seats than there are, in ${rounds} workshops of ${CONTENDERS} sign-ups`, async () => {
    await withSeed(async (random) => {
      const stage = await aWorkshopStage(engine)
      const people = await manyPeople(stage.table, CONTENDERS)
      const on = faultyApi(engine, stage.table, atRandom(random, CONFLICTS, ['conflict'], /TransactWrite/))
      const seatsOf = new Map<string, number>()
      for (let round = 0; round < rounds; round++) {
        const [seats, hour] = [1 + Math.floor(random() * MOST_SEATS), 8 + 4 * (round % 3)]
        const times = { start: `${String(hour).padStart(2, '0')}:00`, end: `${hour + 2}:00` }
        const { body: workshop } = await stage.plan({ seats, date: dayOf(Math.floor(round / 3)), ...times })
        expect(workshop.status).toBe('planned')
        const signUp = async ({ cookie }: Person) => {
          const body = { places: 1 + Math.floor(random() * 2) }
          const asked = { body, headers: aKey(), cookie }
          await sleep(random() * 50)
          const answer = await untilDecided(() => on.call('POST', `/workshops/${workshop.id}/seats`, asked))
          const booked = `/bookings/${answer.body.id}`
          if (answer.status === 201 && random() < 0.3) await on.call('DELETE', booked, { cookie })
          else if (answer.status === 201 && body.places > 1 && random() < 0.5)
            await on.call('PUT', `${booked}/party`, { body: { places: 1 }, cookie })
          return answer
        }
        const answers = await Promise.all(people.map(signUp))
        expect(answers.filter(({ status }) => status >= 500)).toEqual([])
        expect(answers.filter(({ status }) => status === 201)).not.toEqual([])
        seatsOf.set(workshop.id, seats)
      }
      const { live, faults } = await reconcile(stage.table, aSite().id)
      const seated = live.filter((each) => seatIn(each) !== undefined)
      const taken = Map.groupBy(seated, ({ space }) => space as string)
      const oversold = [...taken].filter(
        ([id, all]) => all.reduce((sum, { places }) => sum + places, 0) > (seatsOf.get(id) ?? 0),
      )
      expect([oversold, faults]).toEqual([[], []])
    })
  }, 1_200_000)
})
