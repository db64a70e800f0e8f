import type { MinuteRange } from './counter-hours.ts'
import type { DoorId, SpaceId } from './ids.ts'
import type { Opening } from './opening.ts'
import type { OwnerConsent } from './owner-consent.ts'
import type { Public } from './public.ts'

/** `desk` takes places one by one, `room` takes all of them. */
export const USES = ['desk', 'room'] as const
export type Use = (typeof USES)[number]

/** `counter-staff`: an agent opens while the counter is open; `open`: there is nothing to open. */
export const ACCESS_KINDS = ['counter-staff', 'key-holder', 'door-code', 'host', 'open'] as const
export type AccessKind = (typeof ACCESS_KINDS)[number]

export const AMENITIES = [
  'step-free',
  'toilets',
  'accessible-toilets',
  'hearing-loop',
  'parking',
  'accessible-parking',
  'wifi',
  'screen',
  'projector',
  'whiteboard',
  'printer',
  'computers',
  'kitchen',
  'coffee',
] as const
export type Amenity = (typeof AMENITIES)[number]

/** One `id` for all spaces behind it. `byHand`: staff types its codes in; otherwise a lock gets them. */
export type Door = { readonly id: DoorId; readonly digits: number; readonly byHand?: true | undefined }

/** Earlier keypads, and the revision at which the current one (or none) was set. */
type KeypadHistory = { readonly since: number; readonly left: readonly Door[] }

/** Where the key is kept; `hours` has seven days, Monday first, and public holidays are closed. */
export type KeyKeeper = {
  readonly name: string
  readonly address: string
  readonly phone?: string
  readonly hours: readonly (readonly MinuteRange[])[]
}

/** Somebody who comes to open; people call them at least `callHoursBefore` the start. */
export type Host = { readonly name: string; readonly phone?: string; readonly callHoursBefore?: number }

/** `note` is read by everybody. */
export type Access = { readonly note?: string } & (
  | { readonly kind: 'counter-staff' | 'open' }
  | { readonly kind: 'key-holder'; readonly keeper: KeyKeeper }
  | { readonly kind: 'door-code'; readonly door?: Door }
  | { readonly kind: 'host'; readonly host: Host }
)

/** Starts on a grid from midnight, or `gridFrom`. Cancelling within `cancelBeforeMinutes` of the start counts as missed. */
export type BookingLimits = {
  readonly noticeMinutes: number
  readonly horizonDays: number
  readonly shortestQuarters: number
  readonly longestQuarters: number
  readonly gridQuarters?: number | undefined
  readonly gridFrom?: number | undefined
  readonly cancelBeforeMinutes?: number | undefined
  readonly takeBackNoticeDays?: number | undefined
}

/** `sharedPlaces`: how many of its capacity are this space's as well. */
export type OverlappingSpace = {
  readonly id: SpaceId
  readonly capacity: number
  readonly sharedPlaces: number
}

export type Buffers = { readonly beforeQuarters: number; readonly afterQuarters: number }

export const NO_BUFFERS: Buffers = { beforeQuarters: 0, afterQuarters: 0 }

/** Hours, counted while the site is staffed, in which the lender answers each request. */
type Approval = { readonly hours: number }

/** In minutes; `releases` frees the places of a holder who has not checked in by then. */
export type CheckIn = {
  readonly opensMinutes: number
  readonly closesMinutes: number
  readonly releases: boolean
}

/** In euro cents, shown only. */
export type Price = { readonly per: 'free' } | { readonly per: 'half-day' | 'day'; readonly cents: number }

export const FREE: Price = { per: 'free' }

/** `capacity`: people at once. `revision` counts lending changes, and is absent before the first. */
export type Space = {
  readonly id: SpaceId
  readonly name: string
  readonly capacity: number
  readonly uses: readonly Use[]
  readonly workshops: boolean
  readonly amenities: readonly Amenity[]
  /** In the words of the site. */
  readonly features: readonly string[]
  readonly access: Access
  readonly openings: readonly Opening[]
  readonly limits: BookingLimits
  readonly buffers: Buffers
  readonly approval?: Approval
  readonly checkIn?: CheckIn
  readonly parts: readonly SpaceId[]
  readonly overlappingSpaces: readonly OverlappingSpace[]
  readonly fairUse?: FairUse | undefined
  readonly limitsFor?: Partial<Record<Public, Partial<BookingLimits>>> | undefined
  readonly price: Price
  readonly revision?: number | undefined
  readonly keypadHistory?: KeypadHistory | undefined
  readonly consent?: OwnerConsent | undefined
}

export const isSameForAll = ({ openings, limitsFor }: Space): boolean =>
  limitsFor === undefined && openings.every(({ publics }) => publics === undefined)

export const spaceFor = (space: Space, who: Public): Space => ({
  ...space,
  openings: space.openings.filter(({ publics }) => publics?.includes(who) ?? true),
  limits: { ...space.limits, ...space.limitsFor?.[who] },
})

/** For one person; weeks begin on Monday. `most` missed bookings block new ones until the oldest expires. */
export type FairUse = {
  readonly activeBookings?: number | undefined
  readonly hoursAWeek?: number | undefined
  readonly noShows?: { readonly most: number; readonly days: number } | undefined
}
