import type { Booking } from './booking.ts'
import { isActive } from './booking-state.ts'
import { ok, type Result, refuse } from './result.ts'

export type CopyRefusal = { readonly kind: 'cancelled' | 'not-confirmed' | 'of-workshop' | 'not-found' }

/**
 * Whether staff may book for its holder what they have already: what staff booked for them, or a whole room. What people
 * book for themselves at a desk is theirs to repeat, and as absent here.
 */
export const decideCopying = (booking: Booking): Result<Booking, CopyRefusal> => {
  const { status, workshop, channel, use } = booking
  if (workshop) return refuse({ kind: 'of-workshop' })
  if (channel === 'web' && use !== 'room') return refuse({ kind: 'not-found' })
  if (!isActive(booking)) return refuse({ kind: 'cancelled' })
  return status === 'confirmed' || status === 'attended' ? ok(booking) : refuse({ kind: 'not-confirmed' })
}
