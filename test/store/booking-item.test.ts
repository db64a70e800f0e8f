import { describe, expect, it } from 'vitest'
import { BOOKING_STATUSES } from '../../shared/domain/booking.ts'
import type { BookingId, Hash } from '../../shared/domain/ids.ts'
import { bookingItem, bookingOf } from '../../shared/store/booking-item.ts'
import { aBooking, NOW } from '../support/builders.ts'

const HASH = 'a-hash' as Hash

describe('a stored booking', () => {
  it.each(BOOKING_STATUSES)('is read as it was written when it is %s', (status) => {
    const booking = aBooking({ status })
    expect(bookingOf(bookingItem(booking, HASH))).toEqual(booking)
  })

  it.each(['requested', 'offered'] as const)('has a deadline when it is %s', (status) => {
    const { until: _, ...item } = bookingItem(aBooking({ status }), HASH)
    expect(() => bookingOf(item)).toThrow('until')
  })

  it('has a cause when it is cancelled', () => {
    const { cause: _, ...item } = bookingItem(aBooking({ status: 'cancelled' }), HASH)
    expect(() => bookingOf(item)).toThrow('cause')
  })

  it('has no field of another state', () => {
    const instead = 'instead' as BookingId
    const item = { ...bookingItem(aBooking(), HASH), until: NOW, cause: 'holder', replacedBy: instead }
    expect(bookingOf(item)).toEqual(aBooking())
  })
})
