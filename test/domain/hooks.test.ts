import { describe, expect, it } from 'vitest'
import { concerns, type Hook, isListening, signingSecretsOf } from '../../shared/domain/hook.ts'
import { afterTry, type HookDelivery } from '../../shared/domain/hook-delivery.ts'
import { bookingEventOf, closureEventOf, workshopEventOf } from '../../shared/domain/hook-event.ts'
import type { ClosureId, HolderId, HookId, SiteId, WorkshopId } from '../../shared/domain/ids.ts'
import { addMinutes, type Instant } from '../../shared/domain/instant.ts'
import { atSite } from '../../shared/domain/rights.ts'
import { aBooking, aWorkshop, date, NOW, range } from '../support/builders.ts'

const SITE = '09410A' as SiteId
const DAY_MINUTES = 24 * 60

const aHook = (changes: Partial<Hook> = {}): Hook => ({
  id: 'kkkkkkkkkkkkkkkkkkkk' as HookId,
  scope: atSite(SITE),
  name: 'Agenda',
  url: 'https://tool.example/',
  topics: ['booking'],
  secret: 1,
  createdAt: NOW,
  ...changes,
})

const aDelivery = (changes: Partial<HookDelivery> = {}): HookDelivery => ({
  hook: aHook().id,
  ...{ event: 'booking.b.0', type: 'booking.made', body: '{}' },
  ...{ state: 'waiting', at: NOW, since: NOW, nextAt: NOW, tries: 0 },
  ...changes,
})

/** Seconds from each try to the next, for an endpoint that always answers so. */
const gapsOf = (answer: string, chance: number): number[] => {
  const gaps: number[] = []
  let delivery = aDelivery()
  while (delivery.nextAt !== undefined) {
    const now = delivery.nextAt
    delivery = afterTry(delivery, answer, { now, chance })
    if (delivery.nextAt !== undefined) gaps.push((delivery.nextAt - now) / 1000)
  }
  return gaps
}

describe('a delivery', () => {
  it('is tried again after growing gaps for three days, with some jitter', () => {
    const gaps = gapsOf('503', 0.5)
    expect(gaps.slice(0, 7)).toEqual([10, 60, 300, 1800, 7200, 18_000, 36_000])
    expect(gaps.reduce((all, gap) => all + gap, 0)).toBe(3 * 86_400)
    expect(gaps.length).toBe(13)
    expect(gapsOf('503', 0)[1]).toBe(48)
    expect(gapsOf('503', 1)[1]).toBe(72)
  })

  it.each(['200', '204', '299'])('has arrived with %s', (answer) => {
    expect(afterTry(aDelivery(), answer, { now: NOW, chance: 0.5 })).toMatchObject({
      state: 'delivered',
      tries: 1,
      nextAt: undefined,
    })
  })

  it.each(['199', '301', '400', '410', '500', 'too-slow', 'redirects'])(
    'has not arrived with %s',
    (answer) => {
      expect(afterTry(aDelivery(), answer, { now: NOW, chance: 0.5 }).state).toBe('waiting')
    },
  )
})

describe('a hook', () => {
  const site = { id: SITE, departement: '51' }
  const point = { id: '09411A' as SiteId, parent: SITE, departement: '51' }
  const CLUB = 'c'.repeat(20) as HolderId

  it.each<[string, Hook['scope'], boolean]>([
    ['of the site', atSite(SITE), true],
    ['of the office that it is attached to', atSite(SITE), true],
    ['of another site', atSite('09439A' as SiteId), false],
    ['of the département', { kind: 'departement', departement: '51' }, true],
    ['of another département', { kind: 'departement', departement: '02' }, false],
    ['of an association', { kind: 'association', association: CLUB }, false],
  ])('hears of a site and its points where its scope has them: %s', (_, scope, hears) => {
    expect(concerns(aHook({ scope }), { sites: [site] })).toBe(hears)
    expect(concerns(aHook({ scope }), { sites: [point] })).toBe(hears)
  })

  it('hears of all that is booked for its association', () => {
    const hook = aHook({ scope: { kind: 'association', association: CLUB } })
    expect(concerns(hook, { sites: [site], association: CLUB })).toBe(true)
    expect(concerns(hook, { sites: [site], association: 'o'.repeat(20) as HolderId })).toBe(false)
  })

  it('hears of a workshop that leaves its site', () => {
    const elsewhere = { id: '09439A' as SiteId, departement: '51' }
    expect(concerns(aHook(), { sites: [elsewhere, site] })).toBe(true)
  })

  it('collects events for a month while it is paused', () => {
    const hook = aHook({ pausedAt: NOW, pause: 'failing' })
    expect(isListening(hook, addMinutes(NOW, 29 * DAY_MINUTES))).toBe(true)
    expect(isListening(hook, addMinutes(NOW, 31 * DAY_MINUTES))).toBe(false)
  })

  it('signs with the secret before as well, for a day', () => {
    const hook = aHook({ secret: 3, replacedAt: NOW })
    expect(signingSecretsOf(hook, addMinutes(NOW, DAY_MINUTES - 1))).toEqual([3, 2])
    expect(signingSecretsOf(hook, addMinutes(NOW, DAY_MINUTES))).toEqual([3])
  })
})

describe('an event for hooks', () => {
  const booking = aBooking()
  const next = { revision: 1 }

  it.each([
    ['booking.made', undefined, booking],
    ['booking.approved', aBooking({ status: 'requested' }), aBooking(next)],
    ['booking.accepted', aBooking({ status: 'offered' }), aBooking(next)],
    ['booking.accepted', aBooking({ status: 'offered' }), aBooking({ ...next, status: 'requested' })],
    ['booking.moved', booking, aBooking({ ...next, ...range('09:00-12:00') })],
    ['booking.changed', booking, aBooking({ ...next, places: 2 })],
    ['booking.attended', booking, aBooking({ ...next, status: 'attended' })],
    ['booking.no-show', booking, aBooking({ ...next, status: 'no-show' })],
    ['booking.cancelled', booking, aBooking({ ...next, status: 'cancelled' })],
  ])('of a booking has the type of its change: %s', (type, from, to) => {
    expect(bookingEventOf(from, to)?.type).toBe(type)
  })

  it('is made neither of anonymised bookings nor of the time of co-mediators', () => {
    expect(bookingEventOf(booking, { ...booking, holder: 'n'.repeat(20) as HolderId })).toBeUndefined()
    const presence = aBooking({ workshop: 'w'.repeat(20) as WorkshopId, allocations: [] })
    expect(bookingEventOf(undefined, presence)).toBeUndefined()
    const workshop = aWorkshop()
    expect(workshopEventOf(workshop, { ...workshop, mediatorName: '' })).toBeUndefined()
  })

  it('names no holder, guest or mediator, and quotes no note', () => {
    const told = [
      bookingEventOf(
        undefined,
        aBooking({ guest: 'Paul', note: 'pour Jean', bookedBy: 'b'.repeat(20) as HolderId }),
      ),
      workshopEventOf(undefined, aWorkshop({ note: 'Sophie est malade' })),
    ]
    expect(JSON.stringify(told.map((event) => event?.data))).not.toMatch(/Paul|Jean|Sophie|hhhh|bbbb|mmmm/)
  })

  it('has a revision that grows with each change', () => {
    const workshop = aWorkshop()
    const cancelled = workshopEventOf(workshop, { ...workshop, status: 'cancelled' })
    expect([cancelled?.type, cancelled?.data.revision]).toEqual(['workshop.cancelled', 1])
    const closure = {
      ...{ id: 'c'.repeat(20) as ClosureId, site: SITE, from: date('2026-11-24'), to: date('2026-11-24') },
      ...{ ...range('08:00-12:00'), kind: 'unexpected' as const, reason: 'Fuite', state: 'closing' as const },
      ...{ closedBy: 'h'.repeat(20) as HolderId, createdAt: NOW as Instant },
    } as const
    const closed = { ...closure, state: 'closed' } as const
    const lifted = { ...closure, state: 'reopening' } as const
    const again = { ...closure, begun: 1 }
    const events = [
      closureEventOf(undefined, closure),
      closureEventOf(closure, closed),
      closureEventOf(closed, lifted),
      closureEventOf(lifted, { ...closure, state: 'reopened' }),
      closureEventOf({ ...closure, state: 'reopened' }, again),
    ]
    expect(events.map((event) => event && [event.type, event.data.revision])).toEqual([
      ['closure.announced', 0],
      undefined,
      ['closure.lifted', 1],
      undefined,
      ['closure.announced', 2],
    ])
  })
})
