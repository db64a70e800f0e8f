import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Dependencies } from '../../functions/dependencies.ts'
import { extendAllSeries } from '../../functions/jobs/extend-series/extend-all-series.ts'
import type { CounterHours } from '../../shared/domain/counter-hours.ts'
import { type Instant, instantAt } from '../../shared/domain/instant.ts'
import { quarter } from '../../shared/domain/quarter.ts'
import { networkStore } from '../../shared/store/network-store.ts'
import { quietly } from '../proof/house.ts'
import { reconcile } from '../proof/reconcile.ts'
import { AFTERNOONS, anOpening, aSite, date, NOW, PARIS } from '../support/builders.ts'
import { engines } from '../support/engine.ts'
import { scanAll } from '../support/scan.ts'
import {
  aSeries,
  aSeriesStage,
  booked,
  limits,
  places,
  refused,
  type SeriesStage,
} from '../support/series.ts'

const FOUR_WEEKS = { limits: { ...limits, horizonDays: 28 } }
const AMPLE = { getRemainingTimeInMillis: () => 900_000 }
/** From Saturday 21 November, four weeks ahead. */
const FIRST = ['2026-11-26', '2026-12-03', '2026-12-10', '2026-12-17']

describe.each(engines)('a series without an end on $name', (engine) => {
  let stage: SeriesStage
  let people = 0
  const run = (deps: Dependencies = stage.api.deps, context = AMPLE) =>
    quietly(() => extendAllSeries(deps)({}, context))
  const goTo = (day: string) => {
    stage.api.clock.now = instantAt(date(day), quarter(4), PARIS)
  }
  const rolling = () => stage.api.deps.series.listRollingSeries()

  /** Somebody's series; `cookie` is of a session opened now, whatever the day. */
  const aRollingSeries = async (space: string, changes = {}) => {
    await stage.withSpace(space, FOUR_WEEKS)
    const email = `rolling-${people++}@example.org`
    const cookie = () => stage.api.signIn(email)
    const body = aSeries({ space, rule: 'FREQ=WEEKLY', ...changes })
    const made = await stage.repeat(await cookie(), body)
    expect(made).toMatchObject({ status: 201, body: { rolling: true } })
    const { id } = made.body
    return {
      id,
      cookie,
      read: async () => stage.read(await cookie(), id),
      cancel: async (query = '') =>
        stage.api.call('DELETE', `/series/${id}${query}`, { cookie: await cookie() }),
    }
  }

  beforeAll(async () => {
    stage = await aSeriesStage(engine)
  })
  beforeEach(() => {
    stage.api.clock.now = NOW
  })
  afterEach(async () => {
    for (const id of await rolling()) {
      const series = (await stage.api.deps.series.findSeries(id))?.series
      if (series) await stage.api.deps.series.changeSeries(series, { rolling: undefined })
    }
    expect(await rolling()).toEqual([])
  })
  afterAll(async () => {
    expect((await reconcile(stage.table, aSite().id)).faults).toEqual([])
  })

  it('waits for dates with unknown hours, and books them once they are known', async () => {
    const hours = (counter: CounterHours) =>
      networkStore(stage.table).writeItems({ sites: [], hours: new Map([[aSite().id, counter]]) }, () => {})
    await stage.withSpace('idle', { ...FOUR_WEEKS, openings: [anOpening()] })
    await hours({ ...AFTERNOONS, exceptions: { '2026-12-10': 'unknown' } })
    const email = `rolling-${people++}@example.org`
    const made = await stage.repeat(
      await stage.api.signIn(email),
      aSeries({ space: 'idle', rule: 'FREQ=WEEKLY' }),
    )
    const read = async () => (await stage.read(await stage.api.signIn(email), made.body.id)).dates
    expect(booked(await read())).toEqual(FIRST.slice(0, 2))
    goTo('2026-11-24')
    await run()
    expect(booked(await read())).toEqual(FIRST.slice(0, 2))
    await hours(AFTERNOONS)
    await run()
    expect([booked(await read()), refused(await read())]).toEqual([FIRST, []])
  })

  it('is booked date by date as they come within reach, long after its holder signed out', async () => {
    const { read } = await aRollingSeries('desk')
    expect(booked((await read()).dates)).toEqual(FIRST)
    goTo('2026-12-24')
    await run()
    goTo('2027-05-13')
    await run()
    const { dates, rolling: rolls } = await read()
    expect(rolls).toBe(true)
    expect(booked(dates).slice(0, 7)).toEqual([...FIRST, '2026-12-24', '2026-12-31', '2027-01-07'])
    expect(booked(dates).at(-1)).toBe('2027-06-10')
    expect(refused(dates)).toHaveLength(15)
    expect(refused(dates)[0]).toBe('2027-01-28 past')
    expect(new Set(places(dates).map((each) => each.slice(11)))).toEqual(new Set(['18:00 desk']))
  })

  it('is left alone when nothing has come within reach', async () => {
    await aRollingSeries('quiet')
    await run()
    const before = await scanAll(stage.table)
    goTo('2026-11-25')
    await run()
    expect(await scanAll(stage.table)).toBe(before)
  })

  it('is booked once by runs in order or side by side', async () => {
    const { read } = await aRollingSeries('once', { rule: 'FREQ=DAILY' })
    goTo('2026-12-05')
    await Promise.all([run(), run(), run()])
    await run()
    expect(booked((await read()).dates)).toHaveLength(38)
    expect(await stage.bookedAt('once')).toHaveLength(38)
  })

  it('leaves out the dates that were excepted from the start', async () => {
    const { read } = await aRollingSeries('except', { exceptions: ['2026-12-31'] })
    goTo('2026-12-24')
    await run()
    expect(booked((await read()).dates)).toEqual([
      ...FIRST,
      '2026-12-24',
      '2027-01-07',
      '2027-01-14',
      '2027-01-21',
    ])
  })

  it('says which dates were not booked, and why, and goes on', async () => {
    const { read } = await aRollingSeries('contested')
    goTo('2026-12-01')
    await stage.book(await stage.somebody(), { space: 'contested', date: '2026-12-24' })
    goTo('2026-12-08')
    await run()
    const { dates } = await read()
    expect(refused(dates)).toEqual(['2026-12-24 taken'])
    expect(dates.find(({ refusal }: { refusal?: string }) => refusal).alternatives).toHaveLength(3)
    expect(booked(dates)).toEqual([...FIRST, '2026-12-31'])
  })

  it('is refused date by date while new conditions are not accepted, and goes on after that', async () => {
    const { read, cookie } = await aRollingSeries('ruled')
    const { conditions } = stage.api.deps
    await conditions.ask(aSite().id, { version: 1, rules: 'On range les chaises.', needsInsurance: false })
    goTo('2026-12-01')
    await run()
    expect(refused((await read()).dates)).toEqual(['2026-12-24 conditions-missing'])
    const accepted = { body: { version: 1 }, cookie: await cookie() }
    expect((await stage.api.call('PUT', `/sites/${aSite().id}/acceptance`, accepted)).status).toBe(200)
    goTo('2026-12-08')
    await run()
    await conditions.ask(aSite().id, { version: 2, needsInsurance: false })
    expect(booked((await read()).dates)).toEqual([...FIRST, '2026-12-31'])
  })

  it('with `all` is all or nothing at first only', async () => {
    const { read } = await aRollingSeries('whole', { mode: 'all' })
    goTo('2026-12-01')
    await stage.book(await stage.somebody(), { space: 'whole', date: '2026-12-24' })
    await run()
    const { dates, state } = await read()
    expect([state, booked(dates), refused(dates)]).toEqual(['done', FIRST, ['2026-12-24 taken']])
  })

  it('is finished by the next run when it was interrupted, and delays no other', async () => {
    const broken = await aRollingSeries('broken')
    const sound = await aRollingSeries('sound', { start: '09:00', end: '10:00' })
    goTo('2026-12-17')
    const failing = stage.withBookings((store) => ({
      addBooking: async (booking, hash) => {
        if (booking.space === 'broken' && booking.date > '2026-12-28')
          throw new Error('planted: the function is stopped')
        return store.addBooking(booking, hash)
      },
    }))
    failing.clock.now = stage.api.clock.now
    await expect(run(failing.deps)).rejects.toThrow('1 series could not be extended')
    expect(booked((await sound.read()).dates)).toHaveLength(8)
    const halfway = (await broken.read()).dates
    expect(booked(halfway)).toEqual([...FIRST, '2026-12-24'])
    expect(halfway).toHaveLength(8)
    await run()
    expect(booked((await broken.read()).dates)).toEqual([
      ...FIRST,
      ...['2026-12-24', '2026-12-31', '2027-01-07', '2027-01-14'],
    ])
    expect(await stage.bookedAt('broken')).toHaveLength(8)
  })

  it('is left to the next run when time is short, which is asked for', async () => {
    const { read } = await aRollingSeries('late')
    goTo('2026-12-17')
    const short = { getRemainingTimeInMillis: () => 59_000 }
    await expect(run(stage.api.deps, short)).rejects.toThrow('1 were left')
    expect(booked((await read()).dates)).toEqual(FIRST)
  })

  it('ends when it is cancelled', async () => {
    const { read, cancel } = await aRollingSeries('ended')
    goTo('2026-12-04')
    expect((await cancel()).body).toMatchObject({ rolling: false })
    expect(await rolling()).toEqual([])
    goTo('2027-02-01')
    await run()
    expect(booked((await read()).dates)).toEqual(['2026-11-26', '2026-12-03'])
    expect((await cancel()).status).toBe(200)
  })

  it('goes on until the distant date that it is cancelled from', async () => {
    const { read, cancel } = await aRollingSeries('until')
    expect((await cancel('?from=2027-01-07')).body).toMatchObject({ rolling: true })
    expect((await cancel('?from=2027-03-04')).body).toMatchObject({ rolling: true })
    goTo('2026-12-24')
    await run()
    expect(booked((await read()).dates)).toEqual([...FIRST, '2026-12-24', '2026-12-31'])
    expect(await rolling()).toEqual([])
    expect((await read()).rolling).toBe(false)
  })

  it('keeps no next date that was booked during its cancellation', async () => {
    const { read, cancel } = await aRollingSeries('crossed')
    goTo('2026-12-17')
    let cancelled = false
    const crossed = stage.withBookings((store) => ({
      addBooking: async (booking, hash) => {
        if (!cancelled) {
          cancelled = true
          await cancel('?from=2026-12-18')
        }
        return store.addBooking(booking, hash)
      },
    }))
    crossed.clock.now = stage.api.clock.now
    await run(crossed.deps)
    await run()
    expect((await stage.bookedAt('crossed')).map((each) => each.date)).toEqual(FIRST)
    expect(await rolling()).toEqual([])
    expect(booked((await read()).dates)).toEqual(FIRST)
  })

  it('goes on at its new time, days and space after a move', async () => {
    const { id, cookie, read } = await aRollingSeries('old')
    await stage.withSpace('new', FOUR_WEEKS)
    const changes = { start: '09:00', end: '10:00', days: 1, space: 'new' }
    expect((await stage.move(await cookie(), id, changes, '?from=2026-12-10')).status).toBe(200)
    goTo('2026-12-04')
    await run()
    expect(places((await read()).dates)).toEqual([
      ...['2026-11-26 18:00 old', '2026-12-03 18:00 old'],
      ...['2026-12-11 09:00 new', '2026-12-18 09:00 new', '2026-12-25 09:00 new', '2027-01-01 09:00 new'],
    ])
  })

  it('has the new time on next dates that were booked during its move', async () => {
    const { id, cookie, read } = await aRollingSeries('overtaken')
    goTo('2026-12-10')
    const owner = await cookie()
    let asked: Promise<unknown> | undefined
    const overtaken = stage.withBookings((store) => ({
      addBooking: async (booking, hash) => {
        asked ??= stage.move(owner, id, { start: '09:00', end: '10:00' }, '?from=2026-12-11')
        await asked
        return store.addBooking(booking, hash)
      },
    }))
    overtaken.clock.now = stage.api.clock.now
    await run(overtaken.deps)
    expect(await asked).toMatchObject({ status: 200 })
    const nine = places((await read()).dates).filter((each) => each.includes('09:00'))
    expect(nine.map((each) => each.slice(0, 10))).toEqual([
      '2026-12-17',
      '2026-12-24',
      '2026-12-31',
      '2027-01-07',
    ])
  })

  it('keeps local time when the clocks change', async () => {
    await aRollingSeries('door', { start: '09:00', end: '10:00' })
    for (const day of ['2026-12-17', '2027-01-14', '2027-02-11', '2027-03-11']) {
      goTo(day)
      await run()
    }
    const hourOf = ({ date: day, start }: { date: string; start: number }) =>
      new Date(instantAt(date(day), quarter(start), PARIS) as Instant).toISOString().slice(11, 16)
    const bookings = await stage.bookedAt('door')
    expect(bookings).toHaveLength(20)
    expect(bookings.filter((each) => each.date > '2027-03-20').map(hourOf)).toEqual([
      '08:00',
      '07:00',
      '07:00',
    ])
  })

  it('is the only kind that rolls: one with an end, or refused, does not', async () => {
    await stage.withSpace('finite', FOUR_WEEKS)
    await stage.book(await stage.somebody(), { space: 'finite', date: '2026-12-03' })
    const cookie = await stage.somebody()
    const ended = await stage.repeat(cookie, aSeries({ space: 'finite', rule: 'FREQ=WEEKLY;COUNT=3' }))
    expect(ended.body).toMatchObject({ rolling: false })
    const refusedWhole = aSeries({ space: 'finite', rule: 'FREQ=WEEKLY', mode: 'all', start: '17:00' })
    expect((await stage.repeat(await stage.somebody(), refusedWhole)).status).toBe(409)
    expect(await rolling()).toEqual([])
  })
})
