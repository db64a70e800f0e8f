import type { Booking, CancellationCause, HolderId } from './booking.ts'
import type { BookingChange } from './booking-change.ts'
import type { Instant } from './instant.ts'
import type { Action } from './rights.ts'
import type { SiteId } from './site.ts'
import type { Wait } from './wait.ts'

/** Who does something, and as which action of the policy. `system`: nobody, time or a rule did it. */
export type Doing = { readonly by: HolderId | 'system'; readonly action: Action }

/** What became of a booking, a wait, a member, a workshop, a site; what was done with the codes of a day. */
export const EFFECTS = [
  'booked',
  'moved',
  'requested',
  'offered',
  'confirmed',
  'attended',
  'no-show',
  'cancelled',
  'waited',
  'left',
  'admitted',
  'withdrawn',
  'closed',
  'reopened',
  'planned',
  'called-off',
  'codes-read',
  'codes-typed',
] as const
export type Effect = (typeof EFFECTS)[number]

/** Something that was done by another than whom it concerns. Ids only: names are read when somebody looks. */
export type Act = Doing & {
  readonly site: SiteId
  readonly at: Instant
  readonly effect: Effect
  /** The booking, wait, closure, workshop, holder or day that it was done to. */
  readonly about: string
  readonly revision?: number
  /** Who is concerned, if it is somebody. */
  readonly holder?: HolderId
}

/** What was done to a wait, where another than its holder did it. */
export const actOnWait = (
  { sites: [site], holder, bookedBy, id: about }: Pick<Wait, 'sites' | 'holder' | 'bookedBy' | 'id'>,
  { by, effect, at }: Pick<Act, 'by' | 'at'> & { readonly effect: 'waited' | 'left' },
): Act | undefined => {
  const action = effect === 'waited' ? 'act-for-others' : 'change-wait'
  return site && by !== holder && by !== bookedBy ? { by, action, site, at, effect, about, holder } : undefined
}

const effectOf = (from: Booking | undefined, to: Booking): Effect => {
  if (!from) return 'booked'
  return from.status === to.status ? 'moved' : to.status
}

const OF_ITSELF: ReadonlySet<CancellationCause | undefined> = new Set([
  'lapsed',
  'closure',
  'hours-changed',
  'workshop-cancelled',
])

/** What nobody asks for: a time that has passed, a rule of the site. */
const isOfItself = ({ status, cause }: Booking): boolean =>
  status === 'no-show' || (status === 'cancelled' && OF_ITSELF.has(cause))

/**
 * What a change leaves in the trail: nothing of what somebody does for themselves or books for their association, which
 * the booking tells. Of what
 * nobody said they did, only an end that comes of itself.
 */
export const actOf = ({ from, to, doing }: BookingChange, at: Instant): Act | undefined => {
  const { site, holder, bookedBy, id: about, revision } = to
  const done = doing ?? (from && isOfItself(to) ? ({ by: 'system', action: 'change-booking' } as const) : undefined)
  if (!done || done.by === holder || done.by === bookedBy) return undefined
  return { ...done, site, at, effect: effectOf(from, to), about, revision, holder }
}
