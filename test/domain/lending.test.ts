import { describe, expect, it } from 'vitest'
import type { BookingId, SpaceId } from '../../shared/domain/ids.ts'
import type { Instant } from '../../shared/domain/instant.ts'
import {
  grownAllocations,
  lendingAfter,
  MOST_SPACES,
  openingsUntil,
  touchedByLending,
} from '../../shared/domain/lending.ts'
import { isLentFrom } from '../../shared/domain/opening.ts'
import type { Space } from '../../shared/domain/space.ts'
import { SPACE_MODELS } from '../../shared/domain/space-models.ts'
import { aBooking, anOpening, aSite, aSpace, date, NOW, range, time } from '../support/builders.ts'

const id = (name: string) => name as SpaceId
const site = aSite()

const touched = (space: Partial<Space>, ...bookings: Parameters<typeof aBooking>[0][]) => {
  const lent = aSpace({ capacity: 5, ...space })
  const active = bookings.map((changes, at) =>
    aBooking({ id: String(at).repeat(20) as BookingId, createdAt: (NOW + at) as Instant, ...changes }),
  )
  return touchedByLending(active, lent, { site, spaces: [lent], now: NOW }).map(
    ({ booking, why }) => `${booking.id[0]} ${why}`,
  )
}

describe('a change of how a space is lent touches', () => {
  it('what shares its floor only when no room is left: its own hours are another matter', () => {
    const relative = { capacity: 5, sharedPlaces: 5 }
    const part = aSpace({
      id: id('salle-a'),
      capacity: 5,
      overlappingSpaces: [{ id: id('salle'), ...relative }],
    })
    const whole = aSpace({
      id: id('salle'),
      capacity: 5,
      parts: [part.id],
      overlappingSpaces: [{ id: part.id, ...relative }],
    })
    const outside = aBooking({ space: part.id, start: time('14:00'), end: time('15:00') })
    const facts = { site, spaces: [part, whole], now: NOW }
    expect(touchedByLending([outside], whole, facts)).toEqual([])
    expect(touchedByLending([outside], part, facts)).toMatchObject([{ why: 'outside-hours' }])
  })

  it('nothing that still fits', () => {
    expect(touched({}, {}, {})).toEqual([])
  })

  it('what lies outside of the new hours', () => {
    expect(touched({ openings: [anOpening({ window: range('09:00-20:00') })] }, {})).toEqual([
      '0 outside-hours',
    ])
  })

  it('what is of a use that is no longer offered', () => {
    expect(touched({ uses: ['room'] }, {}, { use: 'room', status: 'cancelled' })).toContain('0 use-ended')
  })

  it('the last who came where there are too few places', () => {
    expect(touched({ capacity: 2 }, {}, {}, {}, {})).toEqual(['2 too-many', '3 too-many'])
  })

  it('more people than there are places for in one booking', () => {
    expect(touched({ capacity: 2 }, { places: 3 }, {})).toEqual(['0 too-many'])
  })

  it('neither what has begun, nor what was kept before, nor what is elsewhere', () => {
    const past = { date: date('2026-11-20') }
    expect(touched({ capacity: 1 }, { kept: true }, past, { space: id('cave') })).toEqual([])
  })

  it('whoever comes after what was kept', () => {
    expect(touched({ capacity: 1 }, {}, { kept: true })).toEqual(['0 too-many'])
  })

  it('a workshop where none is held any more', () => {
    const workshop = 'w'.repeat(20) as never
    expect(touched({ workshops: false }, { workshop, use: 'room' })).toEqual(['0 use-ended'])
    expect(touched({ workshops: true, uses: [] }, { workshop, use: 'room' })).toEqual([])
  })
})

describe('all spaces of a site', () => {
  const part = (name: string, changes: Partial<Space> = {}) =>
    aSpace({ id: id(name), capacity: 2, ...changes })

  it('are one revision on where they share the floor that changes, and as they were elsewhere', () => {
    const whole = { ...aSpace({ id: id('etage'), capacity: 4, parts: [id('a'), id('b')] }) }
    const after = lendingAfter([part('a'), part('b'), part('c')], whole)
    expect(after.ok && after.value.changed.map(({ id: of, revision }) => `${of} ${revision}`)).toEqual([
      'a 1',
      'b 1',
      'etage 1',
    ])
  })

  it('are so many at the most', () => {
    const all = Array.from({ length: MOST_SPACES }, (_, at) => part(`s${at}`))
    expect(lendingAfter(all, part('s0')).ok).toBe(true)
    expect(lendingAfter(all, part('more'))).toMatchObject({ ok: false, error: { kind: 'too-many-spaces' } })
  })
})

describe('lending ends', () => {
  it('the day before: what begins later never begins, what ended before stays', () => {
    const openings = [
      anOpening(),
      anOpening({ from: date('2027-01-01') }),
      anOpening({ until: date('2026-02-01') }),
    ]
    const left = openingsUntil({ openings }, date('2026-12-01'))
    expect(left.map(({ until }) => until)).toEqual(['2026-11-30', '2026-02-01'])
    expect([
      isLentFrom({ openings: left }, date('2026-11-30')),
      isLentFrom({ openings: left }, date('2026-12-01')),
    ]).toEqual([true, false])
  })
})

it('what is taken whole grows with its space, and never shrinks before the space does', () => {
  const [allocation] = aBooking().allocations
  if (!allocation) throw new Error('a booking takes places')
  expect(grownAllocations([allocation], [{ ...allocation, places: 8, capacity: 8 }])).toMatchObject([
    { places: 8 },
  ])
  expect(grownAllocations([{ ...allocation, places: 5 }], [allocation])).toMatchObject([{ places: 5 }])
  const other = { ...allocation, space: id('etage') }
  expect(grownAllocations([allocation], [allocation, other])).toEqual([allocation, other])
})

describe.each(Object.entries(SPACE_MODELS))(
  'the model %s',
  (_, { limits, uses, workshops, capacity, buffers }) => {
    it('can be booked at once, for some hours at the most', () => {
      expect(uses.length > 0 || workshops).toBe(true)
      expect(capacity).toBeGreaterThan(0)
      expect(limits.shortestQuarters).toBeLessThanOrEqual(limits.longestQuarters)
      expect(limits.longestQuarters + buffers.beforeQuarters + buffers.afterQuarters).toBeLessThanOrEqual(
        12 * 4,
      )
      expect(limits.horizonDays).toBeGreaterThanOrEqual(30)
    })
  },
)
