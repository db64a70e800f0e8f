import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { aKey, anApi } from '../support/api.ts'
import { engines } from '../support/engine.ts'
import { atRandom } from '../support/faulty-client.ts'
import { RUNS_ALL } from '../support/scope.ts'
import { type Api, aHouse, faultyApi, HOUSE, lentSpace } from './house.ts'
import { manyPeople, type Person } from './people.ts'
import { withSeed } from './random.ts'
import { reconcile } from './reconcile.ts'

/** The contenders that an engine answers inside the deadline on processors that it shares with them. */
const contendersOn = (engine: string): number => (engine === 'dynoxide' && RUNS_ALL ? 500 : 120)
const DESKS = 6
/** The longest time that the API may take for an answer. */
const DEADLINE_MS = 8000
const CONFLICTS = 0.3

/** Repeats a request with its key until it is decided; `tookMs` is the slowest answer. */
const decidedAnswer = async (on: Api, person: Person) => {
  const key = aKey()
  for (let tookMs = 0, askedAgain = 0; ; askedAgain++) {
    const startedAt = performance.now()
    const { status, body } = await person.book(on, { space: 'ruee' }, key)
    tookMs = Math.max(tookMs, performance.now() - startedAt)
    if (status !== 503) return { outcome: `${status} ${body.code ?? body.status}`, tookMs, askedAgain }
  }
}

describe.each(engines)('the rush on $name', (engine) => {
  const contenders = contendersOn(engine.name)
  it(`gives 6 desks to 6 of ${contenders} people within a second, whatever the conflicts (13)`, async () => {
    await withSeed(async (random) => {
      const table = await aHouse(engine, [lentSpace('ruee', { capacity: DESKS, uses: ['desk'] })])
      const api = anApi(table)
      const people = await manyPeople(table, contenders)
      let [writes, conflicts] = [0, 0]
      const plan = atRandom(random, CONFLICTS, ['conflict'])
      const rushed = faultyApi(engine, table, (sent) => {
        if (!/TransactWrite/.test(sent.command)) return undefined
        // A fast engine fills the desks within a dozen writes, so the first write always meets a conflict.
        const fault = writes++ === 0 ? 'conflict' : plan(sent)
        if (fault) conflicts++
        return fault
      })
      const all = (on: Api) =>
        Promise.all(
          people.map(async (person) => {
            await sleep(random() * 1000)
            return decidedAnswer(on, person)
          }),
        )
      const slowestOf = (of: readonly { tookMs: number }[]) =>
        Math.round(Math.max(...of.map(({ tookMs }) => tookMs)))
      const answers = await all(rushed)
      const count = (outcome: string) => answers.filter((each) => each.outcome === outcome).length
      const slowestMs = slowestOf(answers)
      expect({ booked: count('201 confirmed'), taken: count('409 taken') }).toEqual({
        booked: DESKS,
        taken: contenders - DESKS,
      })
      expect(conflicts).toBeGreaterThan(0)
      const askedAgain = answers.reduce((all, each) => all + each.askedAgain, 0)
      // The same requests on a full space: the time that this machine needs without contention.
      const calmMs = slowestOf(await all(api))
      const slowest = `slowest answer ${slowestMs} ms, ${calmMs} ms without a race`
      console.log(
        `${engine.name}: ${writes} writes, ${conflicts} conflicts; ${slowest}; ${askedAgain} asked again`,
      )
      expect(slowestMs - calmMs).toBeLessThan(DEADLINE_MS)
      const { live, faults } = await reconcile(table, HOUSE.id)
      expect([live.length, faults]).toEqual([DESKS, []])
    })
  }, 120_000)
})
