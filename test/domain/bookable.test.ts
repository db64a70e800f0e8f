import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { viewOfFreeRange } from '../../functions/api/views/site-view.ts'
import { allocationsOf, occupancySeenByDesk, withAllocations } from '../../shared/domain/allocation.ts'
import { availabilityOn, nearestAlternatives, type SpaceDay } from '../../shared/domain/availability.ts'
import type { BookingContext } from '../../shared/domain/booking-request.ts'
import { decideBooking } from '../../shared/domain/decide-booking.ts'
import { longestQuartersOf } from '../../shared/domain/fair-use.ts'
import type { SpaceId } from '../../shared/domain/ids.ts'
import { type Instant, instantAt } from '../../shared/domain/instant.ts'
import type { Occupancy } from '../../shared/domain/occupancy.ts'
import { gridOf } from '../../shared/domain/opening-grid.ts'
import { withOverlappingSpaces } from '../../shared/domain/overlapping-spaces.ts'
import { PUBLICS } from '../../shared/domain/public.ts'
import { MINUTES_A_QUARTER, parseQuarter, quarter } from '../../shared/domain/quarter.ts'
import type { Space, Use } from '../../shared/domain/space.ts'
import { spaceFor } from '../../shared/domain/space.ts'
import { placesNeeded } from '../../web/availability/next-times.ts'
import { endsOf, proposalsOf, startsOf } from '../../web/availability/proposed-times.ts'
import { anOpening, aSite, aSpace, PARIS, TUESDAY, time } from '../support/builders.ts'
import { RUNS_ALL } from '../support/scope.ts'

const FIRST = 32
const LAST = 60

const aRange = fc
  .tuple(fc.integer({ min: FIRST, max: LAST - 1 }), fc.integer({ min: 1, max: 20 }))
  .map(([start, length]) => ({ start: quarter(start), end: quarter(Math.min(LAST, start + length)) }))

const anyOpening = fc
  .record({
    window: aRange,
    publics: fc.option(fc.subarray([...PUBLICS], { minLength: 1 }), { nil: undefined }),
  })
  .map((opening) => anOpening({ basis: 'fixed', ...opening }))

const anyLimits = fc
  .record({
    noticeMinutes: fc.constantFrom(0, 30, 120),
    horizonDays: fc.constantFrom(0, 60),
    shortestQuarters: fc.integer({ min: 1, max: 10 }),
    more: fc.integer({ min: 0, max: 6 }),
    gridQuarters: fc.constantFrom(undefined, 2, 4),
  })
  .map(({ more, ...limits }) => ({ ...limits, longestQuarters: limits.shortestQuarters + more }))

const anySpace = fc.record({
  uses: fc.subarray<Use>(['desk', 'room']),
  openings: fc.array(anyOpening, { minLength: 1, maxLength: 3 }),
  limits: anyLimits,
  limitsFor: fc.constantFrom(undefined, { member: { noticeMinutes: 0, shortestQuarters: 2 } }),
  buffers: fc.record({
    beforeQuarters: fc.integer({ min: 0, max: 2 }),
    afterQuarters: fc.integer({ min: 0, max: 2 }),
  }),
  fairUse: fc.constantFrom(undefined, { hoursAWeek: 1 }),
})

/** A space of its own, or one of a room and its two halves. */
const anyFloor = fc
  .tuple(anySpace, anySpace, anySpace, fc.boolean())
  .map(([whole, left, right, isDivided]) => {
    const lent = withOverlappingSpaces([
      aSpace({
        ...whole,
        id: 'salle' as SpaceId,
        capacity: 5,
        parts: (isDivided ? ['a', 'b'] : []) as SpaceId[],
      }),
      aSpace({ ...left, id: 'a' as SpaceId, capacity: 2 }),
      aSpace({ ...right, id: 'b' as SpaceId, capacity: 2 }),
    ])
    if (!lent.ok) throw new Error(lent.error.kind)
    return lent.value
  })

const anyWish = fc.record({
  at: fc.integer({ min: 0, max: 2 }),
  range: aRange,
  use: fc.constantFrom<Use>('desk', 'room'),
  places: fc.integer({ min: 1, max: 2 }),
})

type Occupancies = ReadonlyMap<SpaceId, Occupancy>

const occupancyIn = (occupancies: Occupancies) => (id: SpaceId) => occupancies.get(id) ?? {}

/** Bookings of people who come one after another, where they found a place. */
const occupanciesOf = (
  spaces: readonly Space[],
  wishes: readonly (typeof anyWish extends fc.Arbitrary<infer W> ? W : never)[],
) => {
  const occupancies = new Map<SpaceId, Occupancy>()
  for (const { at, range, use, places } of wishes) {
    const space = spaces[at] as Space
    const allocations = allocationsOf(space, { ...range, date: TUESDAY, use, places })
    const after = allocations.map(
      (allocation) =>
        [allocation, withAllocations(occupancyIn(occupancies)(allocation.space), [allocation])] as const,
    )
    if (after.some(([{ capacity }, occupancy]) => Object.values(occupancy).some((taken) => taken > capacity)))
      continue
    for (const [allocation, occupancy] of after) occupancies.set(allocation.space, occupancy)
  }
  return occupancies
}

const anyDay = fc
  .record({
    spaces: anyFloor,
    at: fc.integer({ min: 0, max: 2 }),
    who: fc.constantFrom(...PUBLICS),
    wishes: fc.array(anyWish, { maxLength: 6 }),
    seconds: fc.integer({ min: -7200, max: 4 * 3600 }),
  })
  .map(({ spaces, at, who, wishes, seconds }) => {
    const space = spaceFor(spaces[at] as Space, who)
    const occupancyOf = occupancyIn(occupanciesOf(spaces, wishes))
    const now = (instantAt(TUESDAY, time('08:00'), PARIS) + seconds * 1000) as Instant
    const shared = { site: aSite(), space, now }
    const day: SpaceDay = { ...shared, date: TUESDAY, occupancy: occupancySeenByDesk(space, occupancyOf) }
    return {
      day,
      context: { ...shared, occupancyOf, holderOccupancy: {}, usage: undefined } as BookingContext,
    }
  })

type Booked = { readonly start: number; readonly end: number; readonly use: Use; readonly places: number }

/** All that the rule of a booking accepts on a day. */
const acceptedOn = ({ space }: SpaceDay, context: BookingContext): Booked[] => {
  const accepted: Booked[] = []
  for (let start = FIRST; start < LAST; start++)
    for (let end = start + 1; end <= LAST; end++)
      for (const [use, most] of [
        ['desk', space.capacity],
        ['room', 1],
      ] as const)
        for (let places = 1; places <= most; places++) {
          const wish = {
            space: space.id,
            date: TUESDAY,
            start: quarter(start),
            end: quarter(end),
            use,
            places,
          }
          if (decideBooking(wish, context).ok) accepted.push({ start, end, use, places })
        }
  return accepted
}

const limitsOf = (space: Space) => ({
  shortestMinutes: space.limits.shortestQuarters * MINUTES_A_QUARTER,
  longestMinutes: longestQuartersOf(space) * MINUTES_A_QUARTER,
  gridMinutes: gridOf(space.limits) * MINUTES_A_QUARTER,
})

const byText = (all: readonly object[]) => all.map((each) => JSON.stringify(each)).sort()

const always = (property: (day: SpaceDay, accepted: readonly Booked[]) => void) =>
  fc.assert(
    fc.property(anyDay, ({ day, context }) => property(day, acceptedOn(day, context))),
    { numRuns: RUNS_ALL ? 150 : 50 },
  )

describe('the free ranges shown', () => {
  it('have in each quarter the most places that some booking can get', () => {
    always((day, accepted) => {
      const most = Array<number>(96).fill(0)
      for (const { start, end, use, places } of accepted)
        for (let at = start; at < end; at++)
          most[at] = Math.max(most[at] ?? 0, use === 'room' ? day.space.capacity : places)
      const shown = Array<number>(96).fill(0)
      for (const { start, end, places } of availabilityOn(day).free) shown.fill(places, start, end)
      expect(shown).toEqual(most)
    })
  })

  it('allow every start and every end that is accepted, and no other', () => {
    always((day, accepted) => {
      const free = availabilityOn(day).free.map(viewOfFreeRange)
      const limits = limitsOf(day.space)
      const kinds = [
        ...[1, 2, 5].map((places) => ({ use: 'desk' as const, places })),
        { use: 'room' as const, places: 1 },
      ]
      const choices = kinds
        .filter(({ use, places }) => day.space.uses.includes(use) && places <= day.space.capacity)
        .flatMap(({ use, places }) => {
          const needed = placesNeeded({ capacity: day.space.capacity }, use, places)
          return startsOf(free, limits, needed).flatMap((from) =>
            endsOf(free, limits, needed, from).map((until) => ({
              start: parseQuarter(from),
              end: parseQuarter(until),
              use,
              places,
            })),
          )
        })
      expect(byText(choices)).toEqual(
        byText(accepted.filter(({ use, places }) => use === 'room' || [1, 2, 5].includes(places))),
      )
    })
  })

  it('lead to proposed times that are accepted, to one at least if there are any', () => {
    always((day, accepted) => {
      const free = availabilityOn(day).free.map(viewOfFreeRange)
      for (const use of day.space.uses) {
        const those = accepted.filter((each) => each.use === use && each.places === 1)
        const proposed = proposalsOf(
          free,
          limitsOf(day.space),
          placesNeeded({ capacity: day.space.capacity }, use),
        )
        expect(proposed.length > 0).toBe(those.length > 0)
        for (const { start, end } of proposed)
          expect(those).toContainEqual({ start: parseQuarter(start), end: parseQuarter(end), use, places: 1 })
      }
    })
  })

  it('lead to accepted alternatives of the wanted length, if there are any', () => {
    always((day, accepted) => {
      for (const length of [1, 3, 6, 9])
        for (const use of ['desk', 'room'] as const) {
          const wish = {
            space: day.space.id,
            date: TUESDAY,
            start: quarter(40),
            end: quarter(40 + length),
            use,
            places: 1,
          }
          const those = accepted.filter(
            (each) => each.end - each.start === length && each.use === use && each.places === 1,
          )
          const others = nearestAlternatives(wish, [day], 3)
          expect(others.length > 0).toBe(those.length > 0)
          for (const { start, end } of others) expect(those).toContainEqual({ start, end, use, places: 1 })
        }
    })
  })
})
