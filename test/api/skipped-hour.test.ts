import { beforeAll, describe, expect, it } from 'vitest'
import { range } from '../support/builders.ts'
import { engines } from '../support/engine.ts'
import { aSeries, aSeriesStage, limits, opening, refused, type SeriesStage } from '../support/series.ts'
import { waitOn } from '../support/waitlist.ts'

const NIGHT = '2027-03-28'
const SKIPPED = { code: 'hour-skipped', from: '02:00', to: '03:00' }
const allDay = { ...opening, window: range('00:00-24:00') }

describe.each(engines)('the hour that the clock skips, on $name,', (engine) => {
  let stage: SeriesStage
  let cookie: string
  beforeAll(async () => {
    stage = await aSeriesStage(engine)
    await stage.withSpace('nuit', { openings: [allDay], limits: { ...limits, shortestQuarters: 2 } })
    cookie = await stage.somebody()
  })

  it('is refused with its reason, and never shown as free', async () => {
    const answer = await stage.book(cookie, { space: 'nuit', date: NIGHT, start: '02:30', end: '03:30' })
    expect(answer).toMatchObject({ status: 422, body: SKIPPED })
    const { body } = await stage.api.call('GET', `/sites/09410A/availability?from=${NIGHT}&days=1`)
    expect(body.days[0].spaces[0].open).toEqual([
      ['00:00', '02:00'],
      ['03:00', '24:00'],
    ])
  })

  it('takes no moved booking, which stays in place', async () => {
    const { body } = await stage.book(cookie, {
      space: 'nuit',
      date: '2027-03-27',
      start: '02:00',
      end: '03:00',
    })
    const moved = await stage.api.call('PATCH', `/bookings/${body.id}`, { body: { date: NIGHT }, cookie })
    expect(moved).toMatchObject({ status: 422, body: SKIPPED })
    expect((await stage.api.call('GET', `/bookings/${body.id}`, { cookie })).body.date).toBe('2027-03-27')
  })

  it('takes nobody on the waitlist', async () => {
    const wish = { space: 'nuit', date: NIGHT, from: '02:00', to: '03:00', minutes: 30 }
    expect(await waitOn(stage.api, cookie, wish)).toMatchObject({ status: 422, body: SKIPPED })
  })

  it('is refused for its date of a series, booked or moved, whose other dates go on', async () => {
    const night = aSeries({ space: 'nuit', from: '2027-03-14', start: '02:00', end: '03:00' })
    const { body } = await stage.repeat(cookie, night)
    expect(refused(body.dates)).toEqual([`${NIGHT} hour-skipped`])
    expect(body.dates[2]).toMatchObject({ from: '02:00', to: '03:00' })
    const before = await stage.repeat(cookie, { ...night, start: '04:00', end: '05:00' })
    const moved = await stage.move(cookie, before.body.id, { start: '02:30', end: '03:30' })
    expect(refused(moved.body.dates)).toContain(`${NIGHT} hour-skipped`)
  })

  it('keeps a booking of two offsets at its hours, in calendars too', async () => {
    await stage.withSpace('veille', { openings: [allDay] })
    const answer = await stage.book(cookie, {
      space: 'veille',
      date: '2027-10-31',
      start: '01:00',
      end: '04:00',
    })
    const { body } = await stage.api.call('GET', `/bookings/${answer.body.id}/calendar.ics`, { cookie })
    expect(body).toMatch(
      /\r\nDTSTART;TZID=Europe\/Paris:20271031T010000\r\nDTEND;TZID=Europe\/Paris:20271031T040000\r\n/,
    )
  })
})
