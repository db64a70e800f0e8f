import * as z from 'zod'
import { BOOKING_STATUSES } from '../domain/booking.ts'
import { BookingView } from './booking-views.ts'
import { BookingIdText } from './values.ts'

const MOST_COPIES = 120
const MOST_WEEKS = 52

/** What is copied, and how many weeks further: `[1, 2]` is the next one and the one after it. */
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
 * One for each booking and week: booked (`id`), could be (neither), or refused (`refusal`, a code of problem details with
 * its facts). Of what is no booking of the site, only `of` is told.
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
