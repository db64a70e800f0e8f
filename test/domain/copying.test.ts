import { describe, expect, it } from 'vitest'
import type { Booking } from '../../shared/domain/booking.ts'
import { decideCopying } from '../../shared/domain/copying.ts'
import type { WorkshopId } from '../../shared/domain/ids.ts'
import { aBooking } from '../support/builders.ts'

describe('copying to other weeks', () => {
  it.each<[string, Partial<Booking>]>([
    ['a desk that staff booked', { channel: 'counter' }],
    ['a desk that was asked for by phone', { channel: 'phone', status: 'attended' }],
    ['a whole room, however it was booked', { channel: 'web', use: 'room' }],
  ])('is accepted for %s', (_, changes) => {
    const booking = aBooking(changes)
    expect(decideCopying(booking)).toEqual({ ok: true, value: booking })
  })

  it.each<[string, Partial<Booking>, string]>([
    ['a desk that somebody booked for themselves', { channel: 'web' }, 'not-found'],
    ['a cancelled booking', { channel: 'counter', status: 'cancelled' }, 'cancelled'],
    ['a no-show', { channel: 'counter', status: 'no-show' }, 'cancelled'],
    ['a request', { channel: 'counter', status: 'requested' }, 'not-confirmed'],
    ['a workshop', { use: 'room', workshop: 'w'.repeat(20) as WorkshopId }, 'of-workshop'],
  ])('is refused for %s', (_, changes, kind) => {
    expect(decideCopying(aBooking(changes))).toEqual({ ok: false, error: { kind } })
  })
})
