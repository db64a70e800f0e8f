import { setTimeout as sleep } from 'node:timers/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import { instantAt } from '../../shared/domain/instant.ts'
import { quarter } from '../../shared/domain/quarter.ts'
import { aKey } from '../support/api.ts'
import { date, PARIS } from '../support/builders.ts'
import { engines } from '../support/engine.ts'
import { aSeries, aSeriesStage, booked, type DateView, refused, type SeriesStage } from '../support/series.ts'

const THURSDAYS = ['2026-11-26', '2026-12-03', '2026-12-10', '2026-12-17']

describe.each(engines)('an interrupted or concurrent series on $name', (engine) => {
  let stage: SeriesStage

  beforeAll(async () => {
    stage = await aSeriesStage(engine)
  })

  it('has one effect when repeated, in order or at once', async () => {
    await stage.withSpace('once')
    const cookie = await stage.somebody()
    const key = aKey()
    const body = aSeries({ space: 'once', mode: 'all' })
    const answers = await Promise.all([stage.repeat(cookie, body, key), stage.repeat(cookie, body, key)])
    answers.push(await stage.repeat(cookie, body, key))
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201])
    expect(new Set(answers.map((each) => JSON.stringify(each.body))).size).toBe(1)
    expect(await stage.bookedAt('once')).toHaveLength(4)
    const other = await stage.repeat(cookie, aSeries({ space: 'once', start: '17:00' }), key)
    expect(other).toMatchObject({ status: 422, body: { code: 'key-reused' } })
  })

  it('says what is booked, and is finished by repeating', async () => {
    await stage.withSpace('stopped')
    const cookie = await stage.somebody()
    const key = aKey()
    let writes = 0
    const failing = stage.withBookings((store) => ({
      addBooking: async (...booking) => {
        if (++writes > 2) throw new Error('planted: the function is stopped')
        return store.addBooking(...booking)
      },
    }))
    const body = aSeries({ space: 'stopped' })
    expect((await stage.repeat(cookie, body, key, failing)).status).toBe(500)
    const left = await stage.bookedAt('stopped')
    expect(left).toHaveLength(2)
    const halfway = await stage.api.call('GET', `/series/${left[0]?.series}`, { cookie })
    expect(halfway).toMatchObject({ status: 200, body: { state: 'booking' } })
    expect(booked(halfway.body.dates)).toEqual(left.map((each) => each.date))
    const whole = await stage.repeat(cookie, body, key)
    expect(whole).toMatchObject({ status: 201, body: { state: 'done', id: left[0]?.series } })
    expect(booked(whole.body.dates)).toEqual(THURSDAYS)
    expect(await stage.bookedAt('stopped')).toHaveLength(4)
  })

  it('is not continued once it is cancelled', async () => {
    await stage.withSpace('dropped')
    const cookie = await stage.somebody()
    const key = aKey()
    const failing = stage.withBookings((store) => ({
      addBooking: async (booking, hash) => {
        if (booking.date > '2026-12-05') throw new Error('planted: the function is stopped')
        return store.addBooking(booking, hash)
      },
    }))
    expect((await stage.repeat(cookie, aSeries({ space: 'dropped' }), key, failing)).status).toBe(500)
    const [one] = await stage.bookedAt('dropped')
    const ended = await stage.api.call('DELETE', `/series/${one?.series}`, { cookie })
    expect(refused(ended.body.dates)).toEqual(['2026-12-10 cancelled', '2026-12-17 cancelled'])
    const again = await stage.repeat(cookie, aSeries({ space: 'dropped' }), key)
    expect(booked(again.body.dates)).toEqual([])
    expect(await stage.bookedAt('dropped')).toEqual([])
  })

  it('answers in time when it is too long for one request, and goes on when repeated', async () => {
    await stage.withSpace('slow')
    const cookie = await stage.somebody()
    const key = aKey()
    const slow = stage.withBookings((store) => ({
      addBooking: async (...booking) => {
        await sleep(900)
        return store.addBooking(...booking)
      },
    }))
    const body = aSeries({ space: 'slow', mode: 'all', rule: 'FREQ=WEEKLY;COUNT=52' })
    const startedAt = performance.now()
    expect((await stage.askOnce(cookie, body, key, slow)).body.code).toBe('busy')
    expect(performance.now() - startedAt).toBeLessThan(9000)
    const done = (await stage.bookedAt('slow')).length
    expect(done).toBeGreaterThan(4)
    expect(done).toBeLessThan(52)
    expect(booked((await stage.repeat(cookie, body, key)).body.dates)).toHaveLength(52)
    expect(await stage.bookedAt('slow')).toHaveLength(52)
  })

  it('with `all` gives every date back when one is taken in between', async () => {
    await stage.withSpace('race')
    const cookie = await stage.somebody()
    const rival = await stage.somebody()
    const key = aKey()
    let taken = false
    const raced = stage.withBookings((store) => ({
      addBooking: async (booking, hash) => {
        if (booking.date === '2026-12-17' && !taken) {
          taken = true
          await stage.book(rival, { space: 'race', date: '2026-12-17' })
        }
        return store.addBooking(booking, hash)
      },
    }))
    const body = aSeries({ space: 'race', mode: 'all' })
    const answer = await stage.repeat(cookie, body, key, raced)
    expect(answer).toMatchObject({ status: 409, body: { code: 'series-refused' } })
    expect(refused(answer.body.dates)).toEqual(['2026-12-17 taken'])
    expect((await stage.bookedAt('race')).map((each) => each.date)).toEqual(['2026-12-17'])
    expect((await stage.repeat(cookie, body, key)).body.code).toBe('series-refused')
    expect((await stage.bookedAt('race')).map((each) => each.date)).toEqual(['2026-12-17'])
  })

  it('with `all` is booked wholly at most once when two want the same dates', async () => {
    await stage.withSpace('duel')
    const body = aSeries({ space: 'duel', mode: 'all', rule: 'FREQ=WEEKLY;COUNT=12' })
    const [one, other] = [await stage.somebody(), await stage.somebody()]
    const answers = await Promise.all([stage.repeat(one, body), stage.repeat(other, body)])
    const winners = answers.filter(({ status }) => status === 201)
    expect(answers.filter(({ status }) => status === 409).length).toBe(2 - winners.length)
    expect(winners.length).toBeLessThanOrEqual(1)
    expect(await stage.bookedAt('duel')).toHaveLength(12 * winners.length)
  })

  it('is cancelled from a date on, or wholly, except for started dates', async () => {
    await stage.withSpace('leaving')
    const cookie = await stage.somebody()
    const { body } = await stage.repeat(cookie, aSeries({ space: 'leaving' }))
    const cancel = (query = '') => stage.api.call('DELETE', `/series/${body.id}${query}`, { cookie })
    const some = await cancel('?from=2026-12-10')
    expect(some.status).toBe(200)
    expect(booked(some.body.dates)).toEqual(['2026-11-26', '2026-12-03'])
    expect(await stage.bookedAt('leaving')).toHaveLength(2)
    const here = stage.api.clock.now
    stage.api.clock.now = instantAt(date('2026-11-26'), quarter(74), PARIS)
    const all = await cancel()
    expect(booked(all.body.dates)).toEqual(['2026-11-26'])
    expect(refused(all.body.dates)).toEqual(['2026-11-26 already-started'])
    expect((await cancel()).body).toEqual(all.body)
    stage.api.clock.now = here
    expect((await cancel('?from=soon')).body.code).toBe('invalid')
    expect(
      (await stage.api.call('DELETE', `/series/${body.id}`, { cookie: await stage.somebody() })).status,
    ).toBe(404)
  })

  it('keeps single dates that were moved or cancelled', async () => {
    await stage.withSpace('alone')
    const cookie = await stage.somebody()
    const key = aKey()
    const { body } = await stage.repeat(cookie, aSeries({ space: 'alone' }), key)
    const [first, second] = body.dates
    await stage.api.call('PATCH', `/bookings/${first.booking}`, { body: { date: '2026-11-27' }, cookie })
    await stage.api.call('DELETE', `/bookings/${second.booking}`, { cookie })
    const again = await stage.repeat(cookie, aSeries({ space: 'alone' }), key)
    expect(again.body.dates.map(({ status }: DateView) => status)).toEqual([
      'confirmed',
      'cancelled',
      'confirmed',
      'confirmed',
    ])
    expect(await stage.bookedAt('alone')).toHaveLength(3)
  })
})
