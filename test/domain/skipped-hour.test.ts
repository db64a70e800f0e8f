import { describe, expect, it } from 'vitest'
import { availabilityOn } from '../../shared/domain/availability.ts'
import { decideBooking } from '../../shared/domain/decide-booking.ts'
import type { SiteId } from '../../shared/domain/ids.ts'
import { instantAt, skippedHourOn, type TimeZone } from '../../shared/domain/instant.ts'
import { datesFrom } from '../../shared/domain/local-date.ts'
import { hasRoomFor, lentSpacesOn } from '../../shared/domain/offer.ts'
import { quarter } from '../../shared/domain/quarter.ts'
import { refusalOfWaitlistRequest, type WaitlistEntry } from '../../shared/domain/waitlist.ts'
import { decideWorkshop, type WorkshopPlan } from '../../shared/domain/workshop.ts'
import { anOpening, aSite, aSpace, date, PARIS, range } from '../support/builders.ts'

const MIQUELON = 'America/Miquelon' as TimeZone
const NIGHTS = [
  ['Europe/Paris', '2027-03-28', '2027-03-14'],
  ['America/Miquelon', '2027-03-14', '2027-03-28'],
] as const

describe('the hour that a clock change skips', () => {
  it.each([
    ['Europe/Paris', ['2026-03-29', '2027-03-28']],
    ['America/Miquelon', ['2026-03-08', '2027-03-14']],
    ['Indian/Reunion', []],
    ['America/Guadeloupe', []],
    ['Pacific/Noumea', []],
    ['Pacific/Marquesas', []],
  ])('falls in %s on %o', (zone, nights) => {
    const dates = datesFrom(date('2026-01-01'), 730)
    const skipped = dates.flatMap((day) => {
      const hour = skippedHourOn(day, zone as TimeZone)
      return hour ? [{ day, hour }] : []
    })
    expect(skipped).toEqual(nights.map((day) => ({ day, hour: range('02:00-03:00') })))
  })

  it('may be half an hour, or begin at midnight', () => {
    expect(skippedHourOn(date('2026-10-04'), 'Australia/Lord_Howe' as TimeZone)).toEqual(range('02:00-02:30'))
    expect(skippedHourOn(date('2026-04-24'), 'Africa/Cairo' as TimeZone)).toEqual(range('00:00-01:00'))
  })
})

const openings = [
  anOpening({
    basis: 'fixed',
    window: range('00:00-24:00'),
    weekdays: [1, 2, 3, 4, 5, 6, 7],
    onHolidays: true,
  }),
]
const limits = { noticeMinutes: 0, horizonDays: 400, shortestQuarters: 1, longestQuarters: 96 }
const space = aSpace({ openings, limits, workshops: true })

describe.each(NIGHTS)('the skipped hour in %s', (zone, night, other) => {
  const site = aSite({ timeZone: zone as TimeZone })
  const now = instantAt(date('2027-01-04'), quarter(0), site.timeZone)
  const context = { site, space, occupancyOf: () => ({}), holderOccupancy: {}, usage: undefined, now }
  const on = (day: string, hours: string) => ({
    ...range(hours),
    ...{ space: space.id, date: date(day), use: 'desk' as const, places: 1 },
  })
  const refusalAt = (day: string, hours: string) => {
    const decision = decideBooking(on(day, hours), context)
    return decision.ok ? undefined : decision.error
  }
  const skipped = { kind: 'hour-skipped', from: '02:00', to: '03:00' }

  it.each(['02:30-02:45', '02:00-03:00', '01:30-02:30', '02:30-04:00', '01:00-04:00'])(
    'refuses a booking of %s',
    (hours) => {
      expect(refusalAt(night, hours)).toEqual(skipped)
    },
  )

  it.each(['01:00-02:00', '03:00-04:00'])('leaves hours that touch it bookable: %s', (hours) => {
    expect(refusalAt(night, hours)).toBeUndefined()
  })

  it('is bookable on the date of another territory, and where it is repeated', () => {
    expect(refusalAt(other, '02:00-03:00')).toBeUndefined()
    expect(refusalAt('2027-10-31', '01:00-04:00')).toBeUndefined()
    expect(refusalAt('2027-11-07', '01:00-04:00')).toBeUndefined()
  })

  it('is shown neither as open nor as free', () => {
    const shown = availabilityOn({ site, space, date: date(night), occupancy: {}, now })
    expect(shown.open).toEqual([range('00:00-02:00'), range('03:00-24:00')])
    expect(shown.free).toEqual(shown.open.map((each) => ({ ...each, places: 5 })))
  })

  it('takes no workshop', () => {
    const plan = {
      ...on(night, '01:30-03:30'),
      places: undefined,
      id: 'w',
      room: 'r',
      seats: 4,
      mediator: { id: 'm', name: 'Sophie' },
    }
    const decision = decideWorkshop({ ...plan, title: 'Nuit blanche' } as unknown as WorkshopPlan, context)
    expect(decision).toMatchObject({ ok: false, error: skipped })
  })

  it('can be waited for only around it, and is never offered', () => {
    const wait = (hours: string, quarters: number) => ({ ...on(night, hours), quarters })
    const refusalOf = (hours: string, quarters: number) =>
      refusalOfWaitlistRequest(wait(hours, quarters), [{ site, space }], now)
    const facts = { site, lent: lentSpacesOn(date(night), site, [space]), occupancyOf: () => ({}), now }
    const isOffered = (hours: string, quarters: number) =>
      hasRoomFor({ ...wait(hours, quarters), sites: [site.id as SiteId] } as unknown as WaitlistEntry, facts)
    expect([refusalOf('02:00-03:00', 2), isOffered('02:00-03:00', 2)]).toEqual([skipped, false])
    expect([refusalOf('01:30-03:30', 4), isOffered('01:30-03:30', 4)]).toEqual([skipped, false])
    expect([refusalOf('01:30-03:30', 2), isOffered('01:30-03:30', 2)]).toEqual([undefined, true])
  })
})

it('a clock change skips an hour in its own time zone only', () => {
  expect([skippedHourOn(date('2027-03-28'), MIQUELON), skippedHourOn(date('2027-03-14'), PARIS)]).toEqual([
    undefined,
    undefined,
  ])
})
