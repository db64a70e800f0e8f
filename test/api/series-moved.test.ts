import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isWithSeries } from '../../shared/domain/booking-state.ts'
import { instantAt } from '../../shared/domain/instant.ts'
import { quarter } from '../../shared/domain/quarter.ts'
import { reconcile } from '../proof/reconcile.ts'
import { aKey } from '../support/api.ts'
import { aSite, date, PARIS } from '../support/builders.ts'
import { engines } from '../support/engine.ts'
import { scanAll, scanImages } from '../support/scan.ts'
import {
  aSeries,
  aSeriesStage,
  booked,
  type DateView,
  places,
  refused,
  type SeriesStage,
} from '../support/series.ts'

const THURSDAYS = ['2026-11-26', '2026-12-03', '2026-12-10', '2026-12-17']
const NINE = { start: '09:00', end: '11:00' }
const moved = (dates: (DateView & { moved?: true })[]) =>
  dates.filter((each) => each.moved).map((each) => each.date)

describe.each(engines)('a moved series on $name', (engine) => {
  let stage: SeriesStage
  /** Somebody's series in a space of its own. */
  const aBookedSeries = async (space: string, changes = {}) => {
    await stage.withSpace(space)
    const cookie = await stage.somebody()
    const { status, body } = await stage.repeat(cookie, aSeries({ space, ...changes }))
    expect(status).toBe(201)
    const move = (body_: object, query = '', on = stage.api) => stage.move(cookie, body.id, body_, query, on)
    return {
      cookie,
      id: body.id as string,
      dates: body.dates as DateView[],
      move,
      now: () => stage.read(cookie, body.id),
    }
  }

  beforeAll(async () => {
    stage = await aSeriesStage(engine)
  })
  afterAll(async () => {
    expect((await reconcile(stage.table, aSite().id)).faults).toEqual([])
  })

  it('goes wholly to another time and space, and frees the old ones', async () => {
    await stage.withSpace('hall')
    const { move, now } = await aBookedSeries('all-of-it')
    const answer = await move({ ...NINE, space: 'hall' })
    expect(answer).toMatchObject({
      status: 200,
      body: { start: '09:00', end: '11:00', space: { id: 'hall' } },
    })
    expect(moved(answer.body.dates)).toEqual(THURSDAYS)
    expect(places((await now()).dates)).toEqual(THURSDAYS.map((day) => `${day} 09:00 hall`))
    expect(await stage.bookedAt('all-of-it')).toEqual([])
    expect((await stage.bookedAt('hall')).map(isWithSeries)).toEqual([true, true, true, true])
    expect((await stage.bookedAt('hall')).map(({ revision }) => revision)).toEqual([1, 1, 1, 1])
  })

  it('moves from a date on, and keeps earlier dates', async () => {
    const { move, now } = await aBookedSeries('following')
    const answer = await move(NINE, '?from=2026-12-10')
    expect(moved(answer.body.dates)).toEqual(['2026-12-10', '2026-12-17'])
    expect(places((await now()).dates)).toEqual([
      '2026-11-26 18:00 following',
      '2026-12-03 18:00 following',
      '2026-12-10 09:00 following',
      '2026-12-17 09:00 following',
    ])
  })

  it('stays in place at taken dates, and gets alternatives for them', async () => {
    const { move, now } = await aBookedSeries('partly')
    await stage.book(await stage.somebody(), {
      space: 'partly',
      date: '2026-12-10',
      start: '10:00',
      end: '12:00',
    })
    const answer = await move(NINE)
    expect(answer.status).toBe(200)
    expect(refused(answer.body.dates)).toEqual(['2026-12-10 taken'])
    expect(moved(answer.body.dates)).toEqual(THURSDAYS.filter((day) => day !== '2026-12-10'))
    const [refusedDate] = answer.body.dates.filter(({ refusal }: DateView) => refusal)
    expect(refusedDate.alternatives).toContainEqual(
      expect.objectContaining({ space: 'partly', date: '2026-12-10', start: '08:00', end: '10:00' }),
    )
    expect(JSON.stringify(answer.body)).not.toContain('wanted')
    expect(places((await now()).dates)[2]).toBe('2026-12-10 18:00 partly')
    expect(refused((await now()).dates)).toEqual([])
  })

  it('is unchanged by repeating the move, in order or at once', async () => {
    const { move, now } = await aBookedSeries('again')
    const once = await move(NINE, '?from=2026-12-03')
    const before = await scanAll(stage.table)
    expect((await move(NINE, '?from=2026-12-03')).body).toEqual(once.body)
    expect(await scanAll(stage.table)).toBe(before)
    const both = await Promise.all([
      move({ start: '14:00', end: '16:00' }),
      move({ start: '14:00', end: '16:00' }),
    ])
    expect(both.map(({ status }) => status)).toEqual([200, 200])
    expect(places((await now()).dates)).toEqual(THURSDAYS.map((day) => `${day} 14:00 again`))
    expect((await stage.bookedAt('again')).map(({ revision }) => revision).sort()).toEqual([1, 2, 2, 2])
  })

  it('says what is moved when interrupted, and is finished by the same request', async () => {
    const { move, now } = await aBookedSeries('halfway')
    let writes = 0
    const failing = stage.withBookings((store) => ({
      change: async (...changes) => {
        if (++writes > 2) throw new Error('planted: the function is stopped')
        return store.change(...changes)
      },
    }))
    expect((await move(NINE, '', failing)).status).toBe(500)
    const halfway = places((await now()).dates).filter((each) => each.includes('09:00'))
    expect(halfway).toHaveLength(2)
    const whole = await move(NINE)
    expect(moved(whole.body.dates)).toEqual(THURSDAYS)
    expect((await stage.bookedAt('halfway')).map(({ revision }) => revision)).toEqual([1, 1, 1, 1])
  })

  it('is first booked to its end when it was interrupted', async () => {
    await stage.withSpace('unfinished')
    const cookie = await stage.somebody()
    const failing = stage.withBookings((store) => ({
      addBooking: async (booking, hash) => {
        if (booking.date > '2026-12-05') throw new Error('planted: the function is stopped')
        return store.addBooking(booking, hash)
      },
    }))
    await stage.repeat(cookie, aSeries({ space: 'unfinished' }), aKey(), failing)
    const [one] = await stage.bookedAt('unfinished')
    const answer = await stage.move(cookie, String(one?.series), NINE)
    expect(answer).toMatchObject({ status: 200, body: { state: 'done' } })
    expect(places(answer.body.dates)).toEqual(THURSDAYS.map((day) => `${day} 09:00 unfinished`))
  })

  it('takes along a date that was moved alone, only in what is asked', async () => {
    const { cookie, dates, move, now } = await aBookedSeries('alone')
    const [first, second] = dates
    await stage.api.call('PATCH', `/bookings/${first?.booking}`, { body: { date: '2026-11-27' }, cookie })
    await stage.api.call('DELETE', `/bookings/${second?.booking}`, { cookie })
    const answer = await move(NINE)
    expect(places(answer.body.dates)).toEqual([
      '2026-11-27 09:00 alone',
      '2026-12-10 09:00 alone',
      '2026-12-17 09:00 alone',
    ])
    expect(refused(answer.body.dates)).toEqual([])
    expect((await now()).dates.map(({ ruleDate, status }: DateView) => [ruleDate, status])).toEqual([
      ['2026-11-26', 'confirmed'],
      ['2026-12-03', 'cancelled'],
      ['2026-12-10', 'confirmed'],
      ['2026-12-17', 'confirmed'],
    ])
  })

  it('shifts each date by days, even onto the date that comes next', async () => {
    const { move, now } = await aBookedSeries('shift', { rule: 'FREQ=DAILY;COUNT=5' })
    expect((await move({ days: 1 })).status).toBe(200)
    expect(booked((await now()).dates)).toEqual([
      '2026-11-27',
      '2026-11-28',
      '2026-11-29',
      '2026-11-30',
      '2026-12-01',
    ])
    expect((await move({ days: 1 })).status).toBe(200)
    expect((await move({ days: -1 })).status).toBe(200)
    expect(booked((await now()).dates)).toEqual([
      '2026-11-25',
      '2026-11-26',
      '2026-11-27',
      '2026-11-28',
      '2026-11-29',
    ])
    expect(refused((await move({ days: 1 }, '?from=2026-11-29')).body.dates)).toEqual([])
    expect(booked((await now()).dates)).toEqual([
      '2026-11-25',
      '2026-11-26',
      '2026-11-27',
      '2026-11-28',
      '2026-12-01',
    ])
  })

  it('keeps dates that have started', async () => {
    const { move, now } = await aBookedSeries('started')
    const here = stage.api.clock.now
    stage.api.clock.now = instantAt(date('2026-12-03'), quarter(74), PARIS)
    const answer = await move({ start: '10:00', end: '12:00' })
    stage.api.clock.now = here
    expect(moved(answer.body.dates)).toEqual(['2026-12-10', '2026-12-17'])
    expect(refused(answer.body.dates)).toEqual(['2026-11-26 already-started', '2026-12-03 already-started'])
    expect(places((await now()).dates)[1]).toBe('2026-12-03 18:00 started')
    for (const day of ['2026-12-10', '2026-12-17'])
      await stage.book(await stage.somebody(), { space: 'started', date: day, start: '18:00', end: '20:00' })
    stage.api.clock.now = instantAt(date('2026-12-03'), quarter(74), PARIS)
    const back = await move({ start: '18:00', end: '20:00' })
    stage.api.clock.now = here
    expect(back).toMatchObject({ status: 409, body: { code: 'series-not-moved' } })
    expect(await now()).toMatchObject({ start: '10:00' })
  })

  it('keeps local time across both clock changes', async () => {
    const here = stage.api.clock.now
    stage.api.clock.now = instantAt(date('2026-10-01'), quarter(40), PARIS)
    const door = { from: '2026-10-17', rule: 'FREQ=WEEKLY;COUNT=26' }
    const { move, now } = await aBookedSeries('door', door)
    expect((await move({ ...NINE, days: 1 })).status).toBe(200)
    const { dates } = await now()
    stage.api.clock.now = here
    expect(new Set(dates.map(({ start }: DateView) => start))).toEqual(new Set(['09:00']))
    const bookings = await stage.bookedAt('door')
    const hourOf = (day: string) => {
      const found = bookings.find((each) => each.date === day)
      return found && new Date(instantAt(found.date, found.start, PARIS)).toISOString().slice(11, 16)
    }
    expect(['2026-10-18', '2026-10-25', '2027-03-21', '2027-03-28'].map(hourOf)).toEqual([
      '07:00',
      '08:00',
      '08:00',
      '07:00',
    ])
  })

  it('is cancelled from the current dates on', async () => {
    const { cookie, id, move } = await aBookedSeries('then-cancelled')
    await move({ days: 2 })
    const answer = await stage.api.call('DELETE', `/series/${id}?from=2026-12-12`, { cookie })
    expect(booked(answer.body.dates)).toEqual(['2026-11-28', '2026-12-05'])
  })

  let unmoved: ReturnType<typeof aBookedSeries> | undefined
  /** The table, but for what an act that moved nothing leaves: a revision, and when it would have been due. */
  const withoutActs = async () =>
    (await scanImages(stage.table))
      .filter(({ pk }) => pk?.S !== 'DUE')
      .map((item) => (item.pk?.S?.startsWith('SERIES#') ? { ...item, revision: undefined } : item))
  it.each([
    [{}, '', 422, 'invalid'],
    [{ site: '09439A', start: '09:00' }, '', 422, 'invalid'],
    [{ start: '20:00', end: '18:00' }, '', 422, 'invalid'],
    [{ start: '09:07' }, '', 422, 'invalid'],
    [{ days: 1.5 }, '', 422, 'invalid'],
    [{ days: 10_000 }, '', 422, 'invalid'],
    [{ days: '1' }, '', 422, 'invalid'],
    [{ rule: 'FREQ=DAILY' }, '', 422, 'invalid'],
    [NINE, '?from=2026-02-30', 422, 'invalid'],
    [NINE, '?from=soon', 422, 'invalid'],
    [NINE, '?until=2026-12-10', 422, 'invalid'],
    [NINE, '?from=2026-12-18', 422, 'nothing-to-move'],
    [{ space: 'cave' }, '', 404, 'not-found'],
    [{ start: '20:00' }, '', 422, 'invalid'],
    [{ end: '17:00' }, '', 422, 'invalid'],
    [{ start: '19:45' }, '', 409, 'series-not-moved'],
    [{ start: '06:00', end: '08:00' }, '', 409, 'series-not-moved'],
    [{ days: -31 }, '', 409, 'series-not-moved'],
  ])('moved by %o%s is answered %i %s, and stays as it is', async (body, query, status, code) => {
    unmoved ??= aBookedSeries('unmoved')
    const { move } = await unmoved
    const before = await withoutActs()
    const answer = await move(body, query)
    expect([answer.status, answer.body.code]).toEqual([status, code])
    expect(await withoutActs()).toEqual(before)
  })

  it('is shortened from a date on, and has nothing to move once it is cancelled', async () => {
    const { cookie, id, move } = await aBookedSeries('shorter')
    expect((await move({ start: '19:00' }, '?from=2026-12-10')).status).toBe(200)
    expect((await stage.api.call('DELETE', `/series/${id}`, { cookie })).status).toBe(200)
    expect((await move(NINE)).body.code).toBe('nothing-to-move')
  })

  it('never ends before it starts, even if one date was moved alone', async () => {
    const { cookie, id, dates, move, now } = await aBookedSeries('backwards', {
      start: '08:00',
      end: '12:00',
    })
    const afternoon = { start: '14:00', end: '18:00' }
    await stage.api.call('PATCH', `/bookings/${dates[3]?.booking}`, { body: afternoon, cookie })
    const before = await scanAll(stage.table)
    expect((await move({ start: '13:00' })).body).toMatchObject({
      code: 'invalid',
      errors: [{ pointer: '/start' }],
    })
    expect((await move({ end: '08:00' })).body).toMatchObject({
      code: 'invalid',
      errors: [{ pointer: '/end' }],
    })
    expect(await scanAll(stage.table)).toBe(before)
    expect(await now()).toMatchObject({ start: '08:00', end: '12:00' })
    expect((await stage.move(await stage.somebody(), id, { start: '13:00' })).status).toBe(404)
  })

  it('is moved by nobody else, and only with a session', async () => {
    const { id } = await aBookedSeries('mine')
    expect((await stage.move(await stage.somebody(), id, NINE)).status).toBe(404)
    expect((await stage.api.call('PATCH', `/series/${id}`, { body: NINE })).body.code).toBe('signed-out')
  })
})
