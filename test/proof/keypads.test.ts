import { beforeEach, describe, expect, it } from 'vitest'
import { tellLock } from '../../functions/jobs/tell-tools/tell-lock.ts'
import { idOf } from '../../functions/use-cases/hash.ts'
import { reviewSite } from '../../functions/use-cases/review-site.ts'
import type { Booking } from '../../shared/domain/booking.ts'
import type { BookingId, HolderId } from '../../shared/domain/ids.ts'
import { atSite } from '../../shared/domain/rights.ts'
import type { Table } from '../../shared/store/client.ts'
import { type DoorStore, doorStore } from '../../shared/store/door-store.ts'
import { aBookingBody, aKey, anApi } from '../support/api.ts'
import { aSite } from '../support/builders.ts'
import { engines, freshTable } from '../support/engine.ts'
import { dying, interleaved } from '../support/interrupted.ts'
import { aSetUp, fixedOpening } from '../support/lending.ts'
import { requestNumbers } from '../support/scope.ts'
import { seed } from '../support/seed.ts'
import { quietly } from './house.ts'
import { reconcile } from './reconcile.ts'

const SITE = aSite().id
const MOST_REQUESTS = 60

const keypad = (id: string, byHand = false, digits = 6) => ({
  kind: 'door-code',
  door: { id, digits, byHand },
})
const WITHOUT = { kind: 'open' }

type Api = ReturnType<typeof anApi>

const withoutFacts = ({
  id: _,
  ended: __,
  settled: ___,
  unstaffed: ____,
  ...setUp
}: Record<string, unknown>) => setUp

/** A space with bookings to come, and a lock that records which booking opens which door. */
const aStage = async (engine: (typeof engines)[number]) => {
  const table: Table = await freshTable(engine)
  await seed(table, aSite(), [])
  const doors: DoorStore = doorStore(table, ['k'.repeat(40)])
  const api = anApi(table, { doors })
  const manager = await api.signIn('manager@example.org')
  await api.deps.grants.give(idOf('holder', 'manager@example.org') as HolderId, {
    role: 'manager',
    scope: atSite(SITE),
  })
  const opens = new Map<string, string>()
  const seen = new Map<string, Booking>()
  const locks = {
    grant: async ({ door, booking }: { door: string; booking: string }, code: string) =>
      void opens.set(`${door} ${booking}`, code),
    revoke: async ({ door, booking }: { door: string; booking: string }) =>
      void opens.delete(`${door} ${booking}`),
  }
  const ids: BookingId[] = []
  return {
    table,
    api,
    ids,
    doors,
    manager,
    lend: async (changes: object) => {
      const body = aSetUp({ openings: [fixedOpening('08:00', '19:00')], ...changes })
      const answer = await api.call('POST', `/sites/${SITE}/spaces`, {
        body,
        headers: aKey(),
        cookie: manager,
      })
      expect(answer.status).toBe(201)
      return answer.body
    },
    change: (space: { id: string; revision: number }, changes: object, on: Api = api) =>
      on.call('PUT', `/sites/${SITE}/spaces/${space.id}`, {
        body: { ...withoutFacts(space as never), ...changes },
        cookie: manager,
      }),
    book: async (space: string, date = '2026-11-24') => {
      const cookie = await api.signIn(`somebody-${ids.length}@example.org`)
      const body = aBookingBody({ space, date, start: '09:00', end: '11:00' })
      const answer = await api.call('POST', '/bookings', { body, headers: aKey(), cookie })
      expect(answer.status).toBe(201)
      ids.push(answer.body.id)
      return () => api.call('DELETE', `/bookings/${answer.body.id}`, { cookie })
    },
    /** Delivers each booking that has changed since the last delivery. */
    stream: async () => {
      for (const id of ids) {
        const booking = (await api.deps.bookings.findBooking(id)) as Booking
        const from = seen.get(id)
        if (from?.revision === booking.revision) continue
        await tellLock({ booking, from }, { ...api.deps, doors, locks })
        seen.set(id, booking)
      }
    },
    /** Number of bookings that open each door. */
    opening: () => {
      const doorsOf = [...opens.keys()].map((name) => name.split(' ')[0] ?? '')
      return Object.fromEntries(
        [...Map.groupBy(doorsOf, (door) => door)].map(([door, all]) => [door, all.length]),
      )
    },
  }
}

describe.each(engines)('a keypad of a space with bookings to come, on $name', (engine) => {
  let stage: Awaited<ReturnType<typeof aStage>>
  beforeEach(async () => {
    stage = await aStage(engine)
  })

  const prepare = async (access: object) => {
    const space = await stage.lend({ access })
    for (const date of ['2026-11-24', '2026-11-25', '2026-11-26']) await stage.book(space.id, date)
    await stage.stream()
    return space
  }
  const saved = async (...change: Parameters<typeof stage.change>) => {
    const { status, body } = await stage.change(...change)
    expect([status, body.settled]).toEqual([200, true])
    await stage.stream()
    return body
  }

  it('gets their codes when given, passes them to the next keypad, and loses them when removed', async () => {
    const space = await prepare(WITHOUT)
    expect(stage.opening()).toEqual({})
    const given = await saved(space, { access: keypad('entree') })
    expect(stage.opening()).toEqual({ entree: 3 })
    const moved = await saved(given, { access: keypad('cour') })
    expect(stage.opening()).toEqual({ cour: 3 })
    await saved(moved, { access: WITHOUT })
    expect(stage.opening()).toEqual({})
  })

  it('is told nothing more, and keeps no code as told, once its codes are typed in by hand', async () => {
    const space = await prepare(keypad('entree'))
    const use = (byHand?: true) => ({
      site: SITE,
      door: { id: 'entree' as never, digits: 6, byHand },
      booking: stage.ids[0] as BookingId,
    })
    expect(stage.opening()).toEqual({ entree: 3 })
    const byHand = await saved(space, { access: keypad('entree', true) })
    expect(stage.opening()).toEqual({})
    expect((await stage.doors.findCode(use(true)))?.told).toBeUndefined()
    await saved(byHand, { access: keypad('entree') })
    expect(stage.opening()).toEqual({ entree: 3 })
    expect((await stage.doors.findCode(use()))?.told?.window).toBeDefined()
  })

  it('leaves bookings as they are when only something else of its space changes', async () => {
    const space = await prepare(keypad('entree'))
    await saved(space, { name: 'Grand bureau' })
    for (const id of stage.ids) expect((await stage.api.deps.bookings.findBooking(id))?.revision).toBe(0)
  })

  it('gets the code of a booking that is made at any request of its change', async () => {
    let space = await stage.lend({ access: WITHOUT, capacity: 200 })
    for (const [turn, at] of requestNumbers(MOST_REQUESTS).entries()) {
      const next = turn % 2 ? WITHOUT : keypad('entree')
      let cancel: (() => Promise<unknown>) | undefined
      const other = interleaved(engine, at, async () => {
        cancel = await stage.book(space.id)
      })
      const on = anApi({ name: stage.table.name, client: other.client })
      const { status, body } = await stage.change(space, { access: next }, on)
      expect([status, body.settled], `request ${at}`).toEqual([200, true])
      if (!cancel) return expect(at).toBeGreaterThan(8)
      await stage.stream()
      expect(stage.opening(), `request ${at}`).toEqual(next === WITHOUT ? {} : { entree: 1 })
      await cancel()
      await stage.stream()
      expect(stage.opening(), `request ${at}`).toEqual({})
      space = body
    }
    expect.unreachable('more requests than were looked at')
  }, 60_000)
})

describe.each(engines.slice(0, 1))('a change of keypad, on $name', (engine) => {
  it.each(['before', 'after'] as const)(
    'gives each booking its code once, when killed %s any request and finished later',
    async (moment) => {
      const stage = await aStage(engine)
      let space = await stage.lend({ access: WITHOUT })
      for (const date of ['2026-11-24', '2026-11-25']) await stage.book(space.id, date)
      for (const [turn, at] of requestNumbers(MOST_REQUESTS).entries()) {
        const next = turn % 2 ? WITHOUT : keypad('entree')
        const dead = dying(engine, at, moment)
        await quietly(() =>
          stage.change(space, { access: next }, anApi({ name: stage.table.name, client: dead.client })),
        )
        const finish =
          at % 4 < 2 ? () => stage.change(space, { access: next }) : () => reviewSite(SITE, stage.api.deps)
        await finish()
        const done = await stage.change(space, { access: next })
        expect([done.status, done.body.settled], `request ${at}`).toEqual([200, true])
        space = done.body
        await stage.stream()
        expect(stage.opening(), `request ${at}`).toEqual(next === WITHOUT ? {} : { entree: 2 })
        const [booking] = await Promise.all(stage.ids.map((id) => stage.api.deps.bookings.findBooking(id)))
        expect(booking?.revision, `request ${at}`).toBe(turn + 1)
        if (dead.requests >= at) continue
        expect(at).toBeGreaterThan(8)
        return expect((await reconcile(stage.table, SITE)).faults).toEqual([])
      }
      expect.unreachable('more requests than were looked at')
    },
    120_000,
  )
})
