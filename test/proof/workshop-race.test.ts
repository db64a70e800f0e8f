import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
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

/** The contenders that an engine answers inside the deadline on processors that it shares with them. */
const contendersOn = (engine: string): number => (engine !== 'dynoxide' ? 60 : RUNS_ALL ? 500 : 120)
const SEATS = 6
const WAITING = 24
const CONFLICTS = 0.3

describe.each(engines)('the rush on a workshop, on $name', (engine) => {
  const contenders = contendersOn(engine.name)

  it(`gives 6 seats to 6 of ${contenders} people, refuses the others, and ranks who waits (13)`, async () => {
    await withSeed(async (random) => {
      const stage = await aWorkshopStage(engine)
      const { body: workshop } = await stage.plan({ seats: SEATS })
      const people = await manyPeople(stage.table, contenders)
      const on = faultyApi(engine, stage.table, atRandom(random, CONFLICTS, ['conflict'], /TransactWrite/))
      const signUp = async ({ cookie }: Person) => {
        const headers = aKey()
        await sleep(random() * 1000)
        return untilDecided(() => stage.signUp(workshop.id, cookie, headers, on))
      }
      const answers = await Promise.all(people.map(signUp))
      const refused = people.filter((_, at) => answers[at]?.status !== 201)
      const outcomes = Map.groupBy(answers, ({ status, body }) => `${status} ${body.code ?? body.status}`)
      expect(Object.fromEntries([...outcomes].map(([outcome, all]) => [outcome, all.length]))).toEqual({
        '201 confirmed': SEATS,
        '409 taken': contenders - SEATS,
      })
      const waiting = refused.slice(0, WAITING)
      const waits = await Promise.all(
        waiting.map(({ cookie }) => untilDecided(() => stage.wait(workshop.id, cookie, on))),
      )
      expect(waits.map(({ body }) => body.mine.status)).toEqual(waiting.map(() => 'waiting'))
      const ranks = await Promise.all(
        waiting.map(async ({ cookie }) => (await stage.read(workshop.id, cookie)).body),
      )
      expect(ranks.map(({ mine }) => mine.rank).sort((one, other) => one - other)).toEqual(
        waiting.map((_, at) => at + 1),
      )
      const { live, faults } = await reconcile(stage.table, aSite().id)
      expect([live.length, faults]).toEqual([SEATS + 1, []])
    })
  }, 300_000)
})
