import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Instant,
  instantAt,
  localTextAt,
  localTimeAt,
  type TimeZone,
} from '../../shared/domain/instant.ts'
import { addDays } from '../../shared/domain/local-date.ts'
import { quarter } from '../../shared/domain/quarter.ts'
import { date, PARIS, time } from '../support/builders.ts'

const ZONES = [
  'Europe/Paris',
  'Indian/Reunion',
  'America/Guadeloupe',
  'Pacific/Noumea',
  'Pacific/Tahiti',
  'Pacific/Marquesas',
  'America/Miquelon',
]

describe('the clock on the door', () => {
  it.each([
    ['Europe/Paris', '2026-11-24T07:00:00Z'],
    ['Indian/Reunion', '2026-11-24T04:00:00Z'],
    ['America/Guadeloupe', '2026-11-24T12:00:00Z'],
    ['Pacific/Noumea', '2026-11-23T21:00:00Z'],
    ['Pacific/Tahiti', '2026-11-24T18:00:00Z'],
    ['Pacific/Marquesas', '2026-11-24T17:30:00Z'],
    ['America/Miquelon', '2026-11-24T11:00:00Z'],
  ])('shows 08:00 in %s at %s', (zone, utc) => {
    expect(instantAt(date('2026-11-24'), time('08:00'), zone as TimeZone)).toBe(Date.parse(utc))
    expect(localTimeAt(Date.parse(utc) as Instant, zone as TimeZone)).toEqual({
      date: '2026-11-24',
      minute: 480,
    })
  })

  it('shows 09:00 on both sides of both clock changes', () => {
    const at = (day: string) => new Date(instantAt(date(day), time('09:00'), PARIS)).toISOString()
    expect(at('2026-10-24')).toBe('2026-10-24T07:00:00.000Z')
    expect(at('2026-10-25')).toBe('2026-10-25T08:00:00.000Z')
    expect(at('2027-03-27')).toBe('2027-03-27T08:00:00.000Z')
    expect(at('2027-03-28')).toBe('2027-03-28T07:00:00.000Z')
  })

  it('uses the first of a repeated hour, and moves a skipped one forward', () => {
    const at = (day: string, text: string) => new Date(instantAt(date(day), time(text), PARIS)).toISOString()
    expect(at('2026-10-25', '02:30')).toBe('2026-10-25T00:30:00.000Z')
    expect(at('2027-03-28', '02:30')).toBe('2027-03-28T01:30:00.000Z')
  })

  it('converts every quarter of every day to an instant and back, except skipped ones', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES),
        fc.integer({ min: 0, max: 3000 }),
        fc.integer({ min: 0, max: 95 }),
        (zone, days, at) => {
          const day = addDays(date('2024-01-01'), days)
          const found = localTimeAt(instantAt(day, quarter(at), zone as TimeZone), zone as TimeZone)
          fc.pre(!(at >= 8 && at < 12 && found.minute !== at * 15))
          expect(found).toEqual({ date: day, minute: at * 15 })
        },
      ),
      { numRuns: 500 },
    )
  })

  it('says at every minute what the platform says, before and after each change of the clocks', () => {
    const platform = new Map(
      [...ZONES, 'UTC'].map((zone) => [
        zone,
        new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }),
      ]),
    )
    const changes = ['2026-03-29T01:00Z', '2026-10-25T01:00Z', '2027-03-14T05:00Z', '2027-11-07T04:00Z']
    const anyTime = fc.integer({ min: Date.UTC(2020), max: Date.UTC(2040) })
    const nearAChange = fc
      .tuple(fc.constantFrom(...changes.map(Date.parse)), fc.integer({ min: -9e6, max: 9e6 }))
      .map(([change, by]) => change + by)
    fc.assert(
      fc.property(fc.constantFrom(...platform), fc.oneof(anyTime, nearAChange), ([zone, format], at) => {
        expect(localTextAt(at as Instant, zone as TimeZone)).toBe(format.format(at).replace(' ', 'T'))
      }),
      { numRuns: 2000 },
    )
  })
})
