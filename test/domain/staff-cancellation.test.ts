import { describe, expect, it } from 'vitest'
import type { Booking } from '../../shared/domain/booking.ts'
import { decideStaffCancellation } from '../../shared/domain/booking-change.ts'
import { asNoShow, cancelled } from '../../shared/domain/booking-state.ts'
import type { WorkshopId } from '../../shared/domain/ids.ts'
import { addMinutes, instantAt } from '../../shared/domain/instant.ts'
import { aBooking, aSite, NOW, PARIS, TUESDAY, time } from '../support/builders.ts'

const START = instantAt(TUESDAY, time('08:00'), PARIS)
const decide = (booking: Booking, now = NOW) =>
  decideStaffCancellation(booking, 'Fuite d’eau', { site: aSite(), now })

describe('a cancellation by staff', () => {
  it('carries its reason, and is possible until the booking starts', () => {
    const booking = aBooking()
    expect(decide(booking, addMinutes(START, -1))).toEqual({
      ok: true,
      value: { ...booking, status: 'cancelled', cause: 'staff', note: 'Fuite d’eau', revision: 1 },
    })
    expect(decide(booking, START)).toEqual({ ok: false, error: { kind: 'already-started' } })
  })

  it('never counts as missed, even for a booking that was moved late', () => {
    const late = aBooking({ cancelBefore: addMinutes(NOW, -60), late: true })
    expect(decide(late)).toMatchObject({ ok: true, value: { late: undefined } })
  })

  it('changes nothing when it is repeated, even with another reason', () => {
    const taken = cancelled(aBooking(), 'staff', 'Travaux')
    expect(decide(taken)).toEqual({ ok: true, value: taken })
  })

  it.each([
    ['a booking that its holder cancelled', cancelled(aBooking(), 'holder'), 'cancelled'],
    ['a request that has lapsed', aBooking({ status: 'requested', until: NOW }), 'cancelled'],
    ['a no-show', asNoShow(aBooking()), 'already-started'],
    ['the room of a workshop', aBooking({ workshop: 'w'.repeat(20) as WorkshopId }), 'of-workshop'],
  ])('is refused for %s', (_, booking, kind) => {
    expect(decide(booking)).toEqual({ ok: false, error: { kind } })
  })
})
