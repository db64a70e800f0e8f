import { beforeAll, describe, expect, it } from 'vitest'
import { reviewSite } from '../../functions/use-cases/review-site.ts'
import { type Answer, aKey, anApi } from '../support/api.ts'
import { aSite } from '../support/builders.ts'
import { aClosureStage, type ClosureStage, lentFloor } from '../support/closures.ts'
import { engines } from '../support/engine.ts'
import { dying, interleaved, stepping } from '../support/interrupted.ts'
import { aSetUp, fixedOpening } from '../support/lending.ts'
import { requestNumbers } from '../support/scope.ts'
import { quietly } from './house.ts'
import { reconcile } from './reconcile.ts'

const SITE = aSite().id
const MOST_REQUESTS = 80

const aDay = (() => {
  let days = 0
  return () => new Date(Date.UTC(2027, 0, 1 + days++)).toISOString().slice(0, 10)
})()

const LIMITS = { noticeMinutes: 0, horizonDays: 400, shortestMinutes: 15, longestMinutes: 720 }
const setUp = (capacity: number) =>
  aSetUp({ name: 'bureau', capacity, openings: [fixedOpening('08:00', '20:00')], limits: LIMITS })

type On = Pick<ReturnType<typeof anApi>, 'call'>

describe.each(engines)('a closure while a space grows, on $name', (engine) => {
  let stage: ClosureStage
  let people: string[]
  beforeAll(async () => {
    stage = await aClosureStage(engine, { here: [lentFloor('bureau', 1)] })
    people = await Promise.all(Array.from({ length: 3 }, async () => (await stage.somebody()).cookie))
  })

  const cookie = () => stage.manager.cookie
  const spaces = async () =>
    (await stage.api.call('GET', `/sites/${SITE}/lent-spaces`, { cookie: cookie() })).body.spaces as {
      id: string
      revision: number
      capacity: number
    }[]
  /** Adds one place to the first space. */
  const grow = async (on: On = stage.api): Promise<Answer> => {
    const { revision = 0, capacity = 0 } = (await spaces()).find(({ id }) => id === 'bureau') ?? {}
    const body = { ...setUp(capacity + 1), revision }
    return on.call('PUT', `/sites/${SITE}/spaces/bureau`, { body, cookie: cookie() })
  }
  const shrink = async (): Promise<void> => {
    const { revision = 0 } = (await spaces()).find(({ id }) => id === 'bureau') ?? {}
    const body = { ...setUp(1), revision }
    const { status } = await stage.api.call('PUT', `/sites/${SITE}/spaces/bureau`, { body, cookie: cookie() })
    expect(status).toBe(200)
  }
  const close = (day: string, on: On = stage.api) =>
    on.call('POST', `/sites/${SITE}/closures`, {
      body: { kind: 'planned', from: day, to: day, reason: 'Fuite d’eau' },
      headers: aKey(),
      cookie: cookie(),
    })
  const expectAllClosed = async (day: string, why: string) => {
    const read = await stage.api.deps.sites.readDay(SITE, day as never)
    for (const { id, capacity } of read?.spaces ?? [])
      expect(read?.occupancyOf(id)[40], `${why}, ${id}`).toBe(capacity)
    const { status, body } = await stage.book(people[0] as string, {
      date: day,
      space: read?.spaces.at(-1)?.id,
    })
    expect({ status, code: body.code }, why).toEqual({ status: 409, code: 'closed' })
  }
  const faults = async () => (await reconcile(stage.table, SITE)).faults

  it('takes the new places, wherever the growth falls among its requests', async () => {
    for (const at of requestNumbers(MOST_REQUESTS)) {
      const day = aDay()
      let grown: Answer | undefined
      const other = interleaved(engine, at, async () => {
        grown = await grow()
      })
      const closed = await close(day, anApi({ name: stage.table.name, client: other.client }))
      expect(closed, `request ${at}`).toMatchObject({ status: 201, body: { state: 'closed' } })
      if (!grown) {
        expect(at).toBeGreaterThan(8)
        return expect(await faults()).toEqual([])
      }
      expect(grown, `request ${at}`).toMatchObject({ status: 200, body: { settled: true } })
      await expectAllClosed(day, `request ${at}`)
      await stage.reopen(closed.body.id)
      await shrink()
    }
    expect.unreachable('more requests than were looked at')
  }, 90_000)

  it('ends what is booked until the growth is done, wherever it falls among its requests', async () => {
    for (const at of requestNumbers(MOST_REQUESTS)) {
      const day = aDay()
      let closed: Answer | undefined
      const booked: Answer[] = []
      const other = stepping(engine, async (number) => {
        if (number === at) closed = await close(day)
        if (number <= at) return
        const answer = await stage.book(people[booked.length] as string, { date: day })
        if (answer.status === 201) booked.push(answer)
      })
      const grown = await grow(anApi({ name: stage.table.name, client: other.client }))
      expect(grown.status, `request ${at}`).toBe(200)
      // A machine that is busy leaves the rest to the review.
      if (!grown.body.settled) await reviewSite(SITE, stage.api.deps)
      if (!closed) {
        expect(at).toBeGreaterThan(8)
        return expect(await faults()).toEqual([])
      }
      await expectAllClosed(day, `request ${at}`)
      for (const { body } of booked)
        expect(await stage.api.deps.bookings.findBooking(body.id), `request ${at}`).toMatchObject({
          status: 'cancelled',
          cause: 'closure',
        })
      await stage.reopen(closed.body.id)
      await shrink()
    }
    expect.unreachable('more requests than were looked at')
  }, 120_000)

  it('takes a newly lent space, wherever the lending falls among its requests', async () => {
    for (const at of requestNumbers(MOST_REQUESTS)) {
      const day = aDay()
      let lent: Answer | undefined
      const other = interleaved(engine, at, async () => {
        const body = { ...setUp(2), name: `Salle ${at}` }
        lent = await stage.api.call('POST', `/sites/${SITE}/spaces`, {
          body,
          headers: aKey(),
          cookie: cookie(),
        })
      })
      const closed = await close(day, anApi({ name: stage.table.name, client: other.client }))
      expect(closed, `request ${at}`).toMatchObject({ status: 201, body: { state: 'closed' } })
      if (!lent) {
        expect(at).toBeGreaterThan(8)
        return expect(await faults()).toEqual([])
      }
      expect(lent, `request ${at}`).toMatchObject({ status: 201, body: { settled: true } })
      await expectAllClosed(day, `request ${at}`)
      await stage.reopen(closed.body.id)
    }
    expect.unreachable('more requests than were looked at')
  }, 90_000)
})

describe.each(engines.slice(0, 1))('the growth of a closed part, on $name', (engine) => {
  it('ends who no longer fits when it is killed after any request, repeated and reviewed', async () => {
    const floor = [lentFloor('a', 2), lentFloor('b', 3), lentFloor('tout', 6, ['a', 'b'])]
    const stage = await aClosureStage(engine, { here: floor })
    const { cookie } = await stage.somebody()
    const lend = async (capacity: number) => {
      const path = `/sites/${SITE}/lent-spaces`
      const { spaces } = (await stage.api.call('GET', path, { cookie: stage.manager.cookie })).body
      const { revision } = spaces.find(({ id }: { id: string }) => id === 'a')
      const body = { ...setUp(capacity), name: 'a', revision }
      return (on: On) => on.call('PUT', `/sites/${SITE}/spaces/a`, { body, cookie: stage.manager.cookie })
    }
    for (const at of requestNumbers(MOST_REQUESTS)) {
      const day = aDay()
      const { body: booking } = await stage.book(cookie, { space: 'tout', places: 4, date: day })
      const { body: closure } = await stage.close({ kind: 'planned', from: day, to: day, spaces: ['a'] })
      expect(closure, `request ${at}`).toMatchObject({ state: 'closed', bookings: [] })
      const grow = await lend(3)
      const dead = dying(engine, at, 'after')
      await quietly(() => grow(anApi({ name: stage.table.name, client: dead.client })))
      expect(await grow(stage.api), `request ${at}`).toMatchObject({ status: 200, body: { settled: true } })
      const { body: report } = await stage.report(closure.id)
      expect(report.bookings, `request ${at}`).toMatchObject([{ id: booking.id, outcome: 'cancelled' }])
      await reviewSite(SITE, stage.api.deps)
      expect((await stage.report(closure.id)).body, `request ${at}`).toEqual({ ...report, state: 'closed' })
      await stage.reopen(closure.id)
      expect((await (await lend(2))(stage.api)).status).toBe(200)
      if (dead.requests >= at) continue
      expect(at).toBeGreaterThan(20)
      return expect((await reconcile(stage.table, SITE)).faults).toEqual([])
    }
    expect.unreachable('more requests than were looked at')
  }, 180_000)
})
