import { beforeAll, describe, expect, it } from 'vitest'
import { type Answer, aKey, anApi } from '../support/api.ts'
import { aSite } from '../support/builders.ts'
import { aClosureStage, type ClosureStage, lentFloor } from '../support/closures.ts'
import { engines } from '../support/engine.ts'
import { dying, interleaved } from '../support/interrupted.ts'
import { RUNS_ALL, requestNumbers, roundsOf } from '../support/scope.ts'
import { quietly } from './house.ts'
import { reconcile } from './reconcile.ts'

const ROUNDS = roundsOf(10)
const MOST_REQUESTS = 120

type Api = ReturnType<typeof anApi>

const aDay = (() => {
  let days = 0
  return () => new Date(Date.UTC(2027, 0, 1 + days++)).toISOString().slice(0, 10)
})()

describe.each(engines)('a closure while people book, on $name', (engine) => {
  let stage: ClosureStage
  beforeAll(async () => {
    stage = await aClosureStage(engine, { here: [lentFloor('bureau', 3), lentFloor('salle', 2)] })
  })

  const closing = (day: string) => ({ kind: 'planned', from: day, spaces: ['bureau'] })
  const idsIn = ({ body }: Answer): string[] => body.bookings.map(({ id }: { id: string }) => id)

  /** Checks that the booking is refused as closed, or is listed, told and ended. */
  const expectNobodyForgotten = async (booked: Answer, cookie: string, closed: Answer) => {
    expect(closed).toMatchObject({ status: 201, body: { state: 'closed' } })
    if (booked.status !== 201)
      return expect(booked.body).toMatchObject({ code: 'closed', reason: 'Fuite d’eau' })
    expect(idsIn(closed)).toContain(booked.body.id)
    expect(await stage.read(cookie, booked.body.id)).toMatchObject({ status: 'cancelled', cause: 'closure' })
  }

  it('forgets nobody, wherever a booking falls among its requests (11)', async () => {
    const { cookie } = await stage.somebody()
    for (const at of requestNumbers(MOST_REQUESTS)) {
      const day = aDay()
      let booked: Answer | undefined
      const other = interleaved(engine, at, async () => {
        booked = await stage.book(cookie, { date: day })
      })
      const on = anApi({ name: stage.table.name, client: other.client })
      const closed = await stage.close(closing(day), aKey(), { on })
      if (!booked) {
        expect(at).toBeGreaterThan(8)
        break
      }
      await expectNobodyForgotten(booked, cookie, closed)
    }
    expect((await reconcile(stage.table, aSite().id)).faults).toEqual([])
  })

  it('forgets nobody, wherever it falls among the requests of a booking (11)', async () => {
    const { cookie } = await stage.somebody()
    for (const at of requestNumbers(MOST_REQUESTS)) {
      const day = aDay()
      let closed: Answer | undefined
      const other = interleaved(engine, at, async () => {
        closed = await stage.close(closing(day))
      })
      const on = anApi({ name: stage.table.name, client: other.client })
      const booked = await on.call('POST', '/bookings', {
        body: { site: '09410A', space: 'bureau', date: day, start: '08:00', end: '09:00', use: 'desk' },
        headers: aKey(),
        cookie,
      })
      if (!closed) {
        expect(at).toBeGreaterThan(2)
        break
      }
      await expectNobodyForgotten(booked, cookie, closed)
    }
    expect((await reconcile(stage.table, aSite().id)).faults).toEqual([])
  })

  it.each([
    ['is cancelled', 'DELETE', undefined, ['cancelled']],
    ['is moved away', 'PATCH', { space: 'salle' }, ['confirmed', 'cancelled']],
    ['is moved within what is closed', 'PATCH', { start: '09:00' }, ['cancelled']],
  ] as const)(
    'leaves nobody on its places, wherever a booking %s among its requests (11)',
    async (_, method, body, ends) => {
      const { cookie } = await stage.somebody()
      for (const at of requestNumbers(MOST_REQUESTS)) {
        const day = aDay()
        const { body: booking } = await stage.book(cookie, { date: day })
        let acted: Answer | undefined
        const other = interleaved(engine, at, async () => {
          acted = await stage.api.call(method, `/bookings/${booking.id}`, { ...(body && { body }), cookie })
        })
        const on = anApi({ name: stage.table.name, client: other.client })
        expect(await stage.close(closing(day), aKey(), { on })).toMatchObject({
          status: 201,
          body: { state: 'closed' },
        })
        if (!acted) {
          expect(at).toBeGreaterThan(8)
          break
        }
        const after = await stage.read(cookie, booking.id)
        expect(ends).toContain(after.status)
        if (after.status === 'confirmed') expect(after.space.id).toBe('salle')
      }
      expect((await reconcile(stage.table, aSite().id)).faults).toEqual([])
    },
  )

  it('ends one booking at most after a reopening at any request, and keeps nothing closed (11)', async () => {
    const people = [await stage.somebody(), await stage.somebody()]
    const seen = new Set<number>()
    for (const at of requestNumbers(MOST_REQUESTS)) {
      const day = aDay()
      const booked = await Promise.all(people.map(({ cookie }) => stage.book(cookie, { date: day })))
      const active = async () => {
        const found = await Promise.all(
          booked.map(({ body }) => stage.api.deps.bookings.findBooking(body.id)),
        )
        return found.filter((each) => each?.status === 'confirmed').length
      }
      let left: number | undefined
      const other = interleaved(engine, at, async () => {
        const { closures } = (await stage.api.call('GET', `/sites/${aSite().id}/closures`)).body
        const found = closures.find(({ from }: { from: string }) => from === day)
        if (found && (await stage.reopen(found.id)).body.state === 'reopened') left = await active()
      })
      const on = anApi({ name: stage.table.name, client: other.client })
      const { status, body } = await stage.close(closing(day), aKey(), { on })
      if (other.requests < at) {
        expect(at).toBeGreaterThan(8)
        break
      }
      expect(status).toBe(201)
      if (left === undefined) continue
      expect((await stage.report(body.id)).body.state).toBe('reopened')
      seen.add(left)
      expect(await active(), `request ${at}`).toBeGreaterThanOrEqual(left - 1)
    }
    if (RUNS_ALL) expect([...seen].toSorted()).toEqual([0, 1, 2])
    expect((await reconcile(stage.table, aSite().id)).faults).toEqual([])
  })

  it('lists everybody of a crowd whose booking was confirmed (11)', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const day = aDay()
      const people = await Promise.all(Array.from({ length: 12 }, () => stage.somebody()))
      const [closed, ...answers] = await Promise.all([
        stage.close(closing(day)),
        ...people.map(({ cookie }, at) =>
          stage.book(cookie, {
            date: day,
            start: `${9 + Math.floor(at / 4)}:00`.padStart(5, '0'),
            end: '14:00',
          }),
        ),
      ])
      expect(closed.status).toBe(201)
      for (const { status, body } of answers)
        expect([201, 409]).toContain(status === 409 ? 409 : body.status ? 201 : status)
      const booked = answers.flatMap(({ status, body }) => (status === 201 ? [body.id] : []))
      expect(idsIn(closed).sort()).toEqual(booked.sort())
      const { live, faults } = await reconcile(stage.table, aSite().id)
      expect(live.filter(({ date, space }) => date === day && space === 'bureau')).toEqual([])
      expect(faults).toEqual([])
    }
  })
})

describe.each(engines.slice(0, 1))('a closure that is killed, on $name', (engine) => {
  let stage: ClosureStage
  let people: { readonly cookie: string }[]
  beforeAll(async () => {
    stage = await aClosureStage(engine, { here: [lentFloor('bureau', 2), lentFloor('salle', 1)] })
    people = [await stage.somebody(), await stage.somebody(), await stage.somebody()]
  })
  const faults = async () => (await reconcile(stage.table, aSite().id)).faults

  /** Books one place on each of two days; only the second has an equal place elsewhere. */
  const prepare = async () => {
    const [first, second] = [aDay(), aDay()]
    const [one, other, third] = people.map(({ cookie }) => cookie) as [string, string, string]
    await stage.book(third, { date: first, space: 'salle' })
    const bookings = [
      (await stage.book(one, { date: first })).body.id,
      (await stage.book(other, { date: second })).body.id,
    ]
    return { period: { kind: 'planned', from: first, to: second, spaces: ['bureau'] }, bookings, first }
  }

  /** Dies at each request in turn, until a request of that number is never made. */
  const dieEverywhere = async <T extends object>(
    moment: 'before' | 'after',
    least: number,
    work: (on: Api) => Promise<T>,
  ) => {
    const died: (T & { readonly at: number })[] = []
    for (const at of requestNumbers(MOST_REQUESTS)) {
      const dead = dying(engine, at, moment)
      died.push({
        at,
        ...(await quietly(() => work(anApi({ name: stage.table.name, client: dead.client })))),
      })
      if (dead.requests >= at) continue
      expect(at).toBeGreaterThan(least)
      return died
    }
    return expect.unreachable('more requests than were looked at')
  }

  it.each(['before', 'after'] as const)(
    'is finished once by a repeat, when killed %s any of its requests (20)',
    async (moment) => {
      const died = await dieEverywhere(moment, 20, async (on) => {
        const prepared = { ...(await prepare()), key: aKey() }
        await stage.close(prepared.period, prepared.key, { on })
        return prepared
      })
      expect(await faults()).toEqual([])
      for (const { at, period, bookings, key } of died) {
        const { status, body } = await stage.close(period, key)
        expect({ status, state: body.state }, `request ${at}`).toEqual({ status: 201, state: 'closed' })
        const outcomes = body.bookings.map(({ id, outcome }: { id: string; outcome: string }) => [
          id,
          outcome,
        ])
        expect(outcomes, `request ${at}`).toEqual([
          [bookings[0], 'cancelled'],
          [bookings[1], 'proposed'],
        ])
      }
      expect(await faults()).toEqual([])
    },
    120_000,
  )

  it.each(['before', 'after'] as const)(
    'frees its places once, when its reopening is killed %s any request and repeated (20)',
    async (moment) => {
      const died = await dieEverywhere(moment, 8, async (on) => {
        const { period, first } = await prepare()
        const { id } = (await stage.close(period)).body
        await on.call('DELETE', `/sites/${aSite().id}/closures/${id}`, { cookie: stage.manager.cookie })
        return { id, first }
      })
      expect(await faults()).toEqual([])
      for (const { id, first } of died) {
        expect((await stage.reopen(id)).body.state).toBe('reopened')
        expect((await stage.freeOn(first)).free).toMatchObject([{ places: 2 }])
      }
      expect(await faults()).toEqual([])
    },
    120_000,
  )
})
