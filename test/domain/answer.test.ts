import { describe, expect, it } from 'vitest'
import { decideAcceptance, decideApproval } from '../../shared/domain/answer.ts'
import type { Booking } from '../../shared/domain/booking.ts'
import { attended, cancelled } from '../../shared/domain/booking-state.ts'
import { holdTermsOf } from '../../shared/domain/hold-terms.ts'
import type { BookingId, WaitlistEntryId } from '../../shared/domain/ids.ts'
import { addMinutes, instantAt } from '../../shared/domain/instant.ts'
import { aBooking, aSite, aSpace, MONDAY_EVENING, NOW, PARIS, TUESDAY, time } from '../support/builders.ts'

const IN_AN_HOUR = addMinutes(NOW, 60)
const LATER = addMinutes(NOW, 61)
const requested = aBooking({ status: 'requested', until: IN_AN_HOUR })
const approve = (booking: Booking, at = NOW) => decideApproval(booking, { approved: true }, at)
const refuse = (booking: Booking, at = NOW) =>
  decideApproval(booking, { approved: false, note: 'En travaux' }, at)

describe('a new booking', () => {
  const holdTerms = (changes: Parameters<typeof aSpace>[0]) =>
    holdTermsOf(aBooking(), { site: aSite(), space: aSpace(changes), now: NOW })

  it('is confirmed at once where no approval is required', () => {
    expect(holdTerms({})).toEqual({ status: 'confirmed', until: undefined, claimBy: undefined })
  })

  it('is held for the hours of an approval where one is required, never beyond its start', () => {
    expect(holdTerms({ approval: { hours: 24 } })).toMatchObject({
      status: 'requested',
      until: MONDAY_EVENING,
    })
    const startsAt = instantAt(TUESDAY, time('08:00'), PARIS)
    expect(holdTerms({ approval: { hours: 96 } })).toMatchObject({ status: 'requested', until: startsAt })
  })

  it('has a check-in deadline only where unclaimed places are released', () => {
    const checkIn = { opensMinutes: 30, closesMinutes: 15, releases: true }
    expect(holdTerms({ checkIn }).claimBy).toBe(instantAt(TUESDAY, time('08:15'), PARIS))
    expect(holdTerms({ checkIn: { ...checkIn, releases: false } }).claimBy).toBeUndefined()
  })
})

describe('a request', () => {
  it('is confirmed when it is approved, and cancelled with a note when it is refused', () => {
    expect(approve(requested)).toMatchObject({
      ok: true,
      value: { status: 'confirmed', until: undefined, revision: 1 },
    })
    expect(refuse(requested)).toMatchObject({
      ok: true,
      value: {
        status: 'cancelled',
        cause: 'not-approved',
        note: 'En travaux',
        until: undefined,
        revision: 1,
      },
    })
  })

  it('stays as it is when answered again in the same way, and refuses another answer', () => {
    const confirmed = aBooking({ status: 'confirmed', revision: 1 })
    const refused = cancelled(requested, 'not-approved')
    expect(approve(confirmed)).toEqual({ ok: true, value: confirmed })
    expect(refuse(refused)).toEqual({ ok: true, value: refused })
    expect(refuse(confirmed)).toEqual({
      ok: false,
      error: { kind: 'already-answered', bookingStatus: 'confirmed' },
    })
    expect(approve(refused)).toEqual({
      ok: false,
      error: { kind: 'already-answered', bookingStatus: 'cancelled' },
    })
  })

  it('refuses an answer from its deadline on, to the minute, cancelled already or not', () => {
    const ended = { ok: false, error: { kind: 'hold-ended', bookingStatus: 'cancelled' } }
    for (const answer of [approve, refuse]) {
      expect(answer(requested, IN_AN_HOUR)).toEqual(ended)
      expect(answer(cancelled(requested, 'lapsed'), LATER)).toEqual(ended)
    }
    expect(approve(requested, addMinutes(NOW, 59)).ok).toBe(true)
  })

  it('takes no answer once withdrawn, as bookings that are not requests take none', () => {
    const none = (bookingStatus: string) => ({ ok: false, error: { kind: 'not-requested', bookingStatus } })
    expect(approve(cancelled(requested, 'holder'))).toEqual(none('cancelled'))
    expect(approve(aBooking({ status: 'offered', until: IN_AN_HOUR }))).toEqual(none('offered'))
    for (const answer of [approve, refuse]) expect(answer(aBooking())).toEqual(none('confirmed'))
  })
})

describe('an offer', () => {
  const wait = 'w' as WaitlistEntryId
  const offered = aBooking({ status: 'offered', until: IN_AN_HOUR, wait })
  const accept = (booking: Booking, at = NOW, space = aSpace()) =>
    decideAcceptance({ booking, site: aSite(), space }, true, at)

  it('is confirmed when it is accepted, and stays so when it is accepted again', () => {
    const once = accept(offered)
    expect(once).toMatchObject({ ok: true, value: { status: 'confirmed', until: undefined, revision: 1 } })
    if (!once.ok || once.value.status !== 'confirmed') throw new Error('not confirmed')
    expect(accept(once.value, LATER)).toEqual(once)
    expect(accept(attended(once.value), LATER).ok).toBe(true)
  })

  it('stays declined when it is declined again, and cannot be declined once accepted', () => {
    const leave = (booking: Booking) =>
      decideAcceptance({ booking, site: aSite(), space: aSpace() }, false, NOW)
    const left = leave(offered)
    expect(left).toMatchObject({ ok: true, value: { status: 'cancelled', cause: 'declined' } })
    if (left.ok) expect(leave(left.value)).toEqual(left)
    expect(leave({ ...offered, status: 'confirmed', until: undefined })).toEqual({
      ok: false,
      error: { kind: 'already-answered', bookingStatus: 'confirmed' },
    })
  })

  it('becomes a request where an approval is required', () => {
    const asked = accept(offered, NOW, aSpace({ approval: { hours: 24 } }))
    expect(asked).toMatchObject({ ok: true, value: { status: 'requested', until: MONDAY_EVENING } })
    if (!asked.ok) return
    expect(accept(asked.value, LATER)).toEqual(asked)
    expect(accept(asked.value, MONDAY_EVENING)).toMatchObject({ ok: false, error: { kind: 'hold-ended' } })
  })

  it('is confirmed without an approval when it replaces another booking', () => {
    const { wait: _, ...place } = offered
    const replacing = { ...place, replaces: 'r' as BookingId }
    expect(accept(replacing, NOW, aSpace({ approval: { hours: 24 } }))).toMatchObject({
      value: { status: 'confirmed' },
    })
  })

  it('refuses acceptance with the reason: it is ended, declined, or no offer', () => {
    const kind = (booking: Booking, at = NOW) => {
      const decision = accept(booking, at)
      return decision.ok ? 'accepted' : decision.error.kind
    }
    expect(kind(offered, IN_AN_HOUR)).toBe('hold-ended')
    expect(kind(cancelled(offered, 'lapsed'))).toBe('hold-ended')
    expect(kind(cancelled(offered, 'declined'))).toBe('already-answered')
    expect(kind(aBooking())).toBe('not-offered')
  })
})
