import * as z from 'zod'
import { BOOKING_STATUSES } from '../domain/booking.ts'
import { BookingView } from './booking-views.ts'
import { BookingIdText } from './values.ts'

const MOST_COPIES = 120
const MOST_WEEKS = 52

/** `weeks` ahead: `[1, 2]` means the next two. */
export const NewCopies = z
  .strictObject({
    bookings: z.array(BookingIdText).min(1).max(MOST_COPIES),
    weeks: z.array(z.int().min(1).max(MOST_WEEKS)).min(1).max(MOST_WEEKS),
  })
  .refine(({ bookings, weeks }) => bookings.length * weeks.length <= MOST_COPIES, {
    message: `expected at most ${MOST_COPIES} copies`,
    path: ['weeks'],
  })

/**
 * One for each booking and week: booked (`id`), possible (neither) or refused (`refusal`, a problem code with
 * its facts). A booking of another site has `of` only.
 */
export const CopyView = z.looseObject({
  of: z.string(),
  date: z.string().optional(),
  start: z.string().optional(),
  end: z.string().optional(),
  space: z.string().optional(),
  holderName: z.string().optional(),
  id: z.string().optional(),
  reference: BookingView.shape.reference.optional(),
  status: z.enum(BOOKING_STATUSES).optional(),
  refusal: z.string().optional(),
})

export const CopyList = z.object({ copies: z.array(CopyView) })

export type NewCopies = z.infer<typeof NewCopies>
export type CopyView = z.infer<typeof CopyView>
export type CopyList = z.infer<typeof CopyList>
