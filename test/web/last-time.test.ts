import { describe, expect, it } from 'vitest'
import type { BookingView } from '../../shared/contracts/booking-views.ts'
import { lastBooking, nextBooking, nextSameWeekday, sameTimeIn } from '../../web/known/last-time.ts'
import { shortList } from '../../web/known/places.ts'

const aBooking = (date: string, changes: Partial<BookingView> = {}): BookingView => ({
  id: date,
  reference: 'QB8V-03',
  status: 'confirmed',
  site: {
    id: '09410A',
    name: 'Montmirail',
    address: '9 rue Lucien Mathieu',
    postcode: '51210',
    commune: 'Montmirail',
    timeZone: 'Europe/Paris',
  },
  space: { id: 'bureau', name: 'Bureau', access: { kind: 'counter-staff' } },
  date,
  start: '09:00',
  end: '12:00',
  use: 'desk',
  places: 2,
  holderName: 'Camille',
  begun: false,
  cancellable: true,
  ...changes,
})

const aDay = (date: string, ...free: [start: string, end: string, places: number][]) => ({
  date,
  holiday: false,
  counter: [],
  spaces: [
    {
      space: 'bureau',
      open: [],
      free: free.map(([start, end, places]) => ({ start, end, places })),
      shortestMinutes: 60,
      longestMinutes: 480,
      gridMinutes: 15,
    },
  ],
})

describe('the next booking', () => {
  it('is the soonest that is not over, wherever it is in the list', () => {
    const all = [aBooking('2026-12-03'), aBooking('2026-12-01'), aBooking('2026-11-20')]
    expect(nextBooking(all, '2026-11-29T10:00')?.date).toBe('2026-12-01')
  })

  it('stays until its end, since people come late', () => {
    expect(nextBooking([aBooking('2026-12-01')], '2026-12-01T11:59')?.date).toBe('2026-12-01')
    expect(nextBooking([aBooking('2026-12-01')], '2026-12-01T12:00')).toBeUndefined()
  })

  it('is none that was cancelled or missed', () => {
    const all = [
      aBooking('2026-12-01', { status: 'cancelled' }),
      aBooking('2026-12-02', { status: 'no-show' }),
    ]
    expect(nextBooking(all, '2026-11-29T10:00')).toBeUndefined()
  })
})

describe('the same time again', () => {
  it('begins with the latest booking, and not with a request or a seat in a workshop', () => {
    const all = [
      aBooking('2026-11-24'),
      aBooking('2026-11-26', { status: 'requested' }),
      aBooking('2026-11-27', { workshop: '0a' }),
    ]
    expect(lastBooking(all)?.date).toBe('2026-11-24')
  })

  it('comes after today and after the booking itself, on the same weekday', () => {
    expect(nextSameWeekday('2026-11-24', '2026-11-29')).toBe('2026-12-01')
    expect(nextSameWeekday('2026-11-24', '2026-12-01')).toBe('2026-12-08')
    expect(nextSameWeekday('2026-12-01', '2026-11-29')).toBe('2026-12-08')
  })

  it('is the first day of that weekday on which all of the hours and places are free', () => {
    const days = [
      aDay('2026-12-01', ['09:00', '11:00', 5]),
      aDay('2026-12-02', ['08:00', '18:00', 5]),
      aDay('2026-12-08', ['09:00', '12:00', 1]),
      aDay('2026-12-15', ['08:00', '10:00', 4], ['10:00', '13:00', 2]),
    ]
    const again = (all: typeof days) => sameTimeIn(all, aBooking('2026-11-24'), { capacity: 5 })
    expect(again(days)).toMatchObject({ date: '2026-12-15', start: '09:00', end: '12:00', places: 2 })
    expect(again(days.slice(0, 3))).toBeUndefined()
  })
})

describe('the places of a device', () => {
  const aPlace = (id: string, seen: string, starred = false) => ({ id, name: id, commune: id, starred, seen })

  it('are those with a star, then three of the last thirty days', () => {
    const places = [
      aPlace('old', '2026-10-01'),
      ...['21', '22', '23', '24'].map((day) => aPlace(day, `2026-11-${day}`)),
      aPlace('star', '2026-01-01', true),
    ]
    expect(shortList(places, '2026-11-29').map(({ id }) => id)).toEqual(['star', '24', '23', '22'])
  })
})
