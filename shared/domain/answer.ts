import type { Booking, BookingStatus } from './booking.ts'
import type { BookingDetails } from './booking-details.ts'
import { cancelled, confirmed, hasLapsed, isActive } from './booking-state.ts'
import { holdTermsOf, type StaffedSite } from './hold-terms.ts'
import type { Instant } from './instant.ts'
import { ok, type Result, refuse } from './result.ts'

export type AnswerRefusal = {
  readonly kind: 'hold-ended' | 'already-answered' | 'not-offered' | 'not-requested'
  readonly bookingStatus: BookingStatus
}

export type ApprovalAnswer = { readonly approved: boolean; readonly note?: string | undefined }

const endedOr = (booking: Booking, now: Instant, kind: AnswerRefusal['kind']): AnswerRefusal => {
  const hasEnded = hasLapsed(booking, now) || booking.cause === 'lapsed'
  return { kind: hasEnded ? 'hold-ended' : kind, bookingStatus: hasEnded ? 'cancelled' : booking.status }
}

const isRefused = ({ cause }: Booking): boolean => cause === 'not-approved'
const isAccepted = ({ status, revision }: Booking): boolean =>
  revision > 0 && ['confirmed', 'attended', 'no-show'].includes(status)

/** The same answer again changes nothing. */
export const decideApproval = (
  booking: Booking,
  { approved, note }: ApprovalAnswer,
  now: Instant,
): Result<Booking, AnswerRefusal> => {
  if (booking.status !== 'requested' || hasLapsed(booking, now)) {
    if (approved ? isAccepted(booking) : isRefused(booking)) return ok(booking)
    const wasAnswered = isAccepted(booking) || isRefused(booking)
    return refuse(endedOr(booking, now, wasAnswered ? 'already-answered' : 'not-requested'))
  }
  if (!approved) return ok(cancelled(booking, 'not-approved', note))
  return ok({ ...confirmed(booking), note })
}

const wasOffered = ({ wait, replaces }: Booking): boolean => wait !== undefined || replaces !== undefined

const isLeft = ({ cause }: Booking): boolean => cause === 'declined'

const isTaken = (booking: Booking, now: Instant): boolean =>
  booking.status !== 'offered' &&
  (isActive(booking) || booking.status === 'no-show') &&
  !hasLapsed(booking, now)

/** Accepting from the waitlist asks for approval where the space demands it; a replacement needs none. */
export const decideAcceptance = (
  { booking, site, space }: Omit<BookingDetails, 'site'> & { readonly site: StaffedSite },
  accepted: boolean,
  now: Instant,
): Result<Booking, AnswerRefusal> => {
  if (!wasOffered(booking)) return refuse({ kind: 'not-offered', bookingStatus: booking.status })
  if (booking.status !== 'offered' || hasLapsed(booking, now)) {
    const isSame = accepted ? isTaken(booking, now) : isLeft(booking)
    return isSame ? ok(booking) : refuse(endedOr(booking, now, 'already-answered'))
  }
  if (!accepted) return ok(cancelled(booking, 'declined'))
  const terms = space && !booking.replaces ? holdTermsOf(booking, { site, space, now }) : undefined
  return ok(
    terms?.status === 'requested'
      ? { ...booking, status: terms.status, until: terms.until, revision: booking.revision + 1 }
      : confirmed(booking),
  )
}
