import { describe, expect, it } from 'vitest'
import { decideMove } from '../../shared/domain/booking-move.ts'
import type { BookingContext } from '../../shared/domain/booking-request.ts'
import { addMinutes, instantAt } from '../../shared/domain/instant.ts'
import { aBooking, aSite, aSpace, date, NOW, PARIS, range, TUESDAY, time } from '../support/builders.ts'

const facts: BookingContext = {
  site: aSite(),
  space: aSpace(),
  occupancyOf: () => ({}),
  holderOccupancy: {},
  usage: undefined,
  now: NOW,
}
const quarters = (from: number, to: number, places: number) =>
  Object.fromEntries(Array.from({ length: to - from }, (_, at) => [from + at, places]))

describe('the move of a booking', () => {
  it('counts its own places as free, at the space and in its holder’s day', () => {
    const context = { ...facts, occupancyOf: () => quarters(32, 48, 5), holderOccupancy: quarters(32, 48, 1) }
    const decision = decideMove(
      aBooking({ places: 5 }),
      { ...aBooking({ places: 5 }), ...range('08:30-12:00') },
      context,
    )
    expect(decision).toMatchObject({ ok: true, value: range('08:30-12:00') })
  })

  it('counts the places of other bookings as taken', () => {
    const context = { ...facts, occupancyOf: () => quarters(32, 52, 5), holderOccupancy: quarters(32, 48, 1) }
    const decision = decideMove(aBooking(), { ...aBooking(), ...range('09:00-13:00') }, context)
    expect(decision).toEqual({ ok: false, error: { kind: 'taken', placesLeft: 0 } })
  })

  it('counts its own places as free on their date only', () => {
    const context = { ...facts, occupancyOf: () => quarters(32, 48, 5) }
    const decision = decideMove(aBooking(), { ...aBooking(), date: date('2026-11-25') }, context)
    expect(decision).toMatchObject({ ok: false, error: { kind: 'taken' } })
  })

  it('follows the rules of a new booking', () => {
    const wanted = { ...aBooking(), ...range('13:00-15:00') }
    expect(decideMove(aBooking(), wanted, facts)).toMatchObject({ error: { kind: 'outside-opening' } })
  })

  it('is refused once the booking has started or is cancelled', () => {
    const started = addMinutes(instantAt(TUESDAY, time('08:00'), PARIS), 0)
    const wanted = { ...aBooking(), date: date('2026-11-25') }
    expect(decideMove(aBooking(), wanted, { ...facts, now: started })).toEqual({
      ok: false,
      error: { kind: 'already-started' },
    })
    expect(decideMove(aBooking({ status: 'cancelled' }), wanted, facts)).toEqual({
      ok: false,
      error: { kind: 'cancelled' },
    })
  })
})
