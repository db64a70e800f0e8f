import * as z from 'zod'
import { BookingView, NoteText } from './booking-views.ts'

export const NewApproval = z.strictObject({ approved: z.boolean(), note: NoteText.exactOptional() })

/** The holder reads the reason. */
export const NewCancellation = z.strictObject({ reason: NoteText })

export const NewAcceptance = z.strictObject({ accepted: z.boolean() })

export const NewAttendance = z.strictObject({ attended: z.boolean() })

/** `until` is local to the site. */
export const HeldView = BookingView.pick({
  id: true,
  reference: true,
  date: true,
  start: true,
  end: true,
  use: true,
  places: true,
  holderName: true,
}).extend({ space: z.object({ id: z.string(), name: z.string() }), until: z.string() })

export const RequestList = z.object({ requests: z.array(HeldView) })

export type HeldView = z.infer<typeof HeldView>
