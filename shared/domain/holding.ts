import { answerByOf, type StaffedPlace } from './answer-time.ts'
import type { Booking, Place } from './booking.ts'
import { addMinutes, type Instant, instantAt } from './instant.ts'
import type { Site } from './site.ts'
import type { CheckIn, Space } from './space.ts'

/** How places are held: whether an answer is awaited, until when, and by when they have to be claimed. */
export type Holding = Pick<Booking, 'status' | 'until' | 'claimBy'>

export type CheckInWindow = { readonly from: Instant; readonly until: Instant }

/** When one checks in for a place; at its end it is over. */
export const checkInWindowOf = (
  { opensMinutes, closesMinutes }: CheckIn,
  { date, start }: Pick<Place, 'date' | 'start'>,
  { timeZone }: Site,
): CheckInWindow => {
  const startsAt = instantAt(date, start, timeZone)
  return { from: addMinutes(startsAt, -opensMinutes), until: addMinutes(startsAt, closesMinutes) }
}

/** By when the places have to be claimed, where they are released otherwise. */
export const claimByOf = (
  place: Pick<Place, 'date' | 'start'>,
  { checkIn }: Pick<Space, 'checkIn'>,
  site: Site,
): Instant | undefined => (checkIn?.releases ? checkInWindowOf(checkIn, place, site).until : undefined)

/** A site with its closures, where somebody has to answer: nobody is there then. */
export type StaffedSite = Site & StaffedPlace

type Ground = { readonly site: StaffedSite; readonly space: Pick<Space, 'approval' | 'checkIn'>; readonly now: Instant }

/** What is asked for is confirmed at once, or held until who lends the space has answered. */
export const holdingOf = (place: Pick<Place, 'date' | 'start'>, { site, space, now }: Ground): Holding => {
  const claimBy = claimByOf(place, space, site)
  if (!space.approval) return { status: 'confirmed', until: undefined, claimBy }
  const startsAt = instantAt(place.date, place.start, site.timeZone)
  return { status: 'requested', until: answerByOf({ ...space.approval, now, startsAt }, site), claimBy }
}
