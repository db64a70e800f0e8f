import type { Booking, BookingStatus } from './booking.ts'
import type { BookingChange } from './booking-change.ts'
import { NOBODY } from './ids.ts'
import { MEMBERSHIP_NEWS } from './public.ts'
import { isSeatReturn } from './seat-return.ts'

const NEWS = ['requested', 'offered', 'confirmed', 'no-show', 'cancelled', 'moved', 'seat-returned'] as const
export type News = (typeof NEWS)[number]

/** `unreached`: a booking as it is, for somebody whose messages come back. */
export const CALL_NEWS = [...NEWS, 'wait-ended', 'workshop-changed', 'unreached', ...MEMBERSHIP_NEWS] as const
export type CallNews = (typeof CALL_NEWS)[number]

const isSamePlace = (one: Booking, other: Booking): boolean =>
  (['space', 'date', 'start', 'end', 'places'] as const).every((part) => one[part] === other[part])

/** Undefined means nothing to tell: a holder who declines, checks in or is excused knows already. */
export const newsOf = (from: Booking | undefined, to: Booking): News | undefined => {
  if (from?.status === to.status) {
    if (isSamePlace(from, to)) return undefined
    // An offer still awaits its answer.
    if (to.status === 'offered') return 'offered'
    return isSeatReturn(from, to) ? 'seat-returned' : 'moved'
  }
  if (to.status === 'attended' || to.excused) return undefined
  return to.replacedBy !== undefined || to.cause === 'declined' ? undefined : to.status
}

const ANSWERED: ReadonlySet<BookingStatus> = new Set(['requested', 'confirmed'])

/** A holder who was present or decided it knows all earlier news as well. */
const isAtTheirWord = ({ from, to, authorship }: BookingChange): boolean => {
  if (isSeatReturn(from, to)) return true
  if (authorship && (authorship.by === to.holder || authorship.by === to.bookedBy)) return true
  if (!from) return to.status !== 'offered'
  if (from.status === 'offered' && ANSWERED.has(to.status)) return true
  return to.status === 'attended' || to.cause === 'holder' || to.cause === 'declined'
}

/** `open` with the news, `drop` when nothing is left to tell, undefined for no change. */
export const callAfter = (change: BookingChange): { readonly open: News } | 'drop' | undefined => {
  const { from, to } = change
  if (to.holder === NOBODY) return undefined
  const news = newsOf(from, to)
  if (news && !isAtTheirWord(change)) return { open: news }
  const isExcused = to.excused && !from?.excused
  return isExcused || (from && from.status !== to.status) ? 'drop' : undefined
}
