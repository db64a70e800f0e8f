import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  allocationsOf,
  type Demand,
  occupancyChanges,
  occupancySeenByDesk,
  withBuffers,
  withoutAllocations,
} from '../../shared/domain/allocation.ts'
import type { SpaceId } from '../../shared/domain/ids.ts'
import type { Occupancy } from '../../shared/domain/occupancy.ts'
import { placesLeft } from '../../shared/domain/occupancy.ts'
import { withOverlappingSpaces } from '../../shared/domain/overlapping-spaces.ts'
import type { Space } from '../../shared/domain/space.ts'
import { aSpace, date, range, TUESDAY } from '../support/builders.ts'

const id = (text: string) => text as SpaceId
const lent = (name: string, capacity: number, parts: string[] = []) =>
  aSpace({ id: id(name), capacity, parts: parts.map(id) })

const related = (...spaces: Space[]): Map<string, Space> => {
  const result = withOverlappingSpaces(spaces)
  if (!result.ok) throw new Error(result.error.kind)
  return new Map(result.value.map((space) => [space.id, space]))
}

const wish = (changes: Partial<Demand> = {}): Demand => ({
  date: TUESDAY,
  ...range('08:00-09:00'),
  use: 'desk',
  places: 1,
  ...changes,
})

const takenBy = (space: Space | undefined, changes: Partial<Demand> = {}) =>
  space && Object.fromEntries(allocationsOf(space, wish(changes)).map((each) => [each.space, each.places]))

describe('overlapping spaces', () => {
  const floor = related(lent('a', 4), lent('b', 6), lent('whole', 10, ['a', 'b']), lent('apart', 3))

  it('are all taken by a room booking of their whole', () => {
    expect(takenBy(floor.get('whole'), { use: 'room' })).toEqual({ whole: 10, a: 4, b: 6 })
  })

  it('take as many places of the whole as of themselves', () => {
    expect(takenBy(floor.get('a'), { use: 'room' })).toEqual({ a: 4, whole: 4 })
    expect(takenBy(floor.get('b'), { places: 2 })).toEqual({ b: 2, whole: 2 })
  })

  it('record desks of the whole in no part in particular', () => {
    expect(takenBy(floor.get('whole'), { places: 3 })).toEqual({ whole: 3 })
  })

  it('count desks of the whole against the places left in each part', () => {
    const whole = floor.get('whole')
    const [full] = whole ? allocationsOf(whole, wish({ places: 9 })) : []
    const occupancyOf = (of: SpaceId): Occupancy =>
      of === 'whole' && full ? { [full.start]: full.places } : {}
    const part = floor.get('a')
    expect(part && occupancySeenByDesk(part, occupancyOf)).toMatchObject({ 32: 3 })
    expect(whole && occupancySeenByDesk(whole, occupancyOf)).toEqual({ 32: 9 })
  })

  it('take nothing of a space on another floor', () => {
    expect(takenBy(floor.get('apart'), { use: 'room' })).toEqual({ apart: 3 })
  })

  it('include a whole that shares a part with another whole', () => {
    const room = (...whole: Parameters<typeof lent>) => ({ ...lent(...whole), uses: ['room'] as const })
    const two = related(
      lent('a', 2),
      lent('b', 3),
      lent('c', 4),
      room('ab', 5, ['a', 'b']),
      room('bc', 7, ['b', 'c']),
    )
    expect(takenBy(two.get('ab'), { use: 'room' })).toEqual({ ab: 5, a: 2, b: 3, bc: 3 })
  })

  it.each([
    ['a part that is not lent', [lent('whole', 5, ['gone'])], 'unknown-part'],
    ['itself as a part', [lent('whole', 5, ['whole'])], 'unknown-part'],
    ['the same part twice', [lent('a', 1), lent('whole', 5, ['a', 'a'])], 'repeated-part'],
    [
      'a part that is itself divided',
      [lent('a', 1), lent('ab', 2, ['a']), lent('all', 5, ['ab'])],
      'divided-part',
    ],
    ['fewer places than its parts', [lent('a', 3), lent('b', 3), lent('whole', 5, ['a', 'b'])], 'too-small'],
  ])('are refused for a whole with %s', (_, spaces, kind) => {
    expect(withOverlappingSpaces(spaces)).toMatchObject({ ok: false, error: { kind } })
  })

  it('are lent as rooms only when two wholes share a part', () => {
    const two = (ab: Space['uses'], bc: Space['uses']) =>
      withOverlappingSpaces([
        ...[lent('a', 1), lent('b', 1), lent('c', 1)],
        { ...lent('ab', 2, ['a', 'b']), uses: ab },
        { ...lent('bc', 2, ['b', 'c']), uses: bc },
      ])
    const refused = { ok: false, error: { kind: 'common-part', part: 'b' } }
    expect(two(['desk'], ['desk'])).toMatchObject({ ...refused, error: { ...refused.error, space: 'ab' } })
    expect(two(['room'], ['desk', 'room'])).toMatchObject({
      ...refused,
      error: { ...refused.error, space: 'bc' },
    })
    expect(two(['room'], ['room']).ok).toBe(true)
  })
})

describe('the buffers of a space', () => {
  const space = aSpace({ buffers: { beforeQuarters: 1, afterQuarters: 2 } })

  it('are taken with each booking', () => {
    expect(allocationsOf(space, wish())).toEqual([
      { space: 'bureau', date: TUESDAY, ...range('07:45-09:30'), places: 1, capacity: 5 },
    ])
  })

  it('are cut off at both ends of the day', () => {
    const [allocation] = allocationsOf(space, wish(range('00:00-24:00')))
    expect(allocation).toMatchObject(range('00:00-24:00'))
  })

  it('make a quarter as full as the fullest quarter that they reach', () => {
    const occupancy = withBuffers({ 40: 5 }, space.buffers)
    expect(
      Object.entries(occupancy)
        .filter(([, taken]) => taken === 5)
        .map(([at]) => Number(at)),
    ).toEqual([38, 39, 40, 41])
  })

  it('leave as free exactly the places that can be taken', () => {
    const start = fc.integer({ min: 0, max: 95 })
    fc.assert(
      fc.property(
        fc.dictionary(fc.integer({ min: 0, max: 95 }).map(String), fc.integer({ min: 0, max: 5 })),
        start,
        start,
        (occupancy, one, other) => {
          const [from, to] = [Math.min(one, other), Math.max(one, other) + 1] as Demand['start'][]
          if (from === undefined || to === undefined) return
          const [allocation] = allocationsOf(space, wish({ start: from, end: to }))
          if (!allocation) return
          const fits = placesLeft(5, occupancy, allocation)
          expect(placesLeft(5, withBuffers(occupancy, space.buffers), { start: from, end: to })).toBe(fits)
        },
      ),
    )
  })
})

describe('a change of occupancies', () => {
  const [allocation] = allocationsOf(aSpace(), wish())
  const one = allocation ? [allocation] : []

  it('leaves quarters that stay taken as they are', () => {
    const later = allocationsOf(aSpace(), wish(range('08:30-09:30')))
    expect(occupancyChanges(one, later)).toEqual([
      { space: 'bureau', date: TUESDAY, capacity: 5, deltas: { 32: -1, 33: -1, 36: 1, 37: 1 } },
    ])
    expect(occupancyChanges(one, one)).toEqual([])
  })

  it('has one part for each occupancy', () => {
    const elsewhere = allocationsOf(aSpace(), wish({ date: date('2026-11-25') }))
    expect(
      occupancyChanges(one, elsewhere).map(({ date: day, deltas }) => [day, Object.values(deltas)]),
    ).toEqual([
      ['2026-11-24', [-1, -1, -1, -1]],
      ['2026-11-25', [1, 1, 1, 1]],
    ])
  })

  it('takes its own allocations out of an occupancy', () => {
    expect(withoutAllocations({ 32: 3, 40: 1 }, one)).toMatchObject({ 32: 2, 40: 1 })
  })
})
