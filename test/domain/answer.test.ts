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

describe('a place', () => {
  const holdTerms = (changes: Parameters<typeof aSpace>[0]) =>
    holdTermsOf(aBooking(), { site: aSite(), space: aSpace(changes), now: NOW })

  it('is confirmed at once where nobody has to approve', () => {
    expect(holdTerms({})).toEqual({ status: 'confirmed', until: undefined, claimBy: undefined })
  })

  it('is held for so long where somebody has to, and never beyond its start', () => {
    expect(holdTerms({ approval: { hours: 24 } })).toMatchObject({
      status: 'requested',
      until: MONDAY_EVENING,
    })
    const startsAt = instantAt(TUESDAY, time('08:00'), PARIS)
    expect(holdTerms({ approval: { hours: 96 } })).toMatchObject({ status: 'requested', until: startsAt })
  })

  it('has to be claimed where it is released otherwise', () => {
    const checkIn = { opensMinutes: 30, closesMinutes: 15, releases: true }
    expect(holdTerms({ checkIn }).claimBy).toBe(instantAt(TUESDAY, time('08:15'), PARIS))
    expect(holdTerms({ checkIn: { ...checkIn, releases: false } }).claimBy).toBeUndefined()
  })
})

describe('a request', () => {
  it('is confirmed or refused, with a note', () => {
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

  it('answered again in the same way stays as it is, and in another way is refused', () => {
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

  it('cannot be answered once its time is over, to the minute, tidied away or not', () => {
    const ended = { ok: false, error: { kind: 'hold-ended', bookingStatus: 'cancelled' } }
    for (const answer of [approve, refuse]) {
      expect(answer(requested, IN_AN_HOUR)).toEqual(ended)
      expect(answer(cancelled(requested, 'lapsed'), LATER)).toEqual(ended)
    }
    expect(approve(requested, addMinutes(NOW, 59)).ok).toBe(true)
  })

  it('that was withdrawn, or is none, awaits nothing', () => {
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

  it('is confirmed, and stays so when accepted again', () => {
    const once = accept(offered)
    expect(once).toMatchObject({ ok: true, value: { status: 'confirmed', until: undefined, revision: 1 } })
    if (!once.ok || once.value.status !== 'confirmed') throw new Error('not confirmed')
    expect(accept(once.value, LATER)).toEqual(once)
    expect(accept(attended(once.value), LATER).ok).toBe(true)
  })

  it('that is left stays left, and one that was taken is not left any more', () => {
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

  it('is asked for like any other place where somebody has to approve', () => {
    const asked = accept(offered, NOW, aSpace({ approval: { hours: 24 } }))
    expect(asked).toMatchObject({ ok: true, value: { status: 'requested', until: MONDAY_EVENING } })
    if (!asked.ok) return
    expect(accept(asked.value, LATER)).toEqual(asked)
    expect(accept(asked.value, MONDAY_EVENING)).toMatchObject({ ok: false, error: { kind: 'hold-ended' } })
  })

  it('in place of another booking is confirmed, without being asked for anew', () => {
    const { wait: _, ...place } = offered
    const replacing = { ...place, replaces: 'r' as BookingId }
    expect(accept(replacing, NOW, aSpace({ approval: { hours: 24 } }))).toMatchObject({
      value: { status: 'confirmed' },
    })
  })

  it('that is over, declined or none is refused, each in its own words', () => {
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
