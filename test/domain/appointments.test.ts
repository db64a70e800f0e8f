import { describe, expect, it } from 'vitest'
import { seatCountOf, seatsLeftIn, seatTimesAfter, takenSeatsOf } from '../../shared/domain/appointments.ts'
import type { BookingContext } from '../../shared/domain/booking-request.ts'
import { decideBooking } from '../../shared/domain/decide-booking.ts'
import type { SpaceId } from '../../shared/domain/ids.ts'
import { instantAt } from '../../shared/domain/instant.ts'
import { formatQuarter, quarter } from '../../shared/domain/quarter.ts'
import { spaceOfWorkshop } from '../../shared/domain/workshop.ts'
import { decideWorkshopEdit } from '../../shared/domain/workshop-edit.ts'
import { aSite, aWorkshop, date, NOW, PARIS, range, TUESDAY, time } from '../support/builders.ts'

const WEDNESDAY = date('2026-11-25')
const site = aSite()
const permanence = aWorkshop({ ...range('09:15-12:15'), seats: 1, appointments: { minutes: 45 } })
const space = spaceOfWorkshop(permanence)
const context: BookingContext = {
  site,
  space,
  occupancyOf: () => ({}),
  holderOccupancy: {},
  usage: undefined,
  now: NOW,
}

const ask = (hours: string, changes: Partial<BookingContext> = {}) =>
  decideBooking(
    { space: space.id, date: TUESDAY, ...range(hours), use: 'desk', places: 1 },
    { ...context, ...changes },
  )

const taken = (hours: string) => {
  const { start, end } = range(hours)
  return Object.fromEntries(Array.from({ length: end - start }, (_, at) => [start + at, 1]))
}

const freeAt = (at: string, occupancy = {}) =>
  seatsLeftIn(permanence, occupancy, { site, now: instantAt(TUESDAY, time(at), PARIS) })

const startsOf = ({ free = [] }: ReturnType<typeof freeAt>) => free.map(({ start }) => formatQuarter(start))

describe('an appointment of a permanence', () => {
  it('is booked at its hours and no others, counted from when the permanence begins', () => {
    expect(ask('09:15-10:00')).toMatchObject({ ok: true, value: { allocations: [{ places: 1 }] } })
    expect(ask('11:30-12:15').ok).toBe(true)
    expect(ask('09:30-10:15')).toEqual({
      ok: false,
      error: { kind: 'off-grid', gridMinutes: 45, starts: ['09:15', '10:00'] },
    })
    expect(ask('08:30-09:15')).toMatchObject({ error: { kind: 'outside-opening' } })
    expect(ask('12:15-13:00')).toMatchObject({ error: { kind: 'outside-opening' } })
    expect(ask('09:15-10:45')).toMatchObject({ error: { kind: 'too-long' } })
  })

  it('is taken by one person, and leaves the others free', () => {
    const occupancyOf = () => taken('10:00-10:45')
    expect(ask('10:00-10:45', { occupancyOf })).toMatchObject({ error: { kind: 'taken' } })
    expect(ask('10:45-11:30', { occupancyOf }).ok).toBe(true)
    expect(takenSeatsOf(permanence, taken('10:00-10:45'))).toBe(1)
    expect(seatCountOf(permanence)).toBe(4)
  })

  it('can be taken until it starts, so that a permanence goes on lending the later ones', () => {
    expect(startsOf(freeAt('09:00', taken('10:00-10:45')))).toEqual(['09:15', '10:45', '11:30'])
    expect(freeAt('11:00')).toMatchObject({ begun: false, seatsLeft: 1 })
    expect(startsOf(freeAt('11:00'))).toEqual(['11:30'])
    expect(freeAt('11:30')).toMatchObject({ begun: true, seatsLeft: 0 })
  })

  it('is for one person at a time, whatever is changed later', () => {
    const edit = decideWorkshopEdit(permanence, { seats: 2 }, { site, taken: 0, places: 12, now: NOW })
    expect(edit).toEqual({ ok: false, error: { kind: 'too-many-places', capacity: 1 } })
  })

  it('fills the new time of its permanence with the others, or the permanence stays', () => {
    const moved = (place: object) =>
      decideWorkshopEdit(permanence, place, { site, taken: 0, places: 12, now: NOW })
    expect(moved(range('09:00-12:00'))).toMatchObject({ ok: true, value: { start: time('09:00') } })
    expect(moved({ date: WEDNESDAY, space: 'autre' as SpaceId }).ok).toBe(true)
    expect(moved(range('09:15-12:00'))).toEqual({
      ok: false,
      error: { kind: 'uneven-appointments', minutes: 45 },
    })
  })

  it.each([
    ['its hour is still there', '08:30-12:15', TUESDAY, ['09:15', '11:30'], ['09:15', '11:30']],
    ['its hour is gone', '10:00-13:00', TUESDAY, ['09:15', '11:30'], ['10:00', '12:15']],
    ['another day', '14:00-17:00', WEDNESDAY, ['10:00'], ['14:45']],
    ['an earlier end', '09:15-10:45', TUESDAY, ['10:00'], ['10:00']],
    ['after the new end', '10:00-12:15', TUESDAY, ['09:15', '11:30'], undefined],
    ['too little time', '08:15-09:00', TUESDAY, ['11:30'], undefined],
  ])(
    'keeps its hour or follows its permanence, if there is a place for it: %s',
    (_, hours, date, before, after) => {
      const seats = before.map((start) => ({ start: time(start), end: quarter(time(start) + 3) }))
      const timeAfter = seatTimesAfter(permanence, { ...permanence, ...range(hours), date }, seats)
      expect(timeAfter && seats.map(timeAfter).map(({ start }) => start)).toEqual(after?.map(time))
    },
  )
})

describe('a workshop without appointments', () => {
  it('has one time for everybody, whose seats count while it goes on', () => {
    const workshop = aWorkshop({ ...range('10:00-12:00'), seats: 6 })
    const left = seatsLeftIn(workshop, taken('10:00-12:00'), {
      site,
      now: instantAt(TUESDAY, quarter(time('10:00') + 1), PARIS),
    })
    expect(left).toEqual({ seatsLeft: 5, free: undefined, begun: true })
    expect([seatCountOf(workshop), takenSeatsOf(workshop, taken('10:00-12:00'))]).toEqual([6, 1])
  })
})
