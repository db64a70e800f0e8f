import { describe, expect, it } from 'vitest'
import { referenceOf } from '../../shared/domain/booking.ts'
import { decideCancellation } from '../../shared/domain/booking-change.ts'
import type { BookingContext, BookingRequest } from '../../shared/domain/booking-request.ts'
import { decideBooking } from '../../shared/domain/decide-booking.ts'
import type { SpaceId } from '../../shared/domain/ids.ts'
import { addMinutes, instantAt, type TimeZone } from '../../shared/domain/instant.ts'
import type { Occupancy } from '../../shared/domain/occupancy.ts'
import { aBooking, anOpening, aSite, aSpace, date, NOW, range, TUESDAY, time } from '../support/builders.ts'

const request = (changes: Partial<BookingRequest> = {}): BookingRequest => ({
  space: 'bureau' as SpaceId,
  date: TUESDAY,
  ...range('08:00-12:00'),
  use: 'desk',
  places: 1,
  ...changes,
})

const empty: Occupancy = {}
const facts: BookingContext = {
  site: aSite(),
  space: aSpace(),
  occupancyOf: () => empty,
  holderOccupancy: {},
  usage: undefined,
  now: NOW,
}
const withOccupancy = (occupancy: Occupancy) => ({ occupancyOf: () => occupancy })

const refusalOf = (changes: Partial<BookingRequest>, context: Partial<BookingContext> = {}) => {
  const decision = decideBooking(request(changes), { ...facts, ...context })
  return decision.ok ? undefined : decision.error
}

describe('a booking', () => {
  it('takes as many desks as requested', () => {
    const decision = decideBooking(request({ places: 2 }), facts)
    expect(decision).toEqual({
      ok: true,
      value: {
        ...{ space: 'bureau', date: TUESDAY, ...range('08:00-12:00'), places: 2 },
        allocations: [{ space: 'bureau', date: TUESDAY, ...range('08:00-12:00'), places: 2, capacity: 5 }],
      },
    })
  })

  it('takes every place of a room, whatever number is requested', () => {
    const decision = decideBooking(request({ use: 'room' }), facts)
    expect(decision.ok && decision.value.places).toBe(5)
  })

  it('of a room is refused when one desk is taken in one quarter', () => {
    expect(refusalOf({ use: 'room' }, withOccupancy({ 47: 1 }))).toEqual({ kind: 'taken', placesLeft: 4 })
  })

  it('of a desk is refused when the space is taken as a room', () => {
    expect(refusalOf({}, withOccupancy({ 32: 5 }))).toEqual({ kind: 'taken', placesLeft: 0 })
  })

  it('ignores the quarters before its start and from its end on', () => {
    expect(refusalOf({}, withOccupancy({ 31: 5, 48: 5 }))).toBeUndefined()
  })

  it('is refused for more places than the space has', () => {
    expect(refusalOf({ places: 6 })).toEqual({ kind: 'too-many-places', capacity: 5 })
  })

  it('is refused for a use that is not offered', () => {
    expect(refusalOf({ use: 'room' }, { space: aSpace({ uses: ['desk'] }) })).toEqual({
      kind: 'use-not-offered',
      uses: ['desk'],
    })
  })

  it('is refused when it is shorter or longer than the space allows', () => {
    const space = aSpace({ limits: { ...aSpace().limits, longestQuarters: 8 } })
    expect(refusalOf(range('08:00-08:45'))).toEqual({ kind: 'too-short', shortestMinutes: 60 })
    expect(refusalOf(range('08:00-10:15'), { space })).toEqual({ kind: 'too-long', longestMinutes: 120 })
    expect(refusalOf(range('08:00-10:00'), { space })).toBeUndefined()
  })

  it('is refused for a time that has passed', () => {
    expect(refusalOf({ date: date('2026-11-20') })).toEqual({ kind: 'past' })
  })

  it('is refused when the notice is too short by a minute', () => {
    const startsAt = instantAt(TUESDAY, time('08:00'), aSite().timeZone)
    expect(refusalOf({}, { now: addMinutes(startsAt, -30) })).toBeUndefined()
    expect(refusalOf({}, { now: addMinutes(startsAt, -29) })).toEqual({ kind: 'too-late', noticeMinutes: 30 })
    expect(refusalOf({}, { now: addMinutes(startsAt, 1) })).toEqual({ kind: 'past' })
  })

  it('keeps the notice on the clock of the site', () => {
    const site = aSite({ timeZone: 'Pacific/Noumea' as TimeZone })
    const startsThere = instantAt(TUESDAY, time('08:00'), site.timeZone)
    expect(refusalOf({}, { site, now: addMinutes(startsThere, 10) })).toEqual({ kind: 'past' })
    expect(refusalOf({}, { now: addMinutes(startsThere, 10) })).toBeUndefined()
  })

  it('is refused beyond the horizon, with the last date that can be booked', () => {
    expect(refusalOf({ date: date('2027-01-20') })).toBeUndefined()
    expect(refusalOf({ date: date('2027-01-21') })).toEqual({
      kind: 'beyond-horizon',
      lastDate: '2027-01-20',
    })
  })

  it('is refused when no single open range contains it, with the open ranges', () => {
    const open = [range('08:00-14:00'), range('18:00-20:00')]
    expect(refusalOf(range('13:00-15:00'))).toEqual({ kind: 'outside-opening', open })
    expect(refusalOf(range('13:00-19:00'))).toEqual({ kind: 'outside-opening', open })
    expect(refusalOf({ date: date('2026-11-29') })).toEqual({ kind: 'outside-opening', open: [] })
    expect(refusalOf({ date: date('2026-12-25') })).toEqual({
      kind: 'outside-opening',
      open: [],
      holiday: true,
    })
  })

  it('is refused when its holder is busy in one of its quarters', () => {
    expect(refusalOf({}, { holderOccupancy: { 40: 1 } })).toEqual({ kind: 'holder-busy' })
  })

  it('may cross two openings that touch', () => {
    const openings = [
      anOpening({ basis: 'fixed', window: range('08:00-10:00') }),
      anOpening({ basis: 'fixed', window: range('10:00-12:00') }),
    ]
    expect(refusalOf({}, { space: aSpace({ openings }) })).toBeUndefined()
  })
})

describe('a cancellation', () => {
  const startsAt = instantAt(TUESDAY, time('08:00'), aSite().timeZone)

  it('is possible until the booking starts', () => {
    expect(decideCancellation(aBooking(), aSite(), addMinutes(startsAt, -1))).toMatchObject({
      ok: true,
      value: { status: 'cancelled' },
    })
    expect(decideCancellation(aBooking(), aSite(), startsAt)).toEqual({
      ok: false,
      error: { kind: 'already-started' },
    })
  })

  it('leaves a cancelled booking as it is, however late', () => {
    const booking = aBooking({ status: 'cancelled' })
    expect(decideCancellation(booking, aSite(), addMinutes(startsAt, 60))).toEqual({
      ok: true,
      value: booking,
    })
  })
})

it('a booking has a short reference that can be read aloud', () => {
  expect(referenceOf(aBooking().id)).toBe('0123-45')
})
