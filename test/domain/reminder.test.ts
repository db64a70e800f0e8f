import { describe, expect, it } from 'vitest'
import type { Booking } from '../../shared/domain/booking.ts'
import { asNoShow, cancelled } from '../../shared/domain/booking-state.ts'
import { NOBODY, type WorkshopId } from '../../shared/domain/ids.ts'
import { addMinutes, instantAt, localTextAt, type TimeZone } from '../../shared/domain/instant.ts'
import { isStillToRemind, remindersOf } from '../../shared/domain/reminder.ts'
import { aBooking, date, PARIS, TUESDAY, time } from '../support/builders.ts'

const booked = (changes: Partial<Booking> = {}): Booking =>
  ({ ...aBooking(), date: TUESDAY, start: time('14:00'), end: time('16:00'), ...changes }) as Booking

const timesOf = (booking: Booking, zone = PARIS): string[] =>
  remindersOf(booking, zone).map(({ at }) => localTextAt(at, zone))

describe('reminders', () => {
  it.each(['Europe/Paris', 'Indian/Reunion', 'America/Guadeloupe', 'Pacific/Noumea'])(
    'come two days before and at seven on the day, by the clock of a site in %s',
    (zone) => {
      expect(timesOf(booked(), zone as TimeZone)).toEqual(['2026-11-22T14:00', '2026-11-24T07:00'])
    },
  )

  it('keep to the clock over the nights in which it changes', () => {
    const spring = booked({ date: date('2027-03-29') })
    const autumn = booked({ date: date('2026-10-26') })
    expect([timesOf(spring), timesOf(autumn)]).toEqual([
      ['2027-03-27T14:00', '2027-03-29T07:00'],
      ['2026-10-24T14:00', '2026-10-26T07:00'],
    ])
  })

  it('come two days before an hour that the clock skips on that day', () => {
    const [first] = remindersOf(booked({ date: date('2027-03-30'), start: time('02:30') }), PARIS)
    expect(first && localTextAt(first.at, PARIS)).toBe('2027-03-28T03:30')
  })

  it('do not come in the morning of what begins by seven', () => {
    expect(timesOf(booked({ start: time('07:00') }))).toEqual(['2026-11-22T07:00'])
    expect(timesOf(booked({ start: time('07:15') }))).toHaveLength(2)
  })

  it('come of confirmed bookings of people only', () => {
    const others = [
      booked({ status: 'requested', until: addMinutes(instantAt(TUESDAY, time('08:00'), PARIS), 0) }),
      cancelled(booked(), 'holder'),
      asNoShow(booked() as never),
      booked({ status: 'attended' }),
      booked({ holder: NOBODY }),
      booked({ workshop: 'w'.repeat(20) as WorkshopId, use: 'room' }),
    ]
    expect(others.map((each) => timesOf(each))).toEqual(others.map(() => []))
  })

  it('are out of date once a booking has moved, ended or begun, or once the next one is due', () => {
    const [first, second] = remindersOf(booked(), PARIS)
    const begins = instantAt(TUESDAY, time('14:00'), PARIS)
    const isStill = (booking: Booking, now = first?.at) =>
      first && now && isStillToRemind(first, booking, PARIS, now)
    expect(isStill(booked())).toBe(true)
    expect(isStill(booked(), second && addMinutes(second.at, -1))).toBe(true)
    expect(isStill(booked(), second?.at)).toBe(false)
    expect(second && isStillToRemind(second, booked(), PARIS, addMinutes(begins, -1))).toBe(true)
    expect(isStill(booked({ space: 'ailleurs' as never }))).toBe(true)
    expect(isStill(booked(), begins)).toBe(false)
    expect(isStill(booked({ start: time('15:00') }))).toBe(false)
    expect(isStill(booked({ date: date('2026-11-20') }))).toBe(false)
    expect(isStill(cancelled(booked(), 'staff'))).toBe(false)
  })
})
