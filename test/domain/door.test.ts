import { describe, expect, it } from 'vitest'
import { allocationsOf } from '../../shared/domain/allocation.ts'
import {
  type DoorCodeState,
  doorCodeStateOf,
  doorOf,
  doorWindowOf,
  isEasilyGuessed,
  keypadOf,
} from '../../shared/domain/door.ts'
import type { BookingId, DoorId } from '../../shared/domain/ids.ts'
import { addMinutes, type Instant, localTextAt, type TimeZone } from '../../shared/domain/instant.ts'
import { seatsOf } from '../../shared/domain/workshop.ts'
import { codesOf } from '../../shared/store/door-code.ts'
import { aBooking, aSite, aSpace, aWorkshop, date, NOW, PARIS, range } from '../support/builders.ts'

const DOOR = { id: 'entree' as DoorId, digits: 6 }
const behindKeypad = aSpace({ access: { kind: 'door-code', door: DOOR } })
const site = aSite()

const windowWords = (day: string, hours: string, timeZone: TimeZone = PARIS) => {
  const { from, until } = doorWindowOf({ date: date(day), ...range(hours) }, { timeZone })
  return [localTextAt(from, timeZone), localTextAt(until, timeZone), (until - from) / 60_000]
}

describe('a door code', () => {
  it.each([
    ['on a plain morning', '2026-11-24', '08:00-12:00', PARIS, ['2026-11-24T07:50', '2026-11-24T12:00', 250]],
    ['until midnight', '2026-11-24', '22:00-24:00', PARIS, ['2026-11-24T21:50', '2026-11-25T00:00', 130]],
    ['from midnight on', '2026-11-24', '00:00-01:00', PARIS, ['2026-11-23T23:50', '2026-11-24T01:00', 70]],
    [
      'in the night of the longer day',
      '2026-10-25',
      '01:00-04:00',
      PARIS,
      ['2026-10-25T00:50', '2026-10-25T04:00', 250],
    ],
    [
      'in the night of the shorter day',
      '2027-03-28',
      '01:00-04:00',
      PARIS,
      ['2027-03-28T00:50', '2027-03-28T04:00', 130],
    ],
    [
      'at the other end of the world',
      '2026-11-24',
      '08:00-12:00',
      'Pacific/Marquesas' as TimeZone,
      ['2026-11-24T07:50', '2026-11-24T12:00', 250],
    ],
  ] as const)('opens from ten minutes before the start to the end, %s', (_, day, hours, zone, expected) => {
    expect(windowWords(day, hours, zone)).toEqual(expected)
  })

  it('does not open in the buffers of its booking', () => {
    const buffered = { ...behindKeypad, buffers: { beforeQuarters: 2, afterQuarters: 2 } }
    const wish = { date: date('2026-11-24'), ...range('08:00-12:00'), use: 'room', places: 1 } as const
    const booking = aBooking({ ...wish, allocations: allocationsOf(buffered, wish) })
    expect(booking.allocations[0]).toMatchObject(range('07:30-12:30'))
    expect(doorWindowOf(booking, site)).toEqual(doorWindowOf(aBooking(), site))
  })
})

describe('the door of a booking', () => {
  it.each([
    ['confirmed', DOOR],
    ['attended', DOOR],
    ['requested', undefined],
    ['offered', undefined],
    ['cancelled', undefined],
    ['no-show', undefined],
  ] as const)('with status %s is %o', (status, door) => {
    expect(doorOf({ booking: aBooking({ status }), space: behindKeypad })).toEqual(door)
  })

  it('exists only where there is a keypad', () => {
    const keyed = aSpace({ access: { kind: 'open' } })
    expect(keypadOf({ booking: aBooking(), space: keyed })).toBeUndefined()
    expect(keypadOf({ booking: aBooking(), space: undefined })).toBeUndefined()
  })

  it('belongs to the room of a workshop, not to its seats', () => {
    const { id } = aWorkshop()
    expect(
      keypadOf({ booking: aBooking({ workshop: id, space: seatsOf(id) }), space: behindKeypad }),
    ).toBeUndefined()
    expect(keypadOf({ booking: aBooking({ workshop: id }), space: behindKeypad })).toEqual(DOOR)
  })
})

describe('a reader of a booking', () => {
  const told = doorWindowOf(aBooking(), site)
  const stateAt = (
    now: Instant,
    { mayKnow = true, window = told }: { mayKnow?: boolean; window?: typeof told } = {},
  ) => doorCodeStateOf({ booking: aBooking(), site, mayKnow, now }, window)
  const midnight = addMinutes(told.from, -(7 * 60 + 50))

  it.each<[string, Instant, DoorCodeState | undefined]>([
    ['days before', NOW, 'later'],
    ['a moment before midnight', (midnight - 1) as Instant, 'later'],
    ['at midnight', midnight, 'shown'],
    ['while it opens', addMinutes(told.from, 60), 'shown'],
    ['a moment before the end', (told.until - 1) as Instant, 'shown'],
    ['at the end', told.until, undefined],
  ])('sees its door code on its day until the end: %s', (_, now, state) => {
    expect(stateAt(now)).toBe(state)
  })

  it('sees its door code the evening before when it opens then', () => {
    const booking = aBooking(range('00:00-01:00'))
    const window = doorWindowOf(booking, site)
    expect(doorCodeStateOf({ booking, site, mayKnow: true, now: window.from }, window)).toBe('shown')
    const before = (window.from - 1) as Instant
    expect(doorCodeStateOf({ booking, site, mayKnow: true, now: before }, window)).toBe('later')
  })

  it('sees no door code without the right', () => {
    expect(stateAt(midnight, { mayKnow: false })).toBe('withheld')
  })

  it('sees no code that the door does not know yet, or knows for other hours', () => {
    expect(doorCodeStateOf({ booking: aBooking(), site, mayKnow: true, now: midnight }, undefined)).toBe(
      'awaited',
    )
    expect(stateAt(midnight, { window: { ...told, until: addMinutes(told.until, -60) } })).toBe('awaited')
  })
})

describe('door codes', () => {
  const KEY = 'k'.repeat(40)
  const use = (number: number, changes: object = {}) => ({
    site: site.id,
    door: DOOR,
    booking: String(number).padStart(20, '0') as BookingId,
    ...changes,
  })
  const firstOf = (number: number, key = KEY) => codesOf(key, use(number))[0] ?? ''

  it.each(['1111', '123456', '654321', '135791', '000000', '890123'])(
    'are never as easily guessed as %s',
    (code) => {
      expect(isEasilyGuessed(code)).toBe(true)
    },
  )

  it.each(['1112', '123457', '742913'])('can be as ordinary as %s', (code) => {
    expect(isEasilyGuessed(code)).toBe(false)
  })

  it('have as many digits as the keypad takes', () => {
    for (const digits of [4, 6, 8])
      for (const code of codesOf(KEY, use(1, { door: { ...DOOR, digits } })))
        expect(code).toMatch(new RegExp(`^\\d{${digits}}$`))
  })

  it('are the same each time, and others at another door, site or key', () => {
    const codes = codesOf(KEY, use(1))
    expect(codesOf(KEY, use(1))).toEqual(codes)
    expect(codesOf(KEY, use(1, { door: { ...DOOR, id: 'cour' } }))).not.toEqual(codes)
    expect(codesOf(KEY, use(1, { site: '09439A' }))).not.toEqual(codes)
    expect(codesOf('x'.repeat(40), use(1))).not.toEqual(codes)
  })

  it('of consecutive bookings have nothing in common, and use each digit equally', () => {
    const count = 20_000
    const codes = Array.from({ length: count }, (_, number) => firstOf(number))
    for (let at = 0; at < 6; at++) {
      const counts = Array.from(
        { length: 10 },
        (_, digit) => codes.filter((code) => code[at] === String(digit)).length,
      )
      const chiSquare = counts.reduce((sum, seen) => sum + (seen - count / 10) ** 2 / (count / 10), 0)
      // 9 degrees of freedom: one honest run in ten thousand is above.
      expect(chiSquare).toBeLessThan(33.7)
    }
    const near = codes.slice(1).filter((code, at) => Math.abs(Number(code) - Number(codes[at])) < 100)
    expect(near.length).toBeLessThan(count / 1000)
    expect(new Set(codes).size).toBeGreaterThan(count * 0.98)
  })
})
