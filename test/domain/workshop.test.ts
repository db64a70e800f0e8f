import { describe, expect, it } from 'vitest'
import { decideCancellation } from '../../shared/domain/booking-change.ts'
import { decideMove } from '../../shared/domain/booking-move.ts'
import type { BookingContext } from '../../shared/domain/booking-request.ts'
import { decideBooking } from '../../shared/domain/decide-booking.ts'
import type { BookingId, HolderId } from '../../shared/domain/ids.ts'
import { instantAt } from '../../shared/domain/instant.ts'
import {
  decideWorkshop,
  seatIn,
  seatsOf,
  spaceOfWorkshop,
  type WorkshopPlan,
} from '../../shared/domain/workshop.ts'
import {
  aBooking,
  aSite,
  aSpace,
  aWorkshop,
  date,
  NOW,
  PARIS,
  range,
  TUESDAY,
  time,
} from '../support/builders.ts'

const space = aSpace({ workshops: true, capacity: 12, uses: ['desk'] })
const facts: BookingContext = {
  site: aSite(),
  space,
  occupancyOf: () => ({}),
  holderOccupancy: {},
  usage: undefined,
  now: NOW,
}

const aPlan = (changes: Partial<WorkshopPlan> = {}): WorkshopPlan => ({
  id: aWorkshop().id,
  room: 'rrrrrrrrrrrrrrrrrrrr' as BookingId,
  date: TUESDAY,
  ...range('10:00-12:00'),
  title: 'Premiers pas',
  seats: 6,
  mediator: { id: 'mmmmmmmmmmmmmmmmmmmm' as HolderId, name: 'Sophie' },
  ...changes,
})

const refusalOf = (changes: Partial<WorkshopPlan>, context: Partial<BookingContext> = {}) => {
  const decision = decideWorkshop(aPlan(changes), { ...facts, ...context })
  return decision.ok ? undefined : decision.error
}

describe('a workshop', () => {
  it('books the whole space for its mediator, even where no room is offered', () => {
    const decision = decideWorkshop(aPlan(), facts)
    expect(decision).toMatchObject({
      ok: true,
      value: {
        workshop: { seats: 6, mediatorName: 'Sophie', departement: '51', status: 'planned', space: space.id },
        room: {
          use: 'room',
          places: 12,
          holder: 'mmmmmmmmmmmmmmmmmmmm',
          workshop: aWorkshop().id,
          status: 'confirmed',
        },
      },
    })
    expect(decision.ok && seatIn(decision.value.room)).toBeUndefined()
  })

  it('books some places when its plan says how many', () => {
    expect(decideWorkshop(aPlan({ places: 7 }), facts)).toMatchObject({
      value: { room: { use: 'desk', allocations: [{ places: 7, capacity: 12 }] } },
    })
  })

  it('can be planned without notice, and up to a year ahead', () => {
    const limits = { ...space.limits, noticeMinutes: 2880, horizonDays: 7 }
    const now = instantAt(TUESDAY, time('09:45'), PARIS)
    expect(refusalOf({}, { space: { ...space, limits }, now })).toBeUndefined()
    expect(refusalOf({ date: date('2027-11-23') }, { space: { ...space, limits } })).toBeUndefined()
    expect(refusalOf({ date: date('2028-11-21') })?.kind).toBe('beyond-horizon')
  })

  it('has at most as many seats as it takes places', () => {
    expect(refusalOf({ seats: 13 })).toEqual({ kind: 'too-many-places', capacity: 12 })
    expect(refusalOf({ seats: 6, places: 5 })).toEqual({ kind: 'too-many-places', capacity: 5 })
  })

  it('is refused where the space is not lent for workshops, closed or taken, or its mediator busy', () => {
    const full = Object.fromEntries(Array.from({ length: 8 }, (_, at) => [40 + at, 1]))
    expect(refusalOf({}, { space: { ...space, workshops: false } })?.kind).toBe('no-workshops')
    expect(refusalOf(range('14:00-16:00'))?.kind).toBe('outside-opening')
    expect(refusalOf({}, { occupancyOf: () => full })?.kind).toBe('taken')
    expect(refusalOf({}, { holderOccupancy: full })?.kind).toBe('holder-busy')
  })
})

describe('the seats of a workshop', () => {
  const seats = spaceOfWorkshop(aWorkshop({ seats: 2 }))
  const context = { ...facts, space: seats }
  const request = { space: seats.id, date: TUESDAY, ...range('10:00-12:00'), use: 'desk', places: 1 } as const

  it('are booked for its whole time and no other, even on a public holiday', () => {
    expect(decideBooking(request, context)).toMatchObject({
      ok: true,
      value: { allocations: [{ places: 1, capacity: 2 }] },
    })
    for (const change of [range('10:00-11:00'), range('09:00-11:00'), { date: date('2026-11-25') }])
      expect(decideBooking({ ...request, ...change }, context).ok).toBe(false)
    const christmas = spaceOfWorkshop(aWorkshop({ date: date('2026-12-25') }))
    expect(decideBooking({ ...request, date: date('2026-12-25') }, { ...facts, space: christmas }).ok).toBe(
      true,
    )
  })

  it('can be cancelled but not moved, while its room can be neither', () => {
    const { id } = aWorkshop()
    const seat = aBooking({ workshop: id, space: seatsOf(id), ...range('10:00-12:00') })
    const room = aBooking({ workshop: id })
    expect(decideCancellation(seat, aSite(), NOW).ok).toBe(true)
    expect(decideCancellation(room, aSite(), NOW)).toEqual({ ok: false, error: { kind: 'of-workshop' } })
    for (const each of [seat, room])
      expect(decideMove(each, { ...each, ...range('08:00-10:00') }, context)).toEqual({
        ok: false,
        error: { kind: 'of-workshop' },
      })
  })
})
