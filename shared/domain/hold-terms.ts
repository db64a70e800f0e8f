import { answerDeadlineOf, type StaffSchedule } from './answer-deadline.ts'
import type { ConfirmedBooking, HeldBooking, Slot } from './booking.ts'
import { addMinutes, type Instant, instantAt } from './instant.ts'
import type { Site } from './site.ts'
import type { CheckIn, Space } from './space.ts'

export type HoldTerms =
  | ({ readonly status: 'requested' } & Pick<HeldBooking, 'until' | 'claimBy'>)
  | Pick<ConfirmedBooking, 'status' | 'until' | 'claimBy'>

export type CheckInWindow = { readonly from: Instant; readonly until: Instant }

export const checkInWindowOf = (
  { opensMinutes, closesMinutes }: CheckIn,
  { date, start }: Pick<Slot, 'date' | 'start'>,
  { timeZone }: Site,
): CheckInWindow => {
  const startsAt = instantAt(date, start, timeZone)
  return { from: addMinutes(startsAt, -opensMinutes), until: addMinutes(startsAt, closesMinutes) }
}

export const claimByOf = (
  slot: Pick<Slot, 'date' | 'start'>,
  { checkIn }: Pick<Space, 'checkIn'>,
  site: Site,
): Instant | undefined => (checkIn?.releases ? checkInWindowOf(checkIn, slot, site).until : undefined)

export type StaffedSite = Site & StaffSchedule

type Facts = {
  readonly site: StaffedSite
  readonly space: Pick<Space, 'approval' | 'checkIn'>
  readonly now: Instant
}

export const holdTermsOf = (slot: Pick<Slot, 'date' | 'start'>, { site, space, now }: Facts): HoldTerms => {
  const claimBy = claimByOf(slot, space, site)
  if (!space.approval) return { status: 'confirmed', until: undefined, claimBy }
  const startsAt = instantAt(slot.date, slot.start, site.timeZone)
  return { status: 'requested', until: answerDeadlineOf({ ...space.approval, now, startsAt }, site), claimBy }
}
