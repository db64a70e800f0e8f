import { beforeAll, describe, expect, it } from 'vitest'
import { instantAt } from '../../shared/domain/instant.ts'
import { formatQuarter, quarter } from '../../shared/domain/quarter.ts'
import { aKey } from '../support/api.ts'
import { date, PARIS } from '../support/builders.ts'
import { engines } from '../support/engine.ts'
import { aSeries, aSeriesStage, booked, refused, type SeriesStage } from '../support/series.ts'

describe.each(engines)('a series on $name', (engine) => {
  let stage: SeriesStage

  beforeAll(async () => {
    stage = await aSeriesStage(engine)
    await stage.withSpace('bureau')
    await stage.withSpace('other')
  })

  it('is booked date by date, each an ordinary booking', async () => {
    const cookie = await stage.somebody()
    const made = await stage.repeat(cookie, aSeries({ exceptions: ['2026-12-10'] }))
    expect(made).toMatchObject({
      status: 201,
      body: { state: 'done', start: '18:00', site: { id: '09410A' } },
    })
    expect(booked(made.body.dates)).toEqual(['2026-11-26', '2026-12-03', '2026-12-17'])
    const [first] = made.body.dates
    const one = await stage.api.call('GET', `/bookings/${first.booking}`, { cookie })
    expect(one.body).toMatchObject({ date: first.date, reference: first.reference, series: made.body.id })
    expect((await stage.api.call('GET', `/series/${made.body.id}`, { cookie })).body).toEqual(made.body)
    const lists = (await stage.api.call('GET', '/me/bookings', { cookie })).body.bookings
    expect(lists.map((each: { series: string }) => each.series)).toEqual(Array(3).fill(made.body.id))
    expect(
      (await stage.api.call('GET', `/series/${made.body.id}`, { cookie: await stage.somebody() })).status,
    ).toBe(404)
    await stage.api.call('DELETE', `/series/${made.body.id}`, { cookie })
  })

  describe('with one taken date', () => {
    beforeAll(async () => {
      await stage.withSpace('busy')
      expect((await stage.book(await stage.somebody(), { space: 'busy', date: '2026-12-10' })).status).toBe(
        201,
      )
    })

    it('is refused whole with `all`, books nothing, and says why', async () => {
      const cookie = await stage.somebody()
      const answer = await stage.repeat(cookie, aSeries({ space: 'busy', mode: 'all' }))
      expect(answer).toMatchObject({ status: 409, body: { code: 'series-refused' } })
      expect(refused(answer.body.dates)).toEqual(['2026-12-10 taken'])
      expect(answer.body.dates[0]).toMatchObject({
        placesLeft: 0,
        alternatives: [{ date: '2026-12-10' }, {}, {}],
      })
      expect(await stage.bookedAt('busy')).toHaveLength(1)
      expect((await stage.api.call('GET', '/me/bookings', { cookie })).body.bookings).toEqual([])
    })

    it('is booked on the other dates with `possible`', async () => {
      const cookie = await stage.somebody()
      const answer = await stage.repeat(cookie, aSeries({ space: 'busy' }))
      expect(answer.status).toBe(201)
      expect(booked(answer.body.dates)).toEqual(['2026-11-26', '2026-12-03', '2026-12-17'])
      expect(refused(answer.body.dates)).toEqual(['2026-12-10 taken'])
      expect(answer.body.dates[2].alternatives).toHaveLength(3)
    })

    it('is refused when no date is possible', async () => {
      const answer = await stage.repeat(
        await stage.somebody(),
        aSeries({ space: 'busy', rule: 'FREQ=DAILY;COUNT=1', from: '2026-12-10' }),
      )
      expect(answer).toMatchObject({ status: 409, body: { code: 'series-refused' } })
    })
  })

  it('keeps local time across both clock changes', async () => {
    await stage.withSpace('door')
    const here = stage.api.clock.now
    stage.api.clock.now = instantAt(date('2026-10-01'), quarter(40), PARIS)
    const cookie = await stage.somebody()
    const body = aSeries({
      space: 'door',
      from: '2026-10-17',
      start: '09:00',
      end: '10:00',
      rule: 'FREQ=WEEKLY;COUNT=26',
    })
    const { body: made } = await stage.repeat(cookie, body)
    stage.api.clock.now = here
    expect(booked(made.dates)).toHaveLength(26)
    const bookings = await stage.bookedAt('door')
    const startsAt = (day: string) => {
      const found = bookings.filter((each) => each.date === day)
      return found
        .map((each) => new Date(instantAt(each.date, each.start, PARIS)).toISOString().slice(11, 16))
        .join()
    }
    expect(new Set(bookings.map(({ start }) => formatQuarter(start)))).toEqual(new Set(['09:00']))
    const hours = ['2026-10-24', '2026-10-31', '2027-03-27', '2027-04-03'].map(startsAt)
    expect(hours).toEqual(['07:00', '08:00', '08:00', '07:00'])
  })

  it.each([
    [{ rule: 'FREQ=HOURLY' }, 422, 'rule-unsupported'],
    [{ rule: 'every thursday' }, 422, 'rule-malformed'],
    [{ rule: 'FREQ=DAILY;COUNT=10000' }, 422, 'too-many-dates'],
    [{ rule: 'FREQ=DAILY' }, 422, 'too-many-dates'],
    [{ rule: 'FREQ=WEEKLY;UNTIL=20261101' }, 422, 'no-date'],
    [{ rule: 'FREQ=MONTHLY;BYDAY=1MO;BYMONTHDAY=31' }, 422, 'no-date'],
    [{ rule: 7 }, 422, 'invalid'],
    [{ rule: `FREQ=WEEKLY;BYDAY=${'TH,'.repeat(200)}TH` }, 422, 'invalid'],
    [{ mode: 'some' }, 422, 'invalid'],
    [{ exceptions: ['2026-02-30'] }, 422, 'invalid'],
    [{ from: 'thursday' }, 422, 'invalid'],
    [{ timeZone: 'Mars/Olympus' }, 422, 'invalid'],
    [{ start: '20:00', end: '18:00' }, 422, 'invalid'],
    [{ site: '99999Z' }, 404, 'not-found'],
    [{ space: 'cave' }, 404, 'not-found'],
    [{ from: '2025-11-27' }, 409, 'series-refused'],
    [{ from: '2031-11-27' }, 409, 'series-refused'],
  ])('of %o is refused, and nothing is written', async (changes, status, code) => {
    const cookie = await stage.somebody()
    const answer = await stage.repeat(cookie, aSeries({ space: 'other', mode: 'all', ...changes }))
    expect([answer.status, answer.body.code]).toEqual([status, code])
    expect((await stage.api.call('GET', '/me/bookings', { cookie })).body.bookings).toEqual([])
  })

  it('needs a key, a session and a name', async () => {
    const cookie = await stage.api.signIn(`nameless-${engine.name}@example.org`, '')
    expect((await stage.repeat(cookie, aSeries())).body.code).toBe('name-missing')
    expect((await stage.api.call('POST', '/series', { body: aSeries(), cookie })).body.code).toBe(
      'key-missing',
    )
    expect((await stage.api.call('POST', '/series', { body: aSeries(), headers: aKey() })).body.code).toBe(
      'signed-out',
    )
  })

  it('of a year of Thursdays is booked wholly, in one request on a fast machine', async () => {
    await stage.withSpace('year')
    const { status, body } = await stage.repeat(
      await stage.somebody(),
      aSeries({ space: 'year', mode: 'all', rule: 'FREQ=WEEKLY;COUNT=52' }),
    )
    expect([status, booked(body.dates).length]).toEqual([201, 52])
  })
})
