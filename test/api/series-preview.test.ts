import { beforeAll, describe, expect, it } from 'vitest'
import { extendAllSeries } from '../../functions/jobs/extend-series/extend-all-series.ts'
import { idOf } from '../../functions/use-cases/hash.ts'
import type { HolderId } from '../../shared/domain/ids.ts'
import { instantAt } from '../../shared/domain/instant.ts'
import { quarter } from '../../shared/domain/quarter.ts'
import { atSite } from '../../shared/domain/rights.ts'
import { quietly } from '../proof/house.ts'
import { aKey } from '../support/api.ts'
import { anAssociation, aPerson } from '../support/associations.ts'
import { anOpening, aSite, date, NOW, PARIS, range } from '../support/builders.ts'
import { aClosureBody } from '../support/closures.ts'
import { engines } from '../support/engine.ts'
import { scanAll } from '../support/scan.ts'
import { aSeries, aSeriesStage, booked, type DateView, limits, type SeriesStage } from '../support/series.ts'

const THURSDAYS = anOpening({ basis: 'fixed', window: range('18:00-22:00'), weekdays: [4] })
const FOUR_WEEKS = { limits: { ...limits, horizonDays: 28 } }

const refusedIn = (dates: DateView[]) =>
  dates.filter(({ refusal }) => refusal).map(({ date: day, ruleDate: _, ...why }) => [day, why])
const free = (dates: DateView[]) => dates.filter(({ refusal }) => !refusal).map((each) => each.date)

describe.each(engines)('the preview of a series on $name', (engine) => {
  let stage: SeriesStage
  const preview = (cookie: string, body: object) =>
    stage.api.call('POST', '/series/preview', { body, cookie })
  const closed = async (space: string, from: string) => {
    const email = `manager-${space}@example.org`
    const cookie = await stage.api.signIn(email)
    await stage.api.deps.grants.give(idOf('holder', email) as HolderId, {
      role: 'manager',
      scope: atSite(aSite().id),
    })
    const body = aClosureBody({ kind: 'planned', from, spaces: [space] })
    return stage.api.call('POST', `/sites/${aSite().id}/closures`, { body, headers: aKey(), cookie })
  }

  beforeAll(async () => {
    stage = await aSeriesStage(engine)
    await stage.withSpace('salle', { openings: [THURSDAYS] })
    await stage.withSpace('juste', { capacity: 20, fairUse: { activeBookings: 2 } })
    await stage.withSpace('heures', { capacity: 20, fairUse: { hoursAWeek: 5 } })
  })

  it('says which dates are free, taken, closed or a holiday, and writes nothing', async () => {
    const cookie = await stage.somebody()
    expect((await stage.book(cookie, { space: 'salle', date: '2026-12-10' })).status).toBe(201)
    expect((await closed('salle', '2026-12-17')).status).toBe(201)
    const body = aSeries({ space: 'salle', from: '2026-12-03', rule: 'FREQ=WEEKLY;UNTIL=20270107' })
    const reader = await stage.somebody()
    const before = await scanAll(stage.table)
    const answer = await preview(reader, { ...body, exceptions: ['2027-01-07'] })
    expect(answer).toMatchObject({ status: 200, body: { rolling: false, lastDate: '2027-12-26' } })
    expect(free(answer.body.dates)).toEqual(['2026-12-03', '2026-12-24', '2026-12-31'])
    expect(refusedIn(answer.body.dates)).toEqual([
      ['2026-12-10', { refusal: 'taken', placesLeft: 0 }],
      ['2026-12-17', { refusal: 'closed', reason: 'Fuite d’eau' }],
    ])
    const holiday = await preview(reader, {
      ...body,
      from: '2027-05-06',
      rule: 'FREQ=DAILY;COUNT=1',
    })
    expect(holiday.body.dates).toEqual([
      { date: '2027-05-06', ruleDate: '2027-05-06', refusal: 'outside-opening', open: [], holiday: true },
    ])
    expect(await scanAll(stage.table)).toBe(before)
  })

  it.each([
    ['where dates are taken or closed', { space: 'salle', rule: 'FREQ=WEEKLY;COUNT=8' }],
    ['where fair use counts bookings', { space: 'juste', rule: 'FREQ=WEEKLY;COUNT=5' }],
    ['where fair use counts hours', { space: 'heures', rule: 'FREQ=DAILY;COUNT=9' }],
    ['beyond the horizon', { space: 'heures', from: '2027-12-20', rule: 'FREQ=DAILY;COUNT=9' }],
    ['without an end', { space: 'salle', from: '2027-02-04', rule: 'FREQ=WEEKLY' }],
    ['at an hour that is not lent', { space: 'salle', start: '17:00', rule: 'FREQ=WEEKLY;COUNT=2' }],
  ])('is what booking then does %s', async (_, changes) => {
    const cookie = await stage.somebody()
    const shown = (await preview(cookie, aSeries(changes))).body
    const made = (await stage.repeat(cookie, aSeries(changes))).body
    const withoutAlternatives = made.dates.map(
      ({ alternatives: _, ...each }: DateView & { alternatives?: unknown }) => each,
    )
    expect(refusedIn(shown.dates)).toEqual(refusedIn(withoutAlternatives))
    expect(free(shown.dates)).toEqual(booked(made.dates))
    expect(shown.rolling).toBe(made.rolling ?? false)
  })

  it('ends no expired hold, of somebody else or of one’s own, and shows its places as free', async () => {
    const asked = { approval: { hours: 48 }, capacity: 1 }
    await stage.withSpace('a-demander', { ...asked, fairUse: { activeBookings: 3 } })
    await stage.withSpace('ailleurs', asked)
    const email = 'holds@example.org'
    const [other, cookie] = [await stage.somebody(), await stage.api.signIn(email)]
    expect((await stage.book(other, { space: 'a-demander', date: '2026-12-10' })).body.status).toBe(
      'requested',
    )
    expect((await stage.book(cookie, { space: 'ailleurs', date: '2026-12-17' })).body.status).toBe(
      'requested',
    )
    const body = aSeries({
      space: 'a-demander',
      from: '2026-12-10',
      mode: 'all',
      rule: 'FREQ=WEEKLY;COUNT=3',
    })
    expect(refusedIn((await preview(cookie, body)).body.dates).map(([, why]) => why)).toMatchObject([
      { refusal: 'taken' },
      { refusal: 'holder-busy' },
    ])
    stage.api.clock.now = instantAt(date('2026-12-04'), quarter(48), PARIS)
    const reader = await stage.api.signIn(email)
    const before = await scanAll(stage.table)
    const shown = (await preview(reader, body)).body
    expect(await scanAll(stage.table)).toBe(before)
    expect(free(shown.dates)).toEqual(['2026-12-10', '2026-12-17', '2026-12-24'])
    const made = await stage.repeat(reader, body)
    stage.api.clock.now = NOW
    expect(made.status).toBe(201)
    expect(made.body.dates.map(({ status }: DateView) => status)).toEqual(Array(3).fill('requested'))
  })

  it('counts the dates that come before each other date for fair use', async () => {
    const { body } = await preview(await stage.somebody(), aSeries({ space: 'juste' }))
    expect(free(body.dates)).toEqual(['2026-11-26', '2026-12-03'])
    expect(body.dates[2]).toMatchObject({ refusal: 'quota-reached', rule: 'active-bookings', limit: 2 })
  })

  it('is refused like the series, to those who may not book, and without a session', async () => {
    const cookie = await stage.somebody()
    const { id } = await anAssociation(stage.api)
    const stranger = await aPerson(stage.api, 'Claire')
    expect(await preview(stranger.cookie, aSeries({ space: 'juste', as: id }))).toMatchObject({ status: 404 })
    for (const [changes, code] of [
      [{ space: 'cave' }, 'not-found'],
      [{ rule: 'every thursday' }, 'rule-malformed'],
      [{ rolling: true }, 'rule-unsupported'],
      [{ rolling: 'yes' }, 'invalid'],
      [{ rule: 'FREQ=WEEKLY;UNTIL=20261101' }, 'no-date'],
    ] as const)
      expect((await preview(cookie, aSeries({ space: 'juste', ...changes }))).body.code).toBe(code)
    expect((await stage.api.call('POST', '/series/preview', { body: aSeries() })).body.code).toBe(
      'signed-out',
    )
  })

  it('of a series that rolls shows what is within reach, and the rest is booked until its end', async () => {
    await stage.withSpace('suite', FOUR_WEEKS)
    const email = 'rolls@example.org'
    const cookie = await stage.api.signIn(email)
    const body = aSeries({ space: 'suite', rule: 'FREQ=WEEKLY;UNTIL=20270110', rolling: true })
    const within = ['2026-11-26', '2026-12-03', '2026-12-10', '2026-12-17']
    const shown = await preview(cookie, body)
    expect(shown.body).toMatchObject({ rolling: true, until: '2027-01-10', lastDate: '2026-12-19' })
    expect(free(shown.body.dates)).toEqual(within)
    const made = await stage.repeat(cookie, body)
    expect(made).toMatchObject({ status: 201, body: { rolling: true, until: '2027-01-10' } })
    expect(booked(made.body.dates)).toEqual(within)
    stage.api.clock.now = instantAt(date('2026-12-20'), quarter(4), PARIS)
    for (const _ of [1, 2])
      await quietly(() => extendAllSeries(stage.api.deps)({}, { getRemainingTimeInMillis: () => 900_000 }))
    const later = await stage.read(await stage.api.signIn(email), made.body.id)
    stage.api.clock.now = NOW
    expect(later).toMatchObject({ rolling: false })
    expect(booked(later.dates)).toEqual([...within, '2026-12-24', '2026-12-31', '2027-01-07'])
  })

  it('of a series that rolls to an end within reach does not roll', async () => {
    const body = aSeries({ space: 'juste', rule: 'FREQ=WEEKLY;UNTIL=20261210', rolling: true })
    const shown = await preview(await stage.somebody(), body)
    expect(shown.body).toMatchObject({ rolling: false })
    expect(shown.body.dates).toHaveLength(3)
  })
})
