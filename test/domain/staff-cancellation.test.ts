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

describe('a place taking a booking back', () => {
  it('cancels it with the reason, until it starts', () => {
    const booking = aBooking()
    expect(decide(booking, addMinutes(START, -1))).toEqual({
      ok: true,
      value: { ...booking, status: 'cancelled', cause: 'staff', note: 'Fuite d’eau', revision: 1 },
    })
    expect(decide(booking, START)).toEqual({ ok: false, error: { kind: 'already-started' } })
  })

  it('counts as missed by nobody, however late, even what was late before', () => {
    const late = aBooking({ cancelBefore: addMinutes(NOW, -60), late: true })
    expect(decide(late)).toMatchObject({ ok: true, value: { late: undefined } })
  })

  it('again changes nothing, with another reason too', () => {
    const taken = cancelled(aBooking(), 'staff', 'Travaux')
    expect(decide(taken)).toEqual({ ok: true, value: taken })
  })

  it.each([
    ['what its holder gave up', cancelled(aBooking(), 'holder'), 'cancelled'],
    ['what was held too long', aBooking({ status: 'requested', until: NOW }), 'cancelled'],
    ['what nobody came to', asNoShow(aBooking()), 'already-started'],
    ['the room of a workshop', aBooking({ workshop: 'w'.repeat(20) as WorkshopId }), 'of-workshop'],
  ])('does not concern %s', (_, booking, kind) => {
    expect(decide(booking)).toEqual({ ok: false, error: { kind } })
  })
})
