import { describe, expect, it } from 'vitest'
import { type BookingContext, type BookingId, type BookingRequest, decideBooking } from '../../shared/domain/booking.ts'
import { cancelled, decideCancellation, decideMove } from '../../shared/domain/booking-change.ts'
import type { FairUse } from '../../shared/domain/fair-use.ts'
import { addMinutes, type Instant, instantAt } from '../../shared/domain/instant.ts'
import { canonicalAddress } from '../../shared/domain/person.ts'
import {
  forgettable,
  listOf,
  type PersonId,
  type Tally,
  type TallyEntry,
  tallyAfter,
} from '../../shared/domain/tally.ts'
import { aBooking, anOpening, aSite, aSpace, date, NOW, range, TUESDAY, time } from '../support/builders.ts'

const PERSON = 'a-person' as PersonId
const entry = (day: string, times: string, until?: Instant): TallyEntry => ({
  date: date(day),
  ...range(times),
  ...(until !== undefined && { until }),
})
const listed = (entries: readonly TallyEntry[]) =>
  Object.fromEntries(entries.map((each, at) => [`booking-${at}` as BookingId, each]))
const aTally = (standing: readonly TallyEntry[], missed: readonly TallyEntry[] = []): Tally => ({
  site: aSite().id,
  person: PERSON,
  revision: 1,
  standing: listed(standing),
  missed: listed(missed),
})

const context = (fairUse: FairUse, tally: Tally): BookingContext => ({
  site: aSite(),
  space: aSpace({ fairUse, openings: [anOpening({ basis: 'fixed' })] }),
  sheetOf: () => ({}),
  holderSheet: {},
  tally,
  now: NOW,
})
const request: BookingRequest = { ...aBooking(), ...range('08:00-12:00') }
const refusalOf = (fairUse: FairUse, tally: Tally, wanted: BookingRequest = request) => {
  const decision = decideBooking(wanted, context(fairUse, tally))
  return decision.ok ? undefined : decision.error
}
const quota = (rule: string, limit: number, passes: string) => ({ kind: 'quota-reached', rule, limit, passes })

describe('bookings that have not ended', () => {
  const two = { activeBookings: 2 }

  it('are so many at the most, and the next is possible when the first of them ends', () => {
    const tally = aTally([entry('2026-11-26', '08:00-10:00'), entry('2026-11-23', '18:00-20:00')])
    expect(refusalOf(two, tally)).toEqual(quota('active-bookings', 2, '2026-11-23T20:00'))
    expect(refusalOf({ activeBookings: 3 }, tally)).toBeUndefined()
  })

  it('pass when enough of them end, were there too many', () => {
    const days = ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26']
    expect(refusalOf(two, aTally(days.map((day) => entry(day, '14:00-15:00'))))).toMatchObject({
      passes: '2026-11-25T15:00',
    })
  })

  it('count until the minute they end, at midnight on the next day', () => {
    const ending = aTally([entry('2026-11-21', '09:00-10:00'), entry('2026-11-21', '20:00-24:00')])
    expect(refusalOf(two, ending)).toBeUndefined()
    expect(refusalOf({ activeBookings: 1 }, ending)).toMatchObject({ passes: '2026-11-22T00:00' })
  })

  it('held for some time count until then', () => {
    const held = entry('2026-11-26', '08:00-10:00', addMinutes(NOW, 90))
    expect(refusalOf({ activeBookings: 1 }, aTally([held]))).toMatchObject({ passes: '2026-11-21T11:30' })
    expect(refusalOf({ activeBookings: 1 }, aTally([{ ...held, until: NOW }]))).toBeUndefined()
  })
})

describe('hours a week', () => {
  it('are those of the week of the date, Monday to Sunday', () => {
    const tally = aTally([entry('2026-11-29', '08:00-14:00'), entry('2026-11-22', '08:00-20:00')])
    expect(refusalOf({ hoursAWeek: 10 }, tally)).toBeUndefined()
    expect(refusalOf({ hoursAWeek: 9 }, tally)).toEqual(quota('hours-a-week', 9, '2026-11-30T00:00'))
  })

  it('pass on the first Monday whose week has enough left', () => {
    const tally = aTally([entry('2026-11-25', '08:00-14:00'), entry('2026-12-02', '08:00-14:00')])
    expect(refusalOf({ hoursAWeek: 8 }, tally)).toMatchObject({ passes: '2026-12-07T00:00' })
  })

  it('make a booking too long that no week has room for', () => {
    expect(refusalOf({ hoursAWeek: 3 }, aTally([]))).toEqual({ kind: 'too-long', longestMinutes: 180 })
  })
})

describe('missed bookings', () => {
  const noShows = { most: 2, days: 30 }

  it('close the place until the oldest of them is forgotten', () => {
    const missed = [entry('2026-11-01', '08:00-09:00'), entry('2026-11-10', '08:00-09:00')]
    expect(refusalOf({ noShows }, aTally([], missed))).toEqual(quota('no-shows', 2, '2026-12-01T00:00'))
    expect(refusalOf({ noShows }, aTally([], missed.slice(1)))).toBeUndefined()
  })

  it('are forgotten on the day that so many days have passed', () => {
    const missed = [entry('2026-10-22', '08:00-09:00'), entry('2026-11-10', '08:00-09:00')]
    expect(refusalOf({ noShows }, aTally([], missed))).toBeUndefined()
    const later = [entry('2026-10-23', '08:00-09:00'), entry('2026-11-10', '08:00-09:00')]
    expect(refusalOf({ noShows }, aTally([], later))).toMatchObject({ passes: '2026-11-22T00:00' })
  })

  it('are told with the rule that passes last', () => {
    const tally = aTally([entry('2026-12-20', '08:00-09:00')], [entry('2026-11-20', '08:00-09:00')])
    expect(refusalOf({ activeBookings: 1, noShows: { most: 1, days: 7 } }, tally)).toEqual(
      quota('active-bookings', 1, '2026-12-20T09:00'),
    )
  })
})

describe('a booking that moves', () => {
  const own = aBooking({ tally: PERSON, ...range('08:00-12:00') })
  const tallyWith = (others: readonly TallyEntry[]): Tally => {
    const tally = aTally(others, [entry('2026-11-20', '08:00-09:00')])
    return tallyAfter(tally, [{ to: own }])
  }
  const strict = { activeBookings: 1, hoursAWeek: 6, noShows: { most: 1, days: 30 } }
  const moved = (tally: Tally, changes: Partial<BookingRequest>) =>
    decideMove(own, { ...request, ...changes }, context(strict, tally))

  it('is not a new one, and its own hours count as free', () => {
    expect(moved(tallyWith([]), range('13:00-19:00')).ok).toBe(true)
    expect(moved(tallyWith([entry('2026-11-25', '08:00-10:00')]), range('13:00-18:00'))).toMatchObject({
      ok: false,
      error: { rule: 'hours-a-week', passes: '2026-11-30T00:00' },
    })
  })

  it('is a new one where it was not counted before', () => {
    const tally = aTally([entry('2026-11-25', '08:00-10:00')])
    const decision = decideMove(
      { ...own, tally: undefined },
      { ...request, ...range('13:00-14:00') },
      context(strict, tally),
    )
    expect(decision).toMatchObject({ ok: false, error: { rule: 'active-bookings' } })
  })
})

describe('a tally', () => {
  it('follows bookings of its person at its site, whatever becomes of them', () => {
    const kept = aBooking({ tally: PERSON })
    const tally = tallyAfter(aTally([]), [{ to: kept }, { to: aBooking({ id: 'other' as BookingId }) }])
    expect(Object.keys(tally.standing)).toEqual([kept.id])
    const missed = tallyAfter(tally, [{ from: kept, to: { ...kept, status: 'no-show' } }])
    expect([missed.standing, Object.keys(missed.missed)]).toEqual([{}, [kept.id]])
    const came = tallyAfter(missed, [{ from: { ...kept, status: 'no-show' }, to: { ...kept, status: 'attended' } }])
    expect([Object.keys(came.standing), came.missed]).toEqual([[kept.id], {}])
  })

  it('forgets what no rule looks at any more', () => {
    const old = aTally(
      [entry('2026-10-20', '08:00-09:00'), entry('2026-10-22', '08:00-09:00')],
      [entry('2025-10-16', '08:00-09:00'), entry('2025-10-18', '08:00-09:00')],
    )
    expect(forgettable(old, 'standing', NOW)).toEqual(['booking-0'])
    expect(forgettable(old, 'missed', NOW)).toEqual(['booking-0'])
  })
})

describe('giving up late', () => {
  const site = aSite()
  const space = aSpace({ openings: [anOpening({ basis: 'fixed', onHolidays: true, weekdays: [1, 2, 3, 4, 5, 6, 7] })] })
  const booked = (day: string, minutes: number, now = NOW) => {
    const limits = { ...space.limits, horizonDays: 400, cancelBeforeMinutes: minutes }
    const at = { ...context({}, aTally([])), space: { ...space, limits }, now }
    const decision = decideBooking({ ...request, date: date(day), ...range('09:00-10:00') }, at)
    if (!decision.ok) throw new Error(decision.error.kind)
    return aBooking(decision.value)
  }
  const cancelledAt = (booking: ReturnType<typeof aBooking>, now: Instant) => {
    const decision = decideCancellation(booking, site, now)
    return decision.ok ? listOf(decision.value) : decision.error.kind
  }

  it('is missing it, from a minute after the limit on', () => {
    const booking = booked('2026-11-24', 24 * 60)
    const limit = instantAt(date('2026-11-23'), time('09:00'), site.timeZone)
    expect(booking.cancelBefore).toBe(limit)
    expect(cancelledAt(booking, limit)).toBeUndefined()
    expect(cancelledAt(booking, addMinutes(limit, 1))).toBe('missed')
  })

  it('27. is judged on instants: 24 hours before are 24 hours, across both clock changes', () => {
    const spring = booked('2027-03-28', 24 * 60)
    const autumn = booked('2027-10-31', 24 * 60)
    expect(spring.cancelBefore).toBe(instantAt(date('2027-03-27'), time('08:00'), site.timeZone))
    expect(autumn.cancelBefore).toBe(instantAt(date('2027-10-30'), time('10:00'), site.timeZone))
  })

  it('is not possible of what was booked later than that, nor of what was only requested or offered', () => {
    expect(booked('2026-11-24', 30 * 24 * 60).cancelBefore).toBeUndefined()
    const late = { ...booked('2026-11-24', 24 * 60), status: 'requested' as const }
    expect(cancelledAt(late, instantAt(TUESDAY, time('08:00'), site.timeZone))).toBeUndefined()
  })

  it('is missing it after having checked in, too', () => {
    const attended = { ...booked('2026-11-24', 24 * 60), status: 'attended' as const }
    expect(cancelledAt(attended, instantAt(TUESDAY, time('08:00'), site.timeZone))).toBe('missed')
  })

  it('stays late where it is moved to a space without fair use, or has to be approved anew', () => {
    const booking = { ...booked('2026-11-24', 24 * 60), tally: PERSON }
    const now = instantAt(TUESDAY, time('08:00'), site.timeZone)
    const decision = decideMove(
      booking,
      { ...request, date: date('2026-12-10') },
      { ...context({}, aTally([])), space, now },
    )
    if (!decision.ok) throw new Error(decision.error.kind)
    expect(decision.value.tally).toBe(PERSON)
    const asked = { ...booking, ...decision.value, status: 'requested' as const }
    expect(cancelledAt(asked, now)).toBe('missed')
    expect(listOf(cancelled(asked, 'not-approved'))).toBeUndefined()
    const early = decideMove(
      booking,
      { ...request, date: date('2026-12-10') },
      { ...context({}, aTally([])), space, now: NOW },
    )
    expect(early.ok && [early.value.tally, early.value.late]).toEqual([undefined, undefined])
  })

  it('stays late, wherever it is moved', () => {
    const booking = booked('2026-11-24', 24 * 60)
    const now = instantAt(TUESDAY, time('08:00'), site.timeZone)
    const limits = { ...space.limits, cancelBeforeMinutes: 24 * 60 }
    const ground = { ...context({}, aTally([])), space: { ...space, limits }, now }
    const decision = decideMove(booking, { ...request, date: date('2026-12-10') }, ground)
    if (!decision.ok) throw new Error(decision.error.kind)
    expect(cancelledAt({ ...booking, ...decision.value }, now)).toBe('missed')
    const early = decideMove(booking, { ...request, date: date('2026-12-10') }, { ...ground, now: NOW })
    expect(early.ok && early.value.cancelBefore).toBe(instantAt(date('2026-12-09'), time('08:00'), site.timeZone))
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
