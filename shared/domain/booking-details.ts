import type { Booking } from './booking.ts'
import type { Site } from './site.ts'
import type { Space } from './space.ts'
import type { Workshop } from './workshop.ts'

/** `space` is absent when it is no longer lent; for a seat it is the workshop's room. */
export type BookingDetails = {
  readonly booking: Booking
  readonly site: Site
  readonly space?: Space | undefined
  readonly workshop?: Workshop | undefined
}
