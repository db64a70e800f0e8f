import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { availabilityOn, nearestAlternatives } from '../../shared/domain/availability.ts'
import type { BookingRequest } from '../../shared/domain/booking-request.ts'
import { decideBooking } from '../../shared/domain/decide-booking.ts'
import type { SpaceId } from '../../shared/domain/ids.ts'
import { type Instant, instantAt } from '../../shared/domain/instant.ts'
import { addDays } from '../../shared/domain/local-date.ts'
import { quarter } from '../../shared/domain/quarter.ts'
import { flagsOf } from '../../shared/domain/quarter-range.ts'
import { anOpening, aSite, aSpace, date, NOW, PARIS, range, TUESDAY, time } from '../support/builders.ts'

const day = { site: aSite(), space: aSpace(), date: TUESDAY, occupancy: {}, now: NOW }

describe('the free ranges of a space', () => {
  it('are its open ranges minus taken places, split where the places left change', () => {
    const occupancy = { 36: 1, 37: 1, 38: 5, 39: 5 }
    expect(availabilityOn({ ...day, occupancy }).free).toEqual([
      { ...range('08:00-09:00'), places: 5 },
      { ...range('09:00-09:30'), places: 4 },
      { ...range('10:00-14:00'), places: 5 },
      { ...range('18:00-20:00'), places: 5 },
    ])
  })

  it('start after the notice, rounded up to a quarter', () => {
    const now = instantAt(TUESDAY, time('10:15'), PARIS)
    expect(availabilityOn({ ...day, now }).free[0]).toEqual({ ...range('10:45-14:00'), places: 5 })
  })

  it('are exactly the bookable quarters, to the second and through both clock changes', () => {
    const openings = [
      anOpening({ basis: 'fixed', window: range('00:00-24:00'), weekdays: [1, 2, 3, 4, 5, 6, 7] }),
    ]
    const nights = fc.constantFrom('2026-10-25', '2027-03-28', '2026-11-24')
    fc.assert(
      fc.property(
        nights,
        fc.integer({ min: -7_200, max: 30_000 }),
        fc.constantFrom(0, 30, 60, 120),
        (night, seconds, noticeMinutes) => {
          const space = aSpace({
            openings,
            limits: { noticeMinutes, horizonDays: 60, shortestQuarters: 1, longestQuarters: 1 },
          })
          const now = (instantAt(date(night), time('00:00'), PARIS) + seconds * 1000) as Instant
          const context = {
            site: aSite(),
            space,
            occupancyOf: () => ({}),
            holderOccupancy: {},
            usage: undefined,
            now,
          }
          const shown = flagsOf(availabilityOn({ ...day, space, date: date(night), now }).free)
          const booked = shown.map((_, at) => {
            const wish = {
              space: space.id,
              date: date(night),
              start: quarter(at),
              end: quarter(at + 1),
              use: 'desk' as const,
              places: 1,
            }
            return decideBooking(wish, context).ok
          })
          expect(shown).toEqual(booked)
        },
      ),
    )
  })

  it('are none in the past or beyond the horizon, though the space is lent', () => {
    for (const away of [date('2026-11-20'), date('2027-01-21')]) {
      const { open, free } = availabilityOn({ ...day, date: away })
      expect(open).not.toEqual([])
      expect(free).toEqual([])
    }
  })

  it('are none where more places are taken than the space has', () => {
    expect(
      availabilityOn({ ...day, occupancy: Object.fromEntries([...Array(96).keys()].map((at) => [at, 9])) })
        .free,
    ).toEqual([])
  })
})

describe('the nearest alternatives', () => {
  const wanted: BookingRequest = {
    ...range('09:00-11:00'),
    space: 'bureau' as SpaceId,
    date: TUESDAY,
    use: 'desk',
    places: 2,
  }

  it('keep the duration, nearest first, the same day before the next', () => {
    const occupancy = { 36: 4, 40: 5 }
    const days = [
      { ...day, occupancy },
      { ...day, date: addDays(TUESDAY, 1) },
    ]
    expect(nearestAlternatives(wanted, days, 3)).toEqual([
      { space: 'bureau', date: TUESDAY, ...range('10:15-12:15'), places: 5 },
      { space: 'bureau', date: TUESDAY, ...range('18:00-20:00'), places: 5 },
      { space: 'bureau', date: addDays(TUESDAY, 1), ...range('09:00-11:00'), places: 5 },
    ])
  })

  it('span a change of the places left where enough are left', () => {
    const [first] = nearestAlternatives(wanted, [{ ...day, occupancy: { 40: 2 } }], 1)
    expect(first).toEqual({ space: 'bureau', date: TUESDAY, ...range('09:00-11:00'), places: 3 })
  })

  it('lie where every place is free when a room is wanted', () => {
    const [first] = nearestAlternatives({ ...wanted, use: 'room' }, [{ ...day, occupancy: { 37: 1 } }], 1)
    expect(first).toMatchObject(range('09:30-11:30'))
  })
})
