import type { DoorId, SpaceId } from './ids.ts'
import type { Opening } from './opening.ts'
import type { Public } from './public.ts'

/** What a space can be booked for: `desk` takes places one by one, `room` takes them all. */
export const USES = ['desk', 'room'] as const
export type Use = (typeof USES)[number]

export const ACCESS_KINDS = ['counter-staff', 'key-holder', 'door-code'] as const

/**
 * A keypad, which wants codes of so many digits. Spaces behind the same one name the same `id`. `byHand`: its codes are
 * typed in by who works there; without it a lock is told of them.
 */
export type Door = { readonly id: DoorId; readonly digits: number; readonly byHand?: true | undefined }

/** The keypads that a space had before, and since which of its revisions it has the one that it has, or none. */
export type KeypadHistory = { readonly since: number; readonly left: readonly Door[] }

/** How one gets in; `note` says it in words to the public. `door`: the keypad that has a code for each booking. */
export type Access = {
  readonly kind: (typeof ACCESS_KINDS)[number]
  readonly note?: string
  readonly door?: Door
}

/**
 * `noticeMinutes` before the start at the latest, `horizonDays` ahead at the most, durations in quarters. Starts lie on
 * a grid of `gridQuarters` from midnight on. Cancelled later than `cancelBeforeMinutes` before the start, a booking
 * counts as missed. Who lends the space plans to take it back `takeBackNoticeDays` ahead at the latest.
 */
export type BookingLimits = {
  readonly noticeMinutes: number
  readonly horizonDays: number
  readonly shortestQuarters: number
  readonly longestQuarters: number
  readonly gridQuarters?: number | undefined
  readonly cancelBeforeMinutes?: number | undefined
  readonly takeBackNoticeDays?: number | undefined
}

/** Another space on the same floor; `sharedPlaces` of its capacity are this space's too. */
export type OverlappingSpace = {
  readonly id: SpaceId
  readonly capacity: number
  readonly sharedPlaces: number
}

/** Kept free around each use, for cleaning or moving tables; part of what is taken. */
export type Buffers = { readonly beforeQuarters: number; readonly afterQuarters: number }

export const NO_BUFFERS: Buffers = { beforeQuarters: 0, afterQuarters: 0 }

/** Who lends the space answers each request within so many hours, and before it starts. */
export type Approval = { readonly hours: number }

/** From how many minutes before the start, and until how many after it, one checks in; `releases`: who has not by then loses the places. */
export type CheckIn = {
  readonly opensMinutes: number
  readonly closesMinutes: number
  readonly releases: boolean
}

/** What a use costs, in euro cents; shown only, nothing is paid here. */
export type Price = { readonly per: 'free' } | { readonly per: 'half-day' | 'day'; readonly cents: number }

/**
 * A room of a site. `capacity`: how many people can use it at once. `parts`: what it can be divided into. `revision`
 * counts the changes of how it is lent; absent before the first one, and for the seats of a workshop.
 */
export type Space = {
  readonly id: SpaceId
  readonly name: string
  readonly capacity: number
  readonly uses: readonly Use[]
  readonly workshops: boolean
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
  readonly price?: Price | undefined
  readonly revision?: number | undefined
  readonly keypadHistory?: KeypadHistory | undefined
}

/** A space as a public meets it: the hours that it is lent to them, and their limits. */
export const spaceFor = (space: Space, who: Public): Space => ({
  ...space,
  openings: space.openings.filter(({ publics }) => publics?.includes(who) ?? true),
  limits: { ...space.limits, ...space.limitsFor?.[who] },
})

/**
 * What one person may have at a site: so many bookings that have not ended, so many hours in a week, Monday to Sunday.
 * `noShows`: who missed `most` bookings of the last `days` days books nothing new until the oldest is forgotten.
 */
export type FairUse = {
  readonly activeBookings?: number | undefined
  readonly hoursAWeek?: number | undefined
  readonly noShows?: { readonly most: number; readonly days: number } | undefined
}
