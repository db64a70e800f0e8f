import { type Allocation, allocationsOf, withAllocations } from './allocation.ts'
import type { Booking } from './booking.ts'
import { hasStarted } from './booking-state.ts'
import type { HolderId, SpaceId } from './ids.ts'
import type { Instant } from './instant.ts'
import { withKeypadHistory, withSharedKeypad } from './keypad.ts'
import { addDays, type LocalDate } from './local-date.ts'
import { EMPTY_OCCUPANCY, type Occupancy, placesLeft } from './occupancy.ts'
import { keptRangesOn } from './opening.ts'
import { type LentSpace, type OverlapRefusal, withOverlappingSpaces } from './overlapping-spaces.ts'
import { isWithin } from './quarter-range.ts'
import { ok, type Result, refuse } from './result.ts'
import type { ActingGrant } from './rights.ts'
import type { Site } from './site.ts'
import { NO_BUFFERS, type Space } from './space.ts'
import { type UnstaffedRefusal, unstaffedRefusal } from './unstaffed-refusal.ts'
import { seatIn } from './workshop.ts'

export const TOUCHED_ANSWERS = ['keep', 'elsewhere', 'cancel'] as const
export type TouchedAnswer = (typeof TOUCHED_ANSWERS)[number]

export const TOUCHED_REASONS = ['outside-hours', 'use-ended', 'too-many'] as const
type TouchedReason = (typeof TOUCHED_REASONS)[number]

export type TouchedBooking = { readonly booking: Booking; readonly why: TouchedReason }

/** It is `done` once every touched booking is handled. */
export type LendingChange = {
  readonly by: HolderId
  readonly as?: ActingGrant
  readonly answer: TouchedAnswer
  readonly reason?: string | undefined
  readonly done: boolean
}

export const MOST_SPACES = 40

export type LendingRefusal =
  | OverlapRefusal
  | UnstaffedRefusal
  | { readonly kind: 'changed' }
  | { readonly kind: 'too-many-spaces'; readonly most: number }

const isSame = (one: object, other: object): boolean => {
  const sorted = (space: object) =>
    JSON.stringify(space, (_, value) =>
      value instanceof Object && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).sort())
        : value,
    )
  return sorted(one) === sorted(other)
}

export const lendingAfter = (
  spaces: readonly Space[],
  lent: LentSpace,
  where: Pick<Site, 'counter'> & { readonly today: LocalDate },
): Result<{ readonly spaces: readonly Space[]; readonly changed: readonly Space[] }, LendingRefusal> => {
  const before = new Map(spaces.map((space) => [space.id, space]))
  if (!before.has(lent.id) && spaces.length >= MOST_SPACES)
    return refuse({ kind: 'too-many-spaces', most: MOST_SPACES })
  const unstaffed = unstaffedRefusal(lent, before.get(lent.id), where)
  if (unstaffed) return refuse(unstaffed)
  const revision = before.get(lent.id)?.revision
  const next = { ...lent, revision, keypadHistory: before.get(lent.id)?.keypadHistory }
  const others = spaces.filter(({ id }) => id !== lent.id).map((space) => withSharedKeypad(space, lent))
  const related = withOverlappingSpaces([...others, next], { before: spaces, today: where.today })
  if (!related.ok) return related
  const isChanged = (space: Space) => {
    const old = before.get(space.id)
    return space.id === lent.id || !old || !isSame(old, space)
  }
  const after = related.value.map((space) =>
    isChanged(space)
      ? withKeypadHistory({ ...space, revision: (space.revision ?? 0) + 1 }, before.get(space.id))
      : space,
  )
  return ok({ spaces: after, changed: after.filter((_, at) => isChanged(related.value[at] as Space)) })
}

/** `end` is excluded. */
export const openingsUntil = ({ openings }: Pick<Space, 'openings'>, end: LocalDate): Space['openings'] =>
  openings
    .filter(({ from }) => from < end)
    .map((opening) =>
      opening.until && opening.until < end ? opening : { ...opening, until: addDays(end, -1) },
    )

type Facts = { readonly site: Site; readonly spaces: readonly Space[]; readonly now: Instant }

const reasonOf = (booking: Booking, space: Space, site: Site): TouchedReason | undefined => {
  const { date, use, workshop } = booking
  if (workshop ? !space.workshops : !space.uses.includes(use)) return 'use-ended'
  const open = keptRangesOn(space.openings, { ...site, date })
  return isWithin(open, booking) ? undefined : 'outside-hours'
}

/** Earlier bookings keep their places; a later one is crowded out where those leave none. */
const crowdedOut = (active: readonly Booking[], spaces: ReadonlyMap<SpaceId, Space>): Set<Booking> => {
  const occupancies = new Map<string, Occupancy>()
  const nameOf = ({ date, space }: Allocation) => `${date} ${space}`
  const crowded = new Set<Booking>()
  const rank = (booking: Booking) => (booking.status === 'attended' || booking.kept ? 0 : 1)
  for (const booking of [...active].sort((a, b) => rank(a) - rank(b) || a.createdAt - b.createdAt)) {
    const space = spaces.get(booking.space)
    if (!space) continue
    const allocations = allocationsOf({ ...space, buffers: NO_BUFFERS }, booking)
    const fits = allocations.every((allocation) => {
      const occupancy = occupancies.get(nameOf(allocation)) ?? EMPTY_OCCUPANCY
      return placesLeft(allocation.capacity, occupancy, allocation) >= allocation.places
    })
    if (!fits && rank(booking) > 0) crowded.add(booking)
    else
      for (const each of allocations)
        occupancies.set(
          nameOf(each),
          withAllocations(occupancies.get(nameOf(each)) ?? EMPTY_OCCUPANCY, [each]),
        )
  }
  return crowded
}

/** Skips bookings that have begun or were kept before, and seats, which end with their room. */
export const touchedByLending = (
  active: readonly Booking[],
  lent: Space,
  { site, spaces, now }: Facts,
): TouchedBooking[] => {
  const all = new Map(spaces.map((space) => [space.id, space]))
  const floor = new Set([lent.id, ...lent.overlappingSpaces.map(({ id }) => id)])
  const rooms = active.filter((booking) => !seatIn(booking))
  const concerned = rooms.filter(
    (booking) => floor.has(booking.space) && !booking.kept && !hasStarted(booking, site, now),
  )
  const why = new Map<Booking, TouchedReason>()
  for (const booking of concerned) {
    const reason = booking.space === lent.id && reasonOf(booking, lent, site)
    if (reason) why.set(booking, reason)
  }
  const crowded = crowdedOut(
    rooms.filter((booking) => !why.has(booking)),
    all,
  )
  return concerned.flatMap((booking) => {
    const reason = why.get(booking) ?? (crowded.has(booking) ? ('too-many' as const) : undefined)
    return reason ? [{ booking, why: reason }] : []
  })
}

/** A desk keeps its number of places; a room takes all that the room has become. */
export const allocationsNow = (booking: Booking, space: Space): Allocation[] => allocationsOf(space, booking)

const startsAt = ({ space, date, start, end }: Allocation): string => `${date} ${space} ${start} ${end}`

/** While a space grows, a room booking keeps at least its places in its quarters. */
export const grownAllocations = (
  before: readonly Allocation[],
  after: readonly Allocation[],
): Allocation[] => {
  const isThere = (allocation: Allocation) => before.some(({ space }) => space === allocation.space)
  const grown = before.map((allocation) => {
    const next = after.find((each) => startsAt(each) === startsAt(allocation))
    return next && next.places > allocation.places ? next : allocation
  })
  return [...grown, ...after.filter((allocation) => !isThere(allocation))]
}
