import fc from 'fast-check'
import { expect, it } from 'vitest'
import { allocationsOf, occupancySeenByDesk, withAllocations } from '../../shared/domain/allocation.ts'
import type { SpaceId } from '../../shared/domain/ids.ts'
import { type Occupancy, placesLeft } from '../../shared/domain/occupancy.ts'
import { withOverlappingSpaces } from '../../shared/domain/overlapping-spaces.ts'
import type { Space, Use } from '../../shared/domain/space.ts'
import { aSpace, range, TUESDAY } from '../support/builders.ts'

const PARTS: Readonly<Record<string, number>> = { a: 1, b: 2, c: 1 }
/** Everybody has a place when, of each of these areas, no more people have to be inside it than it has places. */
const AREAS = ['a', 'b', 'c', 'ab', 'ac', 'bc', 'abc'].map((names) => [...names])
const placesOf = (parts: readonly string[]) => parts.reduce((places, part) => places + (PARTS[part] ?? 0), 0)

const HOUR = { date: TUESDAY, ...range('08:00-09:00') }

type Wanted = { readonly use: Use; readonly places: number }
type Seated = { readonly floor: readonly string[]; readonly places: number }

/** A floor where people take any place that the counters allow. */
const countedFloor = () => {
  const occupancies = new Map<SpaceId, Occupancy>()
  const occupancyOf = (id: SpaceId) => occupancies.get(id) ?? {}
  const allocationsIn = (space: Space, { use, places }: Wanted) => {
    if (!space.uses.includes(use) || places > space.capacity) return undefined
    const allocations = allocationsOf(space, { ...HOUR, use, places })
    return allocations.every(
      (each) => placesLeft(each.capacity, occupancyOf(each.space), each) >= each.places,
    )
      ? allocations
      : undefined
  }
  return {
    book: (space: Space, wanted: Wanted) => {
      const allocations = allocationsIn(space, wanted)
      for (const each of allocations ?? [])
        occupancies.set(each.space, withAllocations(occupancyOf(each.space), [each]))
      return allocations !== undefined
    },
    mostOf: (space: Space) => {
      const counts = Array.from({ length: space.capacity }, (_, less) => space.capacity - less)
      if (allocationsIn(space, { use: 'room', places: space.capacity })) return space.capacity
      return counts.find((places) => allocationsIn(space, { use: 'desk', places })) ?? 0
    },
    shownOf: (space: Space) => {
      const left = placesLeft(space.capacity, occupancySeenByDesk(space, occupancyOf), HOUR)
      return space.uses.includes('desk') || left === space.capacity ? left : 0
    },
  }
}

/** The parts where somebody may be: people who book a room are in each of them. */
const seatsOf = ({ id, parts }: Space, { use, places }: Wanted): Seated[] => {
  const floor = parts.length > 0 ? parts : [id]
  return use === 'desk'
    ? [{ floor, places }]
    : floor.map((part) => ({ floor: [part], places: placesOf([part]) }))
}

const anyUses = fc.subarray<Use>(['desk', 'room'], { minLength: 1 })

const anyWhole = fc
  .record({
    parts: fc.subarray(Object.keys(PARTS), { minLength: 1 }),
    uses: anyUses,
    name: fc.constantFrom('x', 'y'),
  })
  .map(({ parts, uses, name }) =>
    aSpace({
      id: `${name}-${parts.join('')}` as SpaceId,
      uses,
      capacity: placesOf(parts),
      parts: parts as readonly string[] as SpaceId[],
    }),
  )

/** One to three wholes of three parts, those that are refused left out. */
const anySpaces = fc
  .uniqueArray(anyWhole, { minLength: 1, maxLength: 3, selector: ({ id }) => id })
  .map((wholes) =>
    withOverlappingSpaces([
      ...Object.entries(PARTS).map(([id, capacity]) => aSpace({ id: id as SpaceId, capacity })),
      ...wholes,
    ]),
  )
  .filter(({ ok }) => ok)
  .map((layout) => (layout.ok ? layout.value : []))

const anyWishes = fc.array(
  fc.record({
    at: fc.nat(5),
    use: fc.constantFrom<Use>('desk', 'room'),
    places: fc.integer({ min: 1, max: 4 }),
  }),
)

it('a floor has a place for everybody and shows the places left, however it is divided and booked', () => {
  fc.assert(
    fc.property(anySpaces, anyWishes, (spaces, wishes) => {
      const floor = countedFloor()
      const seated = wishes.flatMap(({ at, ...wanted }) => {
        const space = spaces[at]
        return space && floor.book(space, wanted) ? seatsOf(space, wanted) : []
      })
      for (const area of AREAS) {
        const inside = seated.filter((each) => each.floor.every((part) => area.includes(part)))
        expect(inside.reduce((people, { places }) => people + places, 0)).toBeLessThanOrEqual(placesOf(area))
      }
      expect(spaces.map(floor.shownOf)).toEqual(spaces.map(floor.mostOf))
    }),
    { numRuns: 500 },
  )
})
