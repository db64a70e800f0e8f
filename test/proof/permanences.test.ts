import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../shared/domain/local-date.ts'
import { formatQuarter, quarter } from '../../shared/domain/quarter.ts'
import { aKey, untilDecided } from '../support/api.ts'
import { aSite, date } from '../support/builders.ts'
import { engines } from '../support/engine.ts'
import { atRandom } from '../support/faulty-client.ts'
import { RUNS_ALL } from '../support/scope.ts'
import { aWorkshopStage, type WorkshopStage } from '../support/workshops.ts'
import { faultyApi } from './house.ts'
import { manyPeople } from './people.ts'
import { withSeed } from './random.ts'
import { reconcile } from './reconcile.ts'

const CONFLICTS = 0.3
const HOURS = ['10:00', '10:30', '11:00', '11:30']
const CROWD = 60
const PEOPLE = 5
const COMMANDS = RUNS_ALL ? 150 : 40
const PLANS = RUNS_ALL ? 80 : 25

const aPermanence = async (stage: WorkshopStage, changes = {}): Promise<string> =>
  (await stage.plan({ appointments: { minutes: 30 }, ...changes })).body.id

const freeIn = async (stage: WorkshopStage, id: string): Promise<string[]> =>
  (await stage.read(id)).body.appointments.free

const oneOf = <T>(all: readonly T[], random: () => number): T => all[Math.floor(random() * all.length)] as T

const faultsOf = async ({ table }: WorkshopStage) => (await reconcile(table, aSite().id)).faults

describe.each(engines)('a permanence on $name', (engine) => {
  it(`gives each of 4 hours to one of ${CROWD} people who ask at once, and tells the others`, async () => {
    await withSeed(async (random) => {
      const stage = await aWorkshopStage(engine)
      const id = await aPermanence(stage)
      const people = await manyPeople(stage.table, CROWD)
      const on = faultyApi(engine, stage.table, atRandom(random, CONFLICTS, ['conflict'], /TransactWrite/))
      const answers = await Promise.all(
        people.map(async ({ cookie }, at) => {
          const request = { body: { start: HOURS[at % HOURS.length] }, headers: aKey(), cookie }
          await sleep(random() * 300)
          return untilDecided(() => on.call('POST', `/workshops/${id}/seats`, request))
        }),
      )
      const given = answers.filter(({ status }) => status === 201).map(({ body }) => body.start)
      expect(given.toSorted()).toEqual(HOURS)
      const others = answers.filter(({ status }) => status !== 201)
      expect(new Set(others.map(({ body }) => body.code))).toEqual(new Set(['taken']))
      expect([await freeIn(stage, id), await faultsOf(stage)]).toEqual([[], []])
    })
  }, 120_000)

  it('gives one hour to somebody who asks for all of them at once, and waits too', async () => {
    await withSeed(async (random) => {
      const stage = await aWorkshopStage(engine)
      const rounds = RUNS_ALL ? 12 : 4
      for (let round = 0; round < rounds; round++) {
        const id = await aPermanence(stage, { date: addDays(date('2026-12-01'), 7 * round) })
        const cookie = await stage.somebody()
        const wait = async () => {
          await sleep(random() * 60)
          return untilDecided(() => stage.wait(id, cookie))
        }
        const book = async (start: string) => {
          const request = { body: { start }, headers: aKey(), cookie }
          await sleep(random() * 60)
          return untilDecided(() => stage.api.call('POST', `/workshops/${id}/seats`, request))
        }
        const answers = await Promise.all([...HOURS.map(book), wait(), wait()])
        expect(answers.filter(({ status }) => status >= 500)).toEqual([])
        expect(await freeIn(stage, id)).toHaveLength(3)
      }
      expect(await faultsOf(stage)).toEqual([])
    })
  }, 120_000)

  it('shows and gives the hours that a model gives, while people book and cancel', async () => {
    await withSeed(async (random) => {
      const stage = await aWorkshopStage(engine)
      const id = await aPermanence(stage)
      const people = await manyPeople(stage.table, PEOPLE)
      const held = new Map<string, { readonly start: string; readonly booking: string }>()
      for (let done = 0; done < COMMANDS; done++) {
        const { cookie } = oneOf(people, random)
        const own = held.get(cookie)
        if (own && random() < 0.5) {
          expect((await stage.leave(own.booking, cookie)).body.status).toBe('cancelled')
          held.delete(cookie)
        } else {
          const start = oneOf(HOURS, random)
          const isTaken = [...held].some(([who, each]) => who !== cookie && each.start === start)
          const expected = isTaken ? 'taken' : own ? 'already-signed-up' : 'confirmed'
          const request = { body: { start }, headers: aKey(), cookie }
          const { body } = await stage.api.call('POST', `/workshops/${id}/seats`, request)
          expect(body.code ?? body.status).toBe(expected)
          if (expected === 'confirmed') held.set(cookie, { start, booking: body.id })
        }
        const free = HOURS.filter((hour) => ![...held.values()].some(({ start }) => start === hour))
        expect(await freeIn(stage, id)).toEqual(free)
      }
      expect(await faultsOf(stage)).toEqual([])
    })
  }, 120_000)

  it('stands beside workshops in its room, which is never taken twice, whatever is planned at once', async () => {
    await withSeed(async (random) => {
      const stage = await aWorkshopStage(engine)
      const names = ['Karim', 'Nora', 'Yann']
      const mediators = await Promise.all(names.map((name) => stage.withRole('mediator', name)))
      const plans = Array.from({ length: PLANS }, (_, at) => {
        const start = 32 + Math.floor(random() * 44)
        const [from, to] = [quarter(start), quarter(start + 4)].map(formatQuarter)
        const appointments = random() < 0.5 ? { appointments: { minutes: 30 } } : {}
        const { cookie } = mediators[at % mediators.length] as { cookie: string }
        return untilDecided(() => stage.plan({ start: from, end: to, ...appointments }, cookie))
      })
      const made = (await Promise.all(plans)).filter(({ status }) => status === 201).map(({ body }) => body)
      const inOrder = made.toSorted((one, other) => (one.start < other.start ? -1 : 1))
      for (const [at, { end }] of inOrder.slice(0, -1).entries())
        expect(end <= inOrder[at + 1].start).toBe(true)
      expect(made.length).toBeGreaterThan(2)
      expect(await faultsOf(stage)).toEqual([])
    })
  }, 120_000)
})
