import type { Booking } from './booking.ts'
import { isActive } from './booking-state.ts'
import { ok, type Result, refuse } from './result.ts'

export type CopyRefusal = { readonly kind: 'cancelled' | 'not-confirmed' | 'of-workshop' | 'not-found' }

/** Staff may repeat what staff booked, or a whole room; desks booked by people are theirs to repeat. */
export const decideCopying = (booking: Booking): Result<Booking, CopyRefusal> => {
  const { status, workshop, channel, use } = booking
  if (workshop) return refuse({ kind: 'of-workshop' })
  if (channel === 'web' && use !== 'room') return refuse({ kind: 'not-found' })
  if (!isActive(booking)) return refuse({ kind: 'cancelled' })
  return status === 'confirmed' || status === 'attended' ? ok(booking) : refuse({ kind: 'not-confirmed' })
}
