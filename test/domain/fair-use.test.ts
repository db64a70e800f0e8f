import { describe, expect, it } from 'vitest'
import type { Booking } from '../../shared/domain/booking.ts'
import { decideCancellation } from '../../shared/domain/booking-change.ts'
import { decideMove } from '../../shared/domain/booking-move.ts'
import type { BookingContext, BookingRequest } from '../../shared/domain/booking-request.ts'
import { asNoShow, attended, cancelled } from '../../shared/domain/booking-state.ts'
import { decideBooking } from '../../shared/domain/decide-booking.ts'
import type { BookingId, PersonId } from '../../shared/domain/ids.ts'
import { addMinutes, type Instant, instantAt } from '../../shared/domain/instant.ts'
import { canonicalAddress } from '../../shared/domain/person.ts'
import type { FairUse } from '../../shared/domain/space.ts'
import {
  forgettableEntries,
  type UsageEntry,
  type UsageRecord,
  usageAfter,
  usageListOf,
} from '../../shared/domain/usage.ts'
import {
  aBooking,
  anOpening,
  aSite,
  aSpace,
  date,
  MONDAY_EVENING,
  NOW,
  range,
  TUESDAY,
  time,
} from '../support/builders.ts'

const PERSON = 'a-person' as PersonId
const entry = (day: string, times: string, until?: Instant): UsageEntry => ({
  date: date(day),
  ...range(times),
  ...(until !== undefined && { until }),
})
const listed = (entries: readonly UsageEntry[]) =>
  Object.fromEntries(entries.map((each, at) => [`booking-${at}` as BookingId, each]))
const aUsageRecord = (active: readonly UsageEntry[], missed: readonly UsageEntry[] = []): UsageRecord => ({
  site: aSite().id,
  person: PERSON,
  revision: 1,
  active: listed(active),
  missed: listed(missed),
})

const context = (fairUse: FairUse, usage: UsageRecord): BookingContext => ({
  site: aSite(),
  space: aSpace({ fairUse, openings: [anOpening({ basis: 'fixed' })] }),
  occupancyOf: () => ({}),
  holderOccupancy: {},
  usage,
  now: NOW,
})
const request: BookingRequest = { ...aBooking(), ...range('08:00-12:00') }
const refusalOf = (fairUse: FairUse, usage: UsageRecord, wanted: BookingRequest = request) => {
  const decision = decideBooking(wanted, context(fairUse, usage))
  return decision.ok ? undefined : decision.error
}
const quota = (rule: string, limit: number, passes: string) => ({
  kind: 'quota-reached',
  rule,
  limit,
  passes,
})

describe('active bookings', () => {
  const two = { activeBookings: 2 }

  it('are limited, and the next is possible when the first of them ends', () => {
    const usage = aUsageRecord([entry('2026-11-26', '08:00-10:00'), entry('2026-11-23', '18:00-20:00')])
    expect(refusalOf(two, usage)).toEqual(quota('active-bookings', 2, '2026-11-23T20:00'))
    expect(refusalOf({ activeBookings: 3 }, usage)).toBeUndefined()
  })

  it('allow the next when enough of them end, where there are too many', () => {
    const days = ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26']
    expect(refusalOf(two, aUsageRecord(days.map((day) => entry(day, '14:00-15:00'))))).toMatchObject({
      passes: '2026-11-25T15:00',
    })
  })

  it('count until the minute they end, which may be midnight', () => {
    const ending = aUsageRecord([entry('2026-11-21', '09:00-10:00'), entry('2026-11-21', '20:00-24:00')])
    expect(refusalOf(two, ending)).toBeUndefined()
    expect(refusalOf({ activeBookings: 1 }, ending)).toMatchObject({ passes: '2026-11-22T00:00' })
  })

  it('count until their deadline while they are held', () => {
    const held = entry('2026-11-26', '08:00-10:00', addMinutes(NOW, 90))
    expect(refusalOf({ activeBookings: 1 }, aUsageRecord([held]))).toMatchObject({
      passes: '2026-11-21T11:30',
    })
    expect(refusalOf({ activeBookings: 1 }, aUsageRecord([{ ...held, until: NOW }]))).toBeUndefined()
  })
})

describe('the hours of a week', () => {
  it('are those of the week of the date, Monday to Sunday', () => {
    const usage = aUsageRecord([entry('2026-11-29', '08:00-14:00'), entry('2026-11-22', '08:00-20:00')])
    expect(refusalOf({ hoursAWeek: 10 }, usage)).toBeUndefined()
    expect(refusalOf({ hoursAWeek: 9 }, usage)).toEqual(quota('hours-a-week', 9, '2026-11-30T00:00'))
  })

  it('allow a booking again on the first Monday whose week has enough left', () => {
    const usage = aUsageRecord([entry('2026-11-25', '08:00-14:00'), entry('2026-12-02', '08:00-14:00')])
    expect(refusalOf({ hoursAWeek: 8 }, usage)).toMatchObject({ passes: '2026-12-07T00:00' })
  })

  it('refuse as too long a booking that fits in no week', () => {
    expect(refusalOf({ hoursAWeek: 3 }, aUsageRecord([]))).toEqual({ kind: 'too-long', longestMinutes: 180 })
  })
})

describe('missed bookings', () => {
  const noShows = { most: 2, days: 30 }

  it('refuse bookings at the site until the oldest of them is forgotten', () => {
    const missed = [entry('2026-11-01', '08:00-09:00'), entry('2026-11-10', '08:00-09:00')]
    expect(refusalOf({ noShows }, aUsageRecord([], missed))).toEqual(quota('no-shows', 2, '2026-12-01T00:00'))
    expect(refusalOf({ noShows }, aUsageRecord([], missed.slice(1)))).toBeUndefined()
  })

  it('are forgotten on the day when the days of the rule have passed', () => {
    const missed = [entry('2026-10-22', '08:00-09:00'), entry('2026-11-10', '08:00-09:00')]
    expect(refusalOf({ noShows }, aUsageRecord([], missed))).toBeUndefined()
    const later = [entry('2026-10-23', '08:00-09:00'), entry('2026-11-10', '08:00-09:00')]
    expect(refusalOf({ noShows }, aUsageRecord([], later))).toMatchObject({ passes: '2026-11-22T00:00' })
  })

  it('give way to another reached rule that passes later', () => {
    const usage = aUsageRecord([entry('2026-12-20', '08:00-09:00')], [entry('2026-11-20', '08:00-09:00')])
    expect(refusalOf({ activeBookings: 1, noShows: { most: 1, days: 7 } }, usage)).toEqual(
      quota('active-bookings', 1, '2026-12-20T09:00'),
    )
  })
})

describe('a moved booking', () => {
  const own = aBooking({ countsFor: PERSON, ...range('08:00-12:00') })
  const usageWith = (others: readonly UsageEntry[]): UsageRecord => {
    const usage = aUsageRecord(others, [entry('2026-11-20', '08:00-09:00')])
    return usageAfter(usage, [{ to: own }])
  }
  const strict = { activeBookings: 1, hoursAWeek: 6, noShows: { most: 1, days: 30 } }
  const moved = (usage: UsageRecord, changes: Partial<BookingRequest>) =>
    decideMove(own, { ...request, ...changes }, context(strict, usage))

  it('is not counted twice, and its own hours count as free', () => {
    expect(moved(usageWith([]), range('13:00-19:00')).ok).toBe(true)
    expect(moved(usageWith([entry('2026-11-25', '08:00-10:00')]), range('13:00-18:00'))).toMatchObject({
      ok: false,
      error: { rule: 'hours-a-week', passes: '2026-11-30T00:00' },
    })
  })

  it('is counted as new when it was not counted before', () => {
    const usage = aUsageRecord([entry('2026-11-25', '08:00-10:00')])
    const decision = decideMove(
      { ...own, countsFor: undefined },
      { ...request, ...range('13:00-14:00') },
      context(strict, usage),
    )
    expect(decision).toMatchObject({ ok: false, error: { rule: 'active-bookings' } })
  })
})

describe('a usage record', () => {
  it('follows the bookings of its person at its site from status to status', () => {
    const kept = aBooking({ countsFor: PERSON })
    const usage = usageAfter(aUsageRecord([]), [{ to: kept }, { to: aBooking({ id: 'other' as BookingId }) }])
    expect(Object.keys(usage.active)).toEqual([kept.id])
    const missed = usageAfter(usage, [{ from: kept, to: asNoShow(kept) }])
    expect([missed.active, Object.keys(missed.missed)]).toEqual([{}, [kept.id]])
    const came = usageAfter(missed, [{ from: asNoShow(kept), to: attended(kept) }])
    expect([Object.keys(came.active), came.missed]).toEqual([[kept.id], {}])
  })

  it('drops entries that no rule reads', () => {
    const old = aUsageRecord(
      [entry('2026-10-20', '08:00-09:00'), entry('2026-10-22', '08:00-09:00')],
      [entry('2025-10-16', '08:00-09:00'), entry('2025-10-18', '08:00-09:00')],
    )
    expect(forgettableEntries(old, 'active', NOW)).toEqual(['booking-0'])
    expect(forgettableEntries(old, 'missed', NOW)).toEqual(['booking-0'])
  })
})

describe('a late cancellation', () => {
  const site = aSite()
  const space = aSpace({
    openings: [anOpening({ basis: 'fixed', onHolidays: true, weekdays: [1, 2, 3, 4, 5, 6, 7] })],
  })
  const booked = (day: string, minutes: number, now = NOW) => {
    const limits = { ...space.limits, horizonDays: 400, cancelBeforeMinutes: minutes }
    const at = { ...context({}, aUsageRecord([])), space: { ...space, limits }, now }
    const decision = decideBooking({ ...request, date: date(day), ...range('09:00-10:00') }, at)
    if (!decision.ok) throw new Error(decision.error.kind)
    return aBooking(decision.value)
  }
  const cancelledAt = (booking: Booking, now: Instant) => {
    const decision = decideCancellation(booking, site, now)
    return decision.ok ? usageListOf(decision.value) : decision.error.kind
  }

  it('counts as missed from a minute after the limit on', () => {
    const booking = booked('2026-11-24', 24 * 60)
    const limit = instantAt(date('2026-11-23'), time('09:00'), site.timeZone)
    expect(booking.cancelBefore).toBe(limit)
    expect(cancelledAt(booking, limit)).toBeUndefined()
    expect(cancelledAt(booking, addMinutes(limit, 1))).toBe('missed')
  })

  it('is decided by instants, so a day is 24 hours across both clock changes (27)', () => {
    const spring = booked('2027-03-28', 24 * 60)
    const autumn = booked('2027-10-31', 24 * 60)
    expect(spring.cancelBefore).toBe(instantAt(date('2027-03-27'), time('08:00'), site.timeZone))
    expect(autumn.cancelBefore).toBe(instantAt(date('2027-10-30'), time('10:00'), site.timeZone))
  })

  it('counts as missed neither for a booking made after the limit nor for a request', () => {
    expect(booked('2026-11-24', 30 * 24 * 60).cancelBefore).toBeUndefined()
    const late = { ...booked('2026-11-24', 24 * 60), status: 'requested' as const, until: MONDAY_EVENING }
    expect(cancelledAt(late, instantAt(TUESDAY, time('08:00'), site.timeZone))).toBeUndefined()
  })

  it('counts as missed after a check-in too', () => {
    const booking = attended(booked('2026-11-24', 24 * 60))
    expect(cancelledAt(booking, instantAt(TUESDAY, time('08:00'), site.timeZone))).toBe('missed')
  })

  it('stays late when the booking moves to a space without fair use or is requested anew', () => {
    const booking = { ...booked('2026-11-24', 24 * 60), countsFor: PERSON }
    const now = instantAt(TUESDAY, time('08:00'), site.timeZone)
    const decision = decideMove(
      booking,
      { ...request, date: date('2026-12-10') },
      { ...context({}, aUsageRecord([])), space, now },
    )
    if (!decision.ok) throw new Error(decision.error.kind)
    expect(decision.value.countsFor).toBe(PERSON)
    const asked = { ...decision.value, status: 'requested' as const, until: MONDAY_EVENING }
    expect(cancelledAt(asked, now)).toBe('missed')
    expect(usageListOf(cancelled(asked, 'not-approved'))).toBeUndefined()
    const early = decideMove(
      booking,
      { ...request, date: date('2026-12-10') },
      { ...context({}, aUsageRecord([])), space, now: NOW },
    )
    expect(early.ok && [early.value.countsFor, early.value.late]).toEqual([undefined, undefined])
  })

  it('stays late when the booking moves after its limit, to any date', () => {
    const booking = booked('2026-11-24', 24 * 60)
    const now = instantAt(TUESDAY, time('08:00'), site.timeZone)
    const limits = { ...space.limits, cancelBeforeMinutes: 24 * 60 }
    const facts = { ...context({}, aUsageRecord([])), space: { ...space, limits }, now }
    const decision = decideMove(booking, { ...request, date: date('2026-12-10') }, facts)
    if (!decision.ok) throw new Error(decision.error.kind)
    expect(cancelledAt(decision.value, now)).toBe('missed')
    const early = decideMove(booking, { ...request, date: date('2026-12-10') }, { ...facts, now: NOW })
    expect(early.ok && early.value.cancelBefore).toBe(
      instantAt(date('2026-12-09'), time('08:00'), site.timeZone),
    )
  })
})

it.each([
  ['Jean.Dupont+poste@Example.org', 'jeandupont@example.org'],
  ['jeandupont@example.org', 'jeandupont@example.org'],
  ['+tag@example.org', '+tag@example.org'],
  ['a@b.c.example.org', 'a@b.c.example.org'],
])('the aliases of an address are one person: %s', (email, canonical) => {
  expect(canonicalAddress(email)).toBe(canonical)
})
