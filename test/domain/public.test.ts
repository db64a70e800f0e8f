import { describe, expect, it } from 'vitest'
import { availabilityOn, lastDateFor, nearestAlternatives } from '../../shared/domain/availability.ts'
import type { BookingRequest } from '../../shared/domain/booking-request.ts'
import { decideBooking } from '../../shared/domain/decide-booking.ts'
import { publicOn } from '../../shared/domain/public.ts'
import type { Space } from '../../shared/domain/space.ts'
import { spaceFor } from '../../shared/domain/space.ts'
import { aBooking, anOpening, aSite, aSpace, date, NOW, range, TUESDAY } from '../support/builders.ts'

const site = aSite()
const fixed = (window: string, changes = {}) =>
  anOpening({ basis: 'fixed', window: range(window), ...changes })
const refusalOf = (space: Space, changes: Partial<BookingRequest>) => {
  const request = { ...aBooking(), ...changes }
  const decision = decideBooking(request, {
    site,
    space,
    occupancyOf: () => ({}),
    holderOccupancy: {},
    usage: undefined,
    now: NOW,
  })
  return decision.ok ? undefined : decision.error
}

describe('a public', () => {
  const space = aSpace({
    openings: [fixed('09:00-12:00'), fixed('07:00-22:00', { publics: ['subscriber'] })],
    limits: { ...aSpace().limits, horizonDays: 10, longestQuarters: 16 },
    limitsFor: { member: { horizonDays: 90 }, subscriber: { longestQuarters: 60 } },
  })

  it('has the hours that are lent to it, and its own limits', () => {
    const openTo = (who: 'everyone' | 'member' | 'subscriber') =>
      availabilityOn({ site, space: spaceFor(space, who), date: TUESDAY, occupancy: {}, now: NOW }).open
    expect(openTo('everyone')).toEqual([range('09:00-12:00')])
    expect(openTo('member')).toEqual([range('09:00-12:00')])
    expect(openTo('subscriber')).toEqual([range('07:00-22:00')])
    expect(refusalOf(spaceFor(space, 'everyone'), range('08:00-12:00'))).toMatchObject({
      kind: 'outside-opening',
    })
    expect(refusalOf(spaceFor(space, 'subscriber'), range('07:00-22:00'))).toBeUndefined()
    const late = { date: date('2026-12-15'), ...range('09:00-12:00') }
    expect(refusalOf(spaceFor(space, 'everyone'), late)).toMatchObject({ kind: 'beyond-horizon' })
    expect(refusalOf(spaceFor(space, 'member'), late)).toBeUndefined()
  })

  it('is that of a membership until its last date, then everyone', () => {
    const membership = { public: 'member' as const, until: date('2026-11-30') }
    expect(publicOn(membership, date('2026-11-30'))).toBe('member')
    expect(publicOn(membership, date('2026-12-01'))).toBe('everyone')
    expect(publicOn({ public: 'member' }, date('2036-12-01'))).toBe('member')
    expect(publicOn(undefined, TUESDAY)).toBe('everyone')
  })

  it('books up to its own horizon while its membership lasts', () => {
    const last = (until?: string) =>
      lastDateFor({ public: 'member', ...(until && { until: date(until) }) }, space, { site, now: NOW })
    expect(lastDateFor(undefined, space, { site, now: NOW })).toBe('2026-12-01')
    expect(last()).toBe('2027-02-19')
    expect(last('2026-12-24')).toBe('2026-12-24')
    expect(last('2026-11-22')).toBe('2026-12-01')
  })
})

describe('a grid of starts', () => {
  const hourly = aSpace({
    openings: [fixed('08:15-12:00')],
    limits: { ...aSpace().limits, gridQuarters: 4 },
  })

  it('refuses other starts, and names the nearest possible ones', () => {
    expect(refusalOf(hourly, range('09:00-10:15'))).toBeUndefined()
    expect(refusalOf(hourly, range('09:30-10:30'))).toEqual({
      kind: 'off-grid',
      gridMinutes: 60,
      starts: ['09:00', '10:00'],
    })
    expect(refusalOf(hourly, range('08:30-11:30'))).toEqual({
      kind: 'off-grid',
      gridMinutes: 60,
      starts: ['09:00'],
    })
  })

  it('is checked after the opening hours', () => {
    expect(refusalOf(hourly, range('11:30-12:30'))).toMatchObject({ kind: 'outside-opening' })
  })

  it('holds for the alternatives to a taken time', () => {
    const day = { site, space: hourly, date: TUESDAY, occupancy: { 40: 5 }, now: NOW }
    const wanted = {
      space: hourly.id,
      date: TUESDAY,
      ...range('10:00-11:00'),
      use: 'desk' as const,
      places: 1,
    }
    expect(nearestAlternatives(wanted, [day], 3).map(({ start, end }) => [start, end])).toEqual([
      [36, 40],
      [44, 48],
    ])
  })
})
