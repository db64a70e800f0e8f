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
import { aBooking, anOpening, aSite, aSpace, date, NOW, range, TUESDAY, time } from '../support/builders.ts'

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

describe('a change of lending', () => {
  it('touches bookings of overlapping spaces by lack of room only, not by its hours', () => {
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

  it('touches no booking that still fits', () => {
    expect(touched({}, {}, {})).toEqual([])
  })

  it('touches bookings outside the new hours', () => {
    expect(touched({ openings: [anOpening({ window: range('09:00-20:00') })] }, {})).toEqual([
      '0 outside-hours',
    ])
  })

  it('touches bookings of a use that is no longer offered', () => {
    expect(touched({ uses: ['room'] }, {}, { use: 'room', status: 'cancelled' })).toContain('0 use-ended')
  })

  it('touches the newest bookings where there are too few places', () => {
    expect(touched({ capacity: 2 }, {}, {}, {}, {})).toEqual(['2 too-many', '3 too-many'])
  })

  it('touches a booking of more places than there are', () => {
    expect(touched({ capacity: 2 }, { places: 3 }, {})).toEqual(['0 too-many'])
  })

  it('touches neither past bookings, nor kept ones, nor those of other spaces', () => {
    const past = { date: date('2026-11-20') }
    expect(touched({ capacity: 1 }, { kept: true }, past, { space: id('cave') })).toEqual([])
  })

  it('touches bookings that find no place beside a kept one', () => {
    expect(touched({ capacity: 1 }, {}, { kept: true })).toEqual(['0 too-many'])
  })

  it('touches a workshop when the space is no longer lent for workshops', () => {
    const workshop = 'w'.repeat(20) as never
    expect(touched({ workshops: false }, { workshop, use: 'room' })).toEqual(['0 use-ended'])
    expect(touched({ workshops: true, uses: [] }, { workshop, use: 'room' })).toEqual([])
  })
})

describe('the spaces of a site', () => {
  const part = (name: string, changes: Partial<Space> = {}) =>
    aSpace({ id: id(name), capacity: 2, ...changes })

  it('get a new revision when they share the changed floor, and only then', () => {
    const whole = { ...aSpace({ id: id('etage'), capacity: 4, parts: [id('a'), id('b')] }) }
    const after = lendingAfter([part('a'), part('b'), part('c')], whole, { today: TUESDAY })
    expect(after.ok && after.value.changed.map(({ id: of, revision }) => `${of} ${revision}`)).toEqual([
      'a 1',
      'b 1',
      'etage 1',
    ])
  })

  it('are refused beyond the largest number', () => {
    const all = Array.from({ length: MOST_SPACES }, (_, at) => part(`s${at}`))
    expect(lendingAfter(all, part('s0'), { today: TUESDAY }).ok).toBe(true)
    expect(lendingAfter(all, part('more'), { today: TUESDAY })).toMatchObject({
      ok: false,
      error: { kind: 'too-many-spaces' },
    })
  })
})

describe('two wholes with a common part', () => {
  const parts = ['a', 'b', 'c'].map((name) => aSpace({ id: id(name), capacity: 1 }))
  const whole = (name: string, changes: Partial<Space> = {}) =>
    aSpace({ id: id(name), capacity: 2, parts: [...name].map(id), ...changes })
  const saving = (lent: Space, ...before: Space[]) => {
    const after = lendingAfter([...parts, ...before], lent, { today: TUESDAY })
    return after.ok ? 'saved' : after.error
  }

  it('are refused when the saved one conflicts with the other', () => {
    const refused = { kind: 'common-part', part: 'b' }
    expect(saving(whole('bc'), whole('ab'))).toMatchObject({ ...refused, space: 'ab' })
    expect(saving(whole('bc', { uses: ['room'] }), whole('ab'))).toMatchObject({ ...refused, space: 'ab' })
    expect(saving(whole('bc'), whole('ab', { uses: ['room'] }))).toMatchObject({ ...refused, space: 'bc' })
  })

  it('do not conflict once the lending of either has ended', () => {
    const ended = [anOpening({ until: date('2026-11-23') })]
    expect(saving(whole('bc'), whole('ab', { openings: ended }))).toBe('saved')
    expect(saving(whole('bc', { openings: ended }), whole('ab'))).toBe('saved')
    expect(saving(whole('ab'), whole('ab', { openings: ended }), whole('bc'))).toMatchObject({
      kind: 'common-part',
    })
  })

  it('conflict while one is still lent today', () => {
    expect(saving(whole('bc'), whole('ab', { openings: [anOpening({ until: TUESDAY })] }))).toMatchObject({
      kind: 'common-part',
    })
  })

  it('do not block changes of any space when they overlapped before', () => {
    const both = [whole('ab'), whole('bc')]
    for (const space of both) expect(saving({ ...space, name: 'Étage' }, ...both)).toBe('saved')
    expect(saving(aSpace({ id: id('a'), capacity: 1, name: 'Gauche' }), ...both)).toBe('saved')
  })
})

describe('the end of lending', () => {
  it('closes openings the day before, drops later ones and keeps ended ones', () => {
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

it('an allocation of a whole space grows with it, and never shrinks before it does', () => {
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
    it('can be booked at once, for some hours at most', () => {
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
