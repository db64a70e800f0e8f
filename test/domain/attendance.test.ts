import { describe, expect, it } from 'vitest'
import { decideAttendance, decideCheckIn } from '../../shared/domain/attendance.ts'
import type { Booking } from '../../shared/domain/booking.ts'
import { asNoShow, asOf, cancelled, dueAtOf, isUnclaimed } from '../../shared/domain/booking-state.ts'
import type { HolderId, WorkshopId } from '../../shared/domain/ids.ts'
import { addMinutes, instantAt } from '../../shared/domain/instant.ts'
import { seatsOf } from '../../shared/domain/workshop.ts'
import {
  aBooking,
  aSite,
  aSpace,
  aWorkshop,
  type BookingChanges,
  NOW,
  PARIS,
  TUESDAY,
  time,
} from '../support/builders.ts'

const at = (text: string) => instantAt(TUESDAY, time(text), PARIS)
const checkIn = { opensMinutes: 30, closesMinutes: 15, releases: true }
const booked = aBooking({ claimBy: at('08:15') })

describe('a check-in', () => {
  const arrive = (now: ReturnType<typeof at>, booking: Booking = booked, space = aSpace({ checkIn })) =>
    decideCheckIn({ booking, site: aSite(), space }, now)

  it('is accepted from 30 minutes before the start until 15 minutes after it', () => {
    const closed = { ok: false, error: { kind: 'check-in-closed', from: at('07:30'), until: at('08:15') } }
    expect(arrive(addMinutes(at('07:30'), -1))).toEqual(closed)
    expect(arrive(at('07:30'))).toMatchObject({ ok: true, value: { status: 'attended', revision: 1 } })
    expect(arrive(addMinutes(at('08:15'), -1)).ok).toBe(true)
    expect(arrive(at('08:15'))).toEqual(closed)
  })

  it('changes nothing when it is repeated, at any time', () => {
    const attended = aBooking({ status: 'attended' })
    expect(arrive(at('12:00'), attended)).toEqual({ ok: true, value: attended })
  })

  it('needs a confirmed booking of a space with check-in, and undoes no no-show', () => {
    const kind = (booking: Booking, space = aSpace({ checkIn })) => {
      const decision = arrive(at('08:00'), booking, space)
      return decision.ok ? 'attended' : decision.error.kind
    }
    expect(kind(asNoShow(booked))).toBe('already-answered')
    expect(kind(cancelled(booked, 'closure'))).toBe('cancelled')
    expect(kind(aBooking({ status: 'requested', until: at('08:00') }))).toBe('not-confirmed')
    expect(kind(aBooking(), aSpace())).toBe('check-in-closed')
    expect(kind(aBooking({ workshop: 'w' as WorkshopId }))).toBe('check-in-closed')
  })
})

describe('a no-show', () => {
  it('is a booking that nobody claims by its check-in deadline', () => {
    expect(dueAtOf(booked)).toBe(at('08:15'))
    expect(isUnclaimed(booked, addMinutes(at('08:15'), -1))).toBe(false)
    expect(asOf(booked, at('08:15'))).toEqual(asNoShow(booked))
  })

  it.each<[string, BookingChanges]>([
    ['of a workshop', { workshop: 'w' as WorkshopId }],
    ['whose holder has come', { status: 'attended' }],
    ['that nobody has to claim', { claimBy: undefined }],
  ])('is never a booking %s', (_, changes) => {
    expect(isUnclaimed(aBooking({ ...booked, ...changes }), at('12:00'))).toBe(false)
  })
})

describe('the attendance of a booking', () => {
  const agent = 'a' as HolderId
  const mark = (attended: boolean, now = at('09:00'), booking: Booking = aBooking(), by = agent) =>
    decideAttendance({ booking, site: aSite() }, { by, attended }, now)
  const kind = (decision: ReturnType<typeof mark>) =>
    decision.ok ? decision.value.status : decision.error.kind

  it('is recorded for the seats of a planned workshop, never for its room', () => {
    const { id } = aWorkshop()
    const kind = (booking: Booking, workshop = aWorkshop()) => {
      const decision = decideAttendance(
        { booking, site: aSite(), workshop },
        { by: agent, attended: true },
        at('12:00'),
      )
      return decision.ok ? decision.value.status : decision.error.kind
    }
    const seat = aBooking({ workshop: id, space: seatsOf(id) })
    expect(kind(seat)).toBe('attended')
    expect(kind(asNoShow(seat), aWorkshop({ status: 'cancelled' }))).toBe('cancelled')
    expect(kind(aBooking({ workshop: id }))).toBe('of-workshop')
  })

  it('is recorded by staff, and can be corrected', () => {
    expect(kind(mark(true))).toBe('attended')
    expect(kind(mark(false))).toBe('no-show')
    expect(kind(mark(true, at('09:00'), aBooking({ status: 'no-show' })))).toBe('attended')
    const attended = aBooking({ status: 'attended' })
    expect(mark(true, at('09:00'), attended)).toEqual({ ok: true, value: attended })
  })

  it('is recorded neither before the start nor by the holder themselves (34)', () => {
    expect(kind(mark(false, addMinutes(at('08:00'), -1)))).toBe('not-started')
    expect(kind(mark(false, at('08:00')))).toBe('no-show')
    const mine = aBooking({ status: 'no-show', holder: agent })
    expect(kind(mark(true, at('09:00'), mine))).toBe('own-attendance')
  })

  it('is recorded until a week after the end', () => {
    const aWeekAfter = addMinutes(at('12:00'), 7 * 24 * 60)
    expect(kind(mark(true, addMinutes(aWeekAfter, -1)))).toBe('attended')
    expect(kind(mark(true, aWeekAfter))).toBe('attendance-closed')
  })

  it('is refused when the booking is cancelled or its request has lapsed', () => {
    expect(kind(mark(true, at('09:00'), cancelled(aBooking(), 'holder')))).toBe('cancelled')
    const requested = aBooking({ status: 'requested', until: addMinutes(NOW, 60) })
    expect(kind(mark(true, at('09:00'), requested))).toBe('cancelled')
  })
})
