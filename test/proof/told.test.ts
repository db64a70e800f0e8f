import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Instant } from '../../shared/domain/instant.ts'
import { atSite } from '../../shared/domain/rights.ts'
import { NEAR } from '../support/closures.ts'
import { engines } from '../support/engine.ts'
import { RUNS_ALL } from '../support/scope.ts'
import { reconcile } from './reconcile.ts'
import { toldCommandsOf } from './told-commands.ts'
import { aToldWorld, type ToldWorld } from './told-world.ts'

const PEOPLE = 7
const [LEAST_COMMANDS, MOST_COMMANDS] = [30, 40]
const GIVEN_UP_MS = 90_000
const EVER = { from: 0 as Instant, to: 9e14 as Instant, most: 9999 }

describe.each(engines)('an end or a change of bookings, on $name', (engine) => {
  it('is told to each person concerned by mail or by a call that stays open until made', async () => {
    const total = { steps: 0, seats: 0, closures: 0, ends: 0, mails: 0, calls: 0, ticks: 0 }
    const length = { minLength: LEAST_COMMANDS, maxLength: MOST_COMMANDS, size: 'max' } as const
    const commands = fc.array(fc.oneof(...toldCommandsOf(PEOPLE)), length)
    const run = async (all: Iterable<fc.AsyncCommand<object, ToldWorld>>) => {
      const world = await aToldWorld(engine)
      await fc.asyncModelRun(() => ({ model: {}, real: world }), all)
      for (const name of Object.keys(total) as (keyof typeof total)[]) total[name] += world.counts[name]
      const auditEntries = await world.api.deps.auditEntries.listAuditEntries(atSite(world.site), EVER)
      expect(auditEntries.filter(({ effect }) => effect === 'called')).toHaveLength(world.counts.ticks)
      expect((await reconcile(world.table, world.site, NEAR.id)).faults).toEqual([])
    }
    await fc.assert(fc.asyncProperty(commands, run), {
      unbiased: true,
      numRuns: RUNS_ALL ? (engine.name === 'dynoxide' ? 18 : 6) : 2,
      interruptAfterTimeLimit: GIVEN_UP_MS,
      ...(process.env.RESTANTE_SEED && { seed: Number(process.env.RESTANTE_SEED) }),
    })
    const { steps, seats, closures, ends, mails, calls, ticks } = total
    const done = `${steps} steps, ${seats} seats, ${closures} closures`
    const told = `${mails} by mail, ${calls} calls open at once, ${ticks} noted`
    console.log(`${engine.name}: ${done}, ${ends} people told of an end or a change: ${told}`)
    expect(Math.min(steps, seats, ends)).toBeGreaterThan(0)
  }, 300_000)
})
