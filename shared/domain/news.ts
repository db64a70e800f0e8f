import type { Booking, BookingStatus } from './booking.ts'
import type { BookingChange } from './booking-change.ts'
import { NOBODY } from './ids.ts'

/** What is new of a booking, once it is: how it stands now, or that it is elsewhere or at another time. */
export const NEWS = ['requested', 'offered', 'confirmed', 'no-show', 'cancelled', 'moved'] as const
export type News = (typeof NEWS)[number]

/** Of a waitlist entry: that what it was for is cancelled. */
export const CALL_NEWS = [...NEWS, 'wait-ended'] as const
export type CallNews = (typeof CALL_NEWS)[number]

const isSamePlace = (one: Booking, other: Booking): boolean =>
  (['space', 'date', 'start', 'end', 'places'] as const).every((part) => one[part] === other[part])

/**
 * What the holder of a booking is told of a change, by mail or by voice; undefined where there is nothing to tell. Who is
 * offered another place instead is told of both at once; who declines or checks in knows.
 */
export const newsOf = (from: Booking | undefined, to: Booking): News | undefined => {
  if (from?.status === to.status) return isSamePlace(from, to) ? undefined : 'moved'
  if (to.status === 'attended') return undefined
  return to.replacedBy !== undefined || to.cause === 'declined' ? undefined : to.status
}

const ANSWERED: ReadonlySet<BookingStatus> = new Set(['requested', 'confirmed'])

/** Whether its holder was there, or said so: then they know, and know all that was to be told before. */
const isAtTheirWord = ({ from, to, authorship }: BookingChange): boolean => {
  if (authorship && (authorship.by === to.holder || authorship.by === to.bookedBy)) return true
  if (!from) return to.status !== 'offered'
  if (from.status === 'offered' && ANSWERED.has(to.status)) return true
  return to.status === 'attended' || to.cause === 'holder' || to.cause === 'declined'
}

/**
 * What a change makes of the call to a holder whom no message reaches: `open` it with what is new, `drop` it since there is
 * nothing left to tell, or leave it as it is (undefined).
 */
export const callAfter = (change: BookingChange): { readonly open: News } | 'drop' | undefined => {
  const { from, to } = change
  if (to.holder === NOBODY) return undefined
  const news = newsOf(from, to)
  if (news && !isAtTheirWord(change)) return { open: news }
  return from && from.status !== to.status ? 'drop' : undefined
}
