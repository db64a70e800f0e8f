import { describe, expect, it } from 'vitest'
import { attendanceOf, decideAttendance, decideCheckIn, notedAt } from '../../shared/domain/attendance.ts'
import type { Booking } from '../../shared/domain/booking.ts'
import { asNoShow, asOf, cancelled, dueAtOf, isUnclaimed } from '../../shared/domain/booking-state.ts'
import type { HolderId, WorkshopId } from '../../shared/domain/ids.ts'
import { addMinutes, type Instant, instantAt } from '../../shared/domain/instant.ts'
import { callAfter, newsOf } from '../../shared/domain/news.ts'
import { usageListOf } from '../../shared/domain/usage.ts'
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
    decideAttendance(
      { booking, site: aSite() },
      { by, attendance: attended ? 'present' : 'absent', at: now },
      now,
    )
  const kind = (decision: ReturnType<typeof mark>) =>
    decision.ok ? decision.value.status : decision.error.kind

  it('is recorded for the seats of a planned workshop, never for its room', () => {
    const { id } = aWorkshop()
    const kind = (booking: Booking, workshop = aWorkshop()) => {
      const decision = decideAttendance(
        { booking, site: aSite(), workshop },
        { by: agent, attendance: 'present', at: at('12:00') },
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
    expect(kind(mark(true, at('09:00'), aBooking({ status: 'attended' })))).toBe('attended')
  })

  it('is recorded neither before the start nor by the holder themselves (34)', () => {
    expect(kind(mark(false, addMinutes(at('08:00'), -1)))).toBe('not-started')
    expect(kind(mark(false, at('08:00')))).toBe('no-show')
    const mine = aBooking({ status: 'no-show', holder: agent })
    expect(kind(mark(true, at('09:00'), mine))).toBe('own-attendance')
  })

  it('is recorded until thirty days after the end', () => {
    const thirtyDaysAfter = addMinutes(at('12:00'), 30 * 24 * 60)
    expect(kind(mark(true, addMinutes(thirtyDaysAfter, -1)))).toBe('attended')
    expect(kind(mark(true, thirtyDaysAfter))).toBe('attendance-closed')
  })

  type Note = readonly [attendance: 'absent' | 'excused' | 'present', minute: number]
  const A_MARK: Note = ['present', 5]
  const MARKS: readonly Note[] = [A_MARK, ['absent', 10], ['present', 20], ['excused', 20], ['absent', 15]]
  const after = (notes: readonly Note[]): Booking =>
    notes.reduce<Booking>((booking, [attendance, minute]) => {
      const noted = { by: agent, attendance, at: addMinutes(at('09:00'), minute) }
      const decision = decideAttendance({ booking, site: aSite() }, noted, at('12:00'))
      return decision.ok ? decision.value : booking
    }, aBooking())

  it('is that of the last mark by its own time, in whichever order and how often they arrive', () => {
    const orders = MARKS.flatMap((_, first) =>
      MARKS.map((_, step) =>
        MARKS.map((_, each) => MARKS[(first + each * (step + 1)) % MARKS.length] ?? A_MARK),
      ),
    )
    for (const order of orders.filter((each) => new Set(each).size === MARKS.length)) {
      const booking = after([...order, ...order])
      expect([attendanceOf(booking), booking.markedAt]).toEqual(['present', addMinutes(at('09:00'), 20)])
    }
  })

  it('of somebody excused is an absence that does not count, is not told, and can be corrected', () => {
    const excused = after([['excused', 5]])
    expect([excused.status, attendanceOf(excused), usageListOf(excused)]).toEqual([
      'no-show',
      'excused',
      undefined,
    ])
    expect(newsOf(aBooking(), excused)).toBeUndefined()
    const absent = after([['absent', 1]])
    expect([usageListOf(absent), newsOf(aBooking(), absent)]).toEqual(['missed', 'no-show'])
    expect(
      callAfter({
        from: absent,
        to: after([
          ['absent', 1],
          ['excused', 5],
        ]),
      }),
    ).toBe('drop')
    expect(
      attendanceOf(
        after([
          ['excused', 5],
          ['present', 6],
        ]),
      ),
    ).toBe('present')
    expect(
      attendanceOf(
        after([
          ['excused', 5],
          ['absent', 6],
        ]),
      ),
    ).toBe('absent')
  })

  it('is what staff says now, whatever was noted before', () => {
    const before = aBooking({ status: 'attended', markedAt: at('12:00') })
    const now = { by: agent, attendance: 'absent' } as const
    const decision = decideAttendance({ booking: before, site: aSite() }, now, at('12:00'))
    expect(decision).toMatchObject({ ok: true, value: { status: 'no-show', markedAt: at('12:00') } })
  })

  it('counts from when it was noted, even by a clock that is wrong', () => {
    const now = at('12:00')
    const noted = (minute: number, sentAt: Instant) =>
      notedAt(addMinutes(at('09:00'), minute), { sentAt, now })
    expect(noted(5, now)).toBe(addMinutes(at('09:00'), 5))
    expect(noted(65, addMinutes(now, 60))).toBe(addMinutes(at('09:00'), 5))
    expect(noted(5 - 60, addMinutes(now, -60))).toBe(addMinutes(at('09:00'), 5))
    expect(noted(200, now)).toBe(now)
  })

  it('is refused when the booking is cancelled or its request has lapsed', () => {
    expect(kind(mark(true, at('09:00'), cancelled(aBooking(), 'holder')))).toBe('cancelled')
    const requested = aBooking({ status: 'requested', until: addMinutes(NOW, 60) })
    expect(kind(mark(true, at('09:00'), requested))).toBe('cancelled')
  })
})
