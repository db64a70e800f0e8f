import * as z from 'zod'
import { BookingView } from './booking-views.ts'
import { LineText, PhoneText } from './values.ts'

/** Finds a whole name or a whole word of it, a whole phone or a reference. */
export const BookingSearch = z.strictObject({ q: LineText(80) })

/** With `isAll` false, more were found than are listed. */
export const FoundBookings = z.object({
  bookings: z.array(BookingView.extend({ phone: z.string().optional() })),
  isAll: z.boolean(),
})

export const PersonSearch = z.strictObject({ phone: PhoneText })

export const KnownPeople = z.object({ people: z.array(z.object({ holder: z.string(), name: z.string() })) })

export type FoundBookings = z.infer<typeof FoundBookings>
export type KnownPeople = z.infer<typeof KnownPeople>
