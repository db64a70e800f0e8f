import type { Booking } from './booking.ts'
import { isRoom } from './booking-change.ts'
import { isActive } from './booking-state.ts'
import type { Hash, HolderId, SiteId, SpaceId } from './ids.ts'
import type { Instant } from './instant.ts'
import { addDays, type LocalDate } from './local-date.ts'
import type { Occupancy } from './occupancy.ts'
import { type QuarterRange, runsOf } from './quarter-range.ts'
import { isAllowed, type Resource, type Subject } from './rights.ts'
import { staffScopesOf } from './staff-scopes.ts'

/** `led`: the workshops that its holder leads. */
export type FeedSubject =
  | { readonly kind: 'own' }
  | { readonly kind: 'led' }
  | { readonly kind: 'association'; readonly association: HolderId }
  | { readonly kind: 'site'; readonly site: SiteId }
  | { readonly kind: 'space'; readonly site: SiteId; readonly space: SpaceId }

/** `version` is a hash of what it said when it was last read, and `changedAt` when that was first so. */
export type FeedState = { readonly version: Hash; readonly changedAt: Instant }

/** It has the rights of its holder, those of staff only if it was made with a second factor. */
export type Feed = {
  readonly holder: HolderId
  readonly name: string
  readonly subject: FeedSubject
  readonly secondFactor: boolean
  readonly createdAt: Instant
  readonly usedOn?: LocalDate | undefined
  readonly state?: FeedState | undefined
}

export const MOST_FEEDS = 20

export type FeedRefusal = { readonly kind: 'too-many-feeds'; readonly most: number }

const DAYS_BEFORE = 30
const DAYS_AFTER = 400

/** What a feed tells of, seen from a day in UTC. */
export const datesOfFeed = (today: LocalDate) => ({
  from: addDays(today, -DAYS_BEFORE),
  to: addDays(today, DAYS_AFTER),
})

/** `site` is where the subject is, if anywhere. */
export const mayFollow = (by: Subject, subject: FeedSubject, site: Resource['site']): boolean => {
  switch (subject.kind) {
    case 'own':
      return true
    case 'led':
      return staffScopesOf(by, 'plan-workshops').length > 0
    case 'association':
      return isAllowed(by, 'lead-association', { owner: subject.association })
    default:
      return site !== undefined && isAllowed(by, 'see-use', { site })
  }
}

/** Rooms of workshops are led, and everything else is booked; what is cancelled stays until its date. */
export const isInFeed = (booking: Booking, { kind }: FeedSubject, today: LocalDate): boolean =>
  (kind === 'led') === isRoom(booking) &&
  (isActive(booking) || booking.status === 'no-show' || booking.date >= today)

/** Stretches in which as many places are taken, those of nobody left out. */
export const takenRangesOf = (occupancy: Occupancy): (QuarterRange & { readonly taken: number })[] =>
  runsOf((at) => occupancy[at] || undefined).map(({ value, ...range }) => ({ ...range, taken: value }))
