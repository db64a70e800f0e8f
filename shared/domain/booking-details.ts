import type { Booking } from './booking.ts'
import type { Site } from './site.ts'
import type { Space } from './space.ts'
import type { Workshop } from './workshop.ts'

/** A booking with its place; `space` is absent when it is no longer lent, and the room of a `workshop` for a seat. */
export type BookingDetails = {
  readonly booking: Booking
  readonly site: Site
  readonly space?: Space | undefined
  readonly workshop?: Workshop | undefined
}
