import { answerDeadlineOf, type StaffSchedule } from './answer-deadline.ts'
import type { Booking, Slot } from './booking.ts'
import { addMinutes, type Instant, instantAt } from './instant.ts'
import type { Site } from './site.ts'
import type { CheckIn, Space } from './space.ts'

/** How places are held: whether an answer is awaited, until when, and by when they have to be claimed. */
export type HoldTerms = Pick<Booking, 'status' | 'until' | 'claimBy'>

export type CheckInWindow = { readonly from: Instant; readonly until: Instant }

/** When one checks in for a place; at its end it is over. */
export const checkInWindowOf = (
  { opensMinutes, closesMinutes }: CheckIn,
  { date, start }: Pick<Slot, 'date' | 'start'>,
  { timeZone }: Site,
): CheckInWindow => {
  const startsAt = instantAt(date, start, timeZone)
  return { from: addMinutes(startsAt, -opensMinutes), until: addMinutes(startsAt, closesMinutes) }
}

/** By when the places have to be claimed, where they are released otherwise. */
export const claimByOf = (
  slot: Pick<Slot, 'date' | 'start'>,
  { checkIn }: Pick<Space, 'checkIn'>,
  site: Site,
): Instant | undefined => (checkIn?.releases ? checkInWindowOf(checkIn, slot, site).until : undefined)

/** A site with its closures, where somebody has to answer: nobody is there then. */
export type StaffedSite = Site & StaffSchedule

type Facts = {
  readonly site: StaffedSite
  readonly space: Pick<Space, 'approval' | 'checkIn'>
  readonly now: Instant
}

/** What is asked for is confirmed at once, or held until who lends the space has answered. */
export const holdTermsOf = (slot: Pick<Slot, 'date' | 'start'>, { site, space, now }: Facts): HoldTerms => {
  const claimBy = claimByOf(slot, space, site)
  if (!space.approval) return { status: 'confirmed', until: undefined, claimBy }
  const startsAt = instantAt(slot.date, slot.start, site.timeZone)
  return { status: 'requested', until: answerDeadlineOf({ ...space.approval, now, startsAt }, site), claimBy }
}
