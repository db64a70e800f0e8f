import { describe, expect, it } from 'vitest'
import { allocationsOf } from '../../shared/domain/allocation.ts'
import type { Booking } from '../../shared/domain/booking.ts'
import {
  type Closure,
  closedAllocations,
  closedDates,
  closedRangeOn,
  closedRangesOf,
  decideClosure,
} from '../../shared/domain/closure.ts'
import type { BookingId, SpaceId, WorkshopId } from '../../shared/domain/ids.ts'
import { addMinutes, type Instant } from '../../shared/domain/instant.ts'
import { withOverlappingSpaces } from '../../shared/domain/overlapping-spaces.ts'
import { minusRanges } from '../../shared/domain/quarter-range.ts'
import type { Space } from '../../shared/domain/space.ts'
import { touchedByClosure } from '../../shared/domain/touched-bookings.ts'
import { aBooking, aSite, aSpace, date, NOW, range, TUESDAY, time } from '../support/builders.ts'

const id = (text: string) => text as SpaceId
const related = withOverlappingSpaces([
  aSpace({ id: id('a'), capacity: 2 }),
  aSpace({ id: id('b'), capacity: 3 }),
  aSpace({ id: id('whole'), capacity: 6, parts: [id('a'), id('b')] }),
  aSpace({ id: id('apart'), capacity: 4 }),
])
const spaces = related.ok ? related.value : []
const spaceOf = (name: string) => spaces.find((space) => space.id === name) as Space

const wholeDay = { from: TUESDAY, to: TUESDAY, ...range('00:00-24:00') }
const lost = (closed: string[] | undefined) =>
  Object.fromEntries(
    closedAllocations({ ...wholeDay, spaces: closed?.map(id) }, spaces, TUESDAY).map(({ space, places }) => [
      space,
      places,
    ]),
  )

let made = 0
const booked = (space: string, text: string, changes: Partial<Booking> = {}): Booking => {
  const use = changes.use ?? 'desk'
  const wish = { date: TUESDAY, ...range(text), use, places: changes.places ?? 1 }
  made += 1
  return aBooking({
    id: `b${made}` as BookingId,
    space: id(space),
    ...wish,
    allocations: allocationsOf(spaceOf(space), wish),
    createdAt: addMinutes(NOW, made),
    ...changes,
  })
}

describe('a closed period', () => {
  const period = {
    from: date('2026-11-24'),
    to: date('2026-11-26'),
    start: time('14:00'),
    end: time('10:00'),
  }

  it('begins at its start on the first date and ends at its end on the last', () => {
    expect(closedDates(period)).toEqual(['2026-11-24', '2026-11-25', '2026-11-26'])
    expect(closedDates(period).map((each) => closedRangeOn(period, each))).toEqual([
      range('14:00-24:00'),
      range('00:00-24:00'),
      range('00:00-10:00'),
    ])
    expect(closedRangeOn(period, date('2026-11-27'))).toBeUndefined()
  })

  it('is subtracted from the open ranges', () => {
    const open = [range('08:00-12:00'), range('14:00-18:00')]
    expect(minusRanges(open, [range('09:00-10:00'), range('11:00-15:00')])).toEqual([
      range('08:00-09:00'),
      range('10:00-11:00'),
      range('15:00-18:00'),
    ])
  })
})

describe('the allocations of a closure', () => {
  it('take every place of every space when the whole site is closed', () => {
    expect(lost(undefined)).toEqual({ a: 2, b: 3, whole: 6, apart: 4 })
  })

  it('take all places of the parts of a whole, and in a whole those of its part', () => {
    expect(lost(['whole'])).toEqual({ a: 2, b: 3, whole: 6 })
    expect(lost(['a'])).toEqual({ a: 2, whole: 2 })
    expect(lost(['a', 'b'])).toEqual({ a: 2, b: 3, whole: 6 })
    expect(lost(['apart'])).toEqual({ apart: 4 })
  })

  it('leave a space lent unless all of it is closed', () => {
    const closure = { ...wholeDay, state: 'closed', spaces: [id('a')] } as unknown as Closure
    const closed = (name: string) =>
      closedRangesOf([closure], { space: spaceOf(name), spaces, date: TUESDAY })
    expect([closed('a').length, closed('b').length, closed('whole').length]).toEqual([1, 0, 0])
  })
})

describe('the bookings that a closure touches', () => {
  const touched = (closed: string[] | undefined, period: string, active: Booking[]) => {
    const scope = { ...wholeDay, ...range(period), spaces: closed?.map(id) }
    return touchedByClosure(scope, closedAllocations(scope, spaces, TUESDAY), active).map((each) => each.id)
  }

  it('are those that overlap it, not those that end or start at its edge', () => {
    const [before, over, after] = [
      booked('apart', '08:00-10:00'),
      booked('apart', '09:00-11:00'),
      booked('apart', '12:00-13:00'),
    ]
    expect(touched(['apart'], '10:00-12:00', [before, over, after])).toEqual([over.id])
  })

  it('include those of the parts of a whole, and the whole room of a part', () => {
    const [part, room, other] = [
      booked('a', '08:00-10:00'),
      booked('whole', '10:00-12:00', { use: 'room', places: 6 }),
      booked('b', '08:00-10:00'),
    ]
    expect(touched(['whole'], '00:00-24:00', [part, room, other])).toEqual([part.id, room.id, other.id])
    expect(touched(['a'], '00:00-24:00', [part, room, other])).toEqual([part.id, room.id])
  })

  it('are the newest desks of a whole that loses a part, as many as no longer fit', () => {
    const desks = [1, 2, 3, 4].map(() => booked('whole', '08:00-10:00'))
    expect(touched(['a'], '00:00-24:00', desks)).toEqual([])
    const more = [...desks, booked('whole', '09:00-11:00'), booked('whole', '09:30-10:30')]
    expect(touched(['a'], '00:00-24:00', more)).toEqual([more[5]?.id, more[4]?.id])
  })

  it('are those of people who have not checked in, before those of people who have', () => {
    const desks = [1, 2, 3, 4].map(() => booked('whole', '08:00-10:00'))
    const come = booked('whole', '08:00-10:00', { status: 'attended' })
    expect(touched(['a'], '00:00-24:00', [...desks, come])).toEqual([desks[3]?.id])
  })

  it('include those of a space that is no longer lent when the whole site is closed', () => {
    const gone = booked('apart', '08:00-10:00', { space: id('gone') })
    expect(touched(undefined, '00:00-24:00', [gone])).toEqual([gone.id])
  })

  it('include no seats of a workshop, which end with its room', () => {
    const workshop = 'w'.repeat(20)
    const room = booked('apart', '08:00-10:00', { workshop: workshop as WorkshopId })
    const seat = booked('apart', '08:00-10:00', { workshop: workshop as WorkshopId, space: id(workshop) })
    expect(touched(undefined, '00:00-24:00', [room, seat])).toEqual([room.id])
  })
})

describe('a closure', () => {
  const decide = (changes: object, now: Instant = NOW, lent = spaces) =>
    decideClosure({ kind: 'planned', ...wholeDay, ...changes }, { site: aSite(), spaces: lent, now })
  const on = (from: string, to = from) => ({ from: date(from), to: date(to) })

  it('needs the notice of its spaces when it is planned, a week by default', () => {
    expect(decide(on('2026-11-28')).ok).toBe(true)
    expect(decide(on('2026-11-27'))).toEqual({
      ok: false,
      error: { kind: 'notice-too-short', earliestDate: '2026-11-28' },
    })
    const strict = [
      aSpace({ limits: { ...aSpace().limits, takeBackNoticeDays: 30 } }),
      aSpace({ id: id('lax') }),
    ]
    expect(decide(on('2026-12-20'), NOW, strict)).toMatchObject({ error: { earliestDate: '2026-12-21' } })
    expect(decide({ ...on('2026-12-20'), spaces: [id('lax')] }, NOW, strict).ok).toBe(true)
  })

  it('may begin in the current quarter when it is unexpected, and lasts a week at most', () => {
    expect(decide({ kind: 'unexpected', ...on('2026-11-21') })).toEqual({
      ok: true,
      value: { ...on('2026-11-21'), ...range('10:00-24:00') },
    })
    expect(decide({ kind: 'unexpected', ...on('2026-11-21', '2026-11-27') }).ok).toBe(true)
    expect(decide({ kind: 'unexpected', ...on('2026-11-21', '2026-11-28') })).toMatchObject({
      error: { kind: 'closure-too-long', mostDays: 7 },
    })
  })

  it('is refused in the past, for an unknown space, and for more than a year', () => {
    expect(decide({ kind: 'unexpected', ...on('2026-11-20', '2026-11-22') })).toMatchObject({
      error: { kind: 'past' },
    })
    expect(decide({ kind: 'unexpected', ...on('2026-11-21'), ...range('08:00-10:00') })).toMatchObject({
      error: { kind: 'past' },
    })
    expect(decide({ ...on('2026-12-01'), spaces: [id('a'), id('cellar')] })).toMatchObject({
      error: { kind: 'unknown-space', space: 'cellar' },
    })
    expect(decide(on('2026-12-01', '2027-12-02'))).toMatchObject({
      error: { kind: 'closure-too-long', mostDays: 366 },
    })
  })
})
