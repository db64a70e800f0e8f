import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { endDue } from '../../functions/jobs/end-due/end-due.ts'
import type { SpaceId } from '../../shared/domain/ids.ts'
import { addMinutes, instantAt } from '../../shared/domain/instant.ts'
import { addDays } from '../../shared/domain/local-date.ts'
import type { BusyTime } from '../../shared/domain/outside-calendar.ts'
import { ok } from '../../shared/domain/result.ts'
import { aKey, patient } from '../support/api.ts'
import { aSite, date, PARIS, time } from '../support/builders.ts'
import { aClosureStage, lentFloor } from '../support/closures.ts'
import { engines } from '../support/engine.ts'
import { RUNS_ALL } from '../support/scope.ts'
import { manyPeople, type Person } from './people.ts'
import { withSeed } from './random.ts'
import { reconcile } from './reconcile.ts'

const CONTENDERS = 6
const roundsOn = (engine: string): number => (RUNS_ALL ? (engine === 'dynoxide' ? 60 : 4) : 4)
const BUREAU = 'bureau' as SpaceId

describe.each(engines)(
  'a calendar elsewhere that takes an hour while people book it, on $name,',
  (engine) => {
    it('takes it before them, or shows who came first', async () => {
      await withSeed(async (random) => {
        const here = [
          lentFloor('bureau', 2),
          lentFloor('salon', 2),
          lentFloor('plateau', 4, ['bureau', 'salon']),
        ]
        const stage = await aClosureStage(engine, { here })
        const [late, ...people] = await manyPeople(stage.table, 1 + CONTENDERS)
        if (!late) throw new Error('nobody is late')
        const { deps, clock } = stage.api
        const where = { site: aSite().id, space: BUREAU }
        await deps.outsideCalendars.putOutside(
          { ...where, url: 'https://agenda.example/', revision: 1, failures: 0, dueAt: clock.now },
          undefined,
        )
        const busy: BusyTime[] = []
        const run = async () => {
          await sleep(random() * 40)
          return endDue(deps, async () => ok({ times: busy }))
        }
        for (let round = 0; round < roundsOn(engine.name); round++) {
          const day = addDays(date('2026-12-01'), round)
          busy.push({ from: instantAt(day, time('09:00'), PARIS), to: instantAt(day, time('11:00'), PARIS) })
          const book = async ({ cookie }: Person, nth = round) => {
            const what = nth % 2 === 1 ? { space: 'plateau', use: 'room' } : { space: 'bureau', use: 'desk' }
            const body = { site: aSite().id, ...what, date: day, start: '10:00', end: '12:00' }
            await sleep(random() * 40)
            return patient(stage.api).call('POST', '/bookings', { body, headers: aKey(), cookie })
          }
          const [, ...answers] = await Promise.all([run(), ...people.map((each) => book(each))])
          expect(answers.filter(({ status, body }) => status !== 201 && body.code !== 'taken')).toEqual([])
          clock.now = addMinutes(clock.now, 30)
          await run()
          for (const nth of [0, 1]) expect((await book(late, nth)).body.code).toBe('taken')
        }
        const { live, faults } = await reconcile(stage.table, aSite().id)
        expect(faults).toEqual([])
        const path = `/sites/${aSite().id}/spaces/bureau/outside-calendar`
        const { body } = await stage.api.call('GET', path, { cookie: stage.manager.cookie })
        expect(body.clashes.map((each: { date: string }) => each.date)).toEqual(
          live.map((each) => each.date).toSorted(),
        )
      })
    }, 600_000)
  },
)
