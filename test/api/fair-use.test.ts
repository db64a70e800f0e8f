import { beforeAll, describe, expect, it } from 'vitest'
import { commitAndOffer } from '../../functions/use-cases/commit-and-offer.ts'
import { idOf } from '../../functions/use-cases/hash.ts'
import { asNoShow, attended } from '../../shared/domain/booking-state.ts'
import type { BookingId, Hash, HolderId, SpaceId, WaitlistEntryId } from '../../shared/domain/ids.ts'
import { instantAt } from '../../shared/domain/instant.ts'
import type { Table } from '../../shared/store/client.ts'
import { reconcile } from '../proof/reconcile.ts'
import { aBookingBody, aKey, anApi } from '../support/api.ts'
import { anOpening, aSite, aSpace, date, range, time } from '../support/builders.ts'
import { engines, freshTable } from '../support/engine.ts'
import { scanAll } from '../support/scan.ts'
import { seed } from '../support/seed.ts'

const site = aSite().id
const openings = [anOpening({ basis: 'fixed', onHolidays: true })]
const lent = (id: string, changes = {}) => aSpace({ id: id as SpaceId, capacity: 1, openings, ...changes })
const noShows = { most: 1, days: 30 }
const checkIn = { opensMinutes: 30, closesMinutes: 15, releases: true }
const late = { ...aSpace().limits, cancelBeforeMinutes: 24 * 60 }

describe.each(engines)('fair use on $name', (engine) => {
  let table: Table
  let api: ReturnType<typeof anApi>
  let people = 0
  const somebody = async () => {
    const email = `fair-${people++}@example.org`
    const cookie = await api.signIn(email)
    const holder = idOf('holder', email) as HolderId
    return { email, cookie, holder }
  }
  const book = (cookie: string, changes: Record<string, unknown>) =>
    api.call('POST', '/bookings', { body: aBookingBody(changes), headers: aKey(), cookie })
  const at = (day: string, hour: string) => instantAt(date(day), time(hour), aSite().timeZone)

  beforeAll(async () => {
    table = await freshTable(engine)
    await seed(table, aSite(), [
      lent('un', { capacity: 20, fairUse: { activeBookings: 1 } }),
      lent('deux', { capacity: 20, fairUse: { activeBookings: 2 } }),
      lent('heures', { capacity: 20, fairUse: { hoursAWeek: 5 } }),
      lent('absents', { capacity: 20, fairUse: { noShows }, limits: late, checkIn }),
      lent('approbation', { capacity: 20, fairUse: { noShows }, limits: late, approval: { hours: 48 } }),
      lent('attente', { fairUse: { activeBookings: 1 } }),
      lent('deux-fois', { fairUse: { activeBookings: 2 } }),
      lent('libre', { capacity: 20 }),
      lent('grille', { limits: { ...late, gridQuarters: 2 } }),
    ])
    api = anApi(table)
  })

  it('names its rule, its limit and when it passes; all spaces of a site count together', async () => {
    const { cookie } = await somebody()
    expect((await book(cookie, { space: 'deux' })).status).toBe(201)
    const refused = await book(cookie, { space: 'un', date: '2026-11-25' })
    expect(refused).toMatchObject({
      status: 409,
      body: { code: 'quota-reached', rule: 'active-bookings', limit: 1, passes: '2026-11-24T12:00' },
    })
    expect((await book(cookie, { space: 'libre', date: '2026-11-25' })).status).toBe(201)
    expect((await book(cookie, { space: 'deux', date: '2026-11-26' })).status).toBe(201)
  })

  it('refuses hours beyond those of a week, date by date in a series', async () => {
    const { cookie } = await somebody()
    const { date: from, ...body } = aBookingBody({ space: 'heures', start: '08:00', end: '10:00' })
    const series = { ...body, from, rule: 'FREQ=DAILY;COUNT=4', mode: 'possible' }
    const { body: answer } = await api.call('POST', '/series', { body: series, headers: aKey(), cookie })
    const refusals = answer.dates.filter(({ refusal }: { refusal?: string }) => refusal)
    expect(answer.dates).toHaveLength(4)
    expect(refusals).toHaveLength(2)
    expect(refusals[0]).toMatchObject({
      refusal: 'quota-reached',
      rule: 'hours-a-week',
      limit: 5,
      passes: '2026-11-30T00:00',
    })
  })

  it('refuses a start off the grid, and names the starts on it', async () => {
    const { cookie } = await somebody()
    const answer = await book(cookie, { space: 'grille', start: '08:15', end: '10:15' })
    expect(answer).toMatchObject({
      status: 422,
      body: { code: 'off-grid', gridMinutes: 30, starts: ['08:00', '08:30'] },
    })
    const { body } = await api.call('GET', `/sites/${site}`)
    const grids = body.spaces.map(
      ({ id, gridMinutes }: { id: string; gridMinutes: number }) => `${id} ${gridMinutes}`,
    )
    expect(grids).toContain('grille 30')
    expect(grids).toContain('libre 15')
  })

  it('names the time to cancel by; a later cancellation counts as missed, and blocks the site for a time', async () => {
    const { cookie } = await somebody()
    const { body } = await book(cookie, { space: 'absents', date: '2026-11-24' })
    expect(body.cancelBefore).toBe('2026-11-23T08:00')
    const { body: next } = await book(cookie, { space: 'absents', date: '2026-11-25' })
    api.clock.now = at('2026-11-23', '09:00')
    try {
      expect((await api.call('DELETE', `/bookings/${next.id}`, { cookie })).status).toBe(200)
      expect((await book(cookie, { space: 'absents', date: '2026-11-26' })).status).toBe(201)
      expect((await api.call('DELETE', `/bookings/${body.id}`, { cookie })).body.status).toBe('cancelled')
      expect((await book(cookie, { space: 'absents', date: '2026-11-27' })).body).toMatchObject({
        rule: 'no-shows',
        limit: 1,
        passes: '2026-12-24T00:00',
      })
    } finally {
      api.clock.now = at('2026-11-21', '10:00')
    }
    expect((await reconcile(table, site)).faults).toEqual([])
  })

  it.each([
    ['moving to a space that has to approve', 'approbation'],
    ['moving to a space without a rule', 'libre'],
    ['checking in first', undefined],
  ])('counts late cancellations whatever happened before: %s', async (_, space) => {
    const { cookie } = await somebody()
    const { body } = await book(cookie, { space: 'absents', date: '2026-11-24' })
    api.clock.now = at('2026-11-24', '07:45')
    try {
      const before = space
        ? await api.call('PATCH', `/bookings/${body.id}`, {
            body: { space, start: '09:00', end: '11:00' },
            cookie,
          })
        : await api.call('POST', `/bookings/${body.id}/check-in`, { cookie })
      expect(before.status).toBe(200)
      expect((await api.call('DELETE', `/bookings/${body.id}`, { cookie })).body.status).toBe('cancelled')
      expect((await book(cookie, { space: 'absents', date: '2026-11-27' })).body.rule).toBe('no-shows')
    } finally {
      api.clock.now = at('2026-11-21', '10:00')
    }
    expect((await reconcile(table, site)).faults).toEqual([])
  })

  it('counts no-shows until they are corrected', async () => {
    const { cookie } = await somebody()
    const { body } = await book(cookie, { space: 'absents' })
    const mark = async (status: 'no-show' | 'attended') => {
      const from = await api.deps.bookings.findBooking(body.id as BookingId)
      if (from?.status !== 'confirmed' && from?.status !== 'no-show') throw new Error('absent')
      const to = status === 'no-show' ? asNoShow(from) : attended(from)
      await commitAndOffer([{ from, to }], api.deps)
    }
    await mark('no-show')
    expect((await book(cookie, { space: 'absents', date: '2026-11-25' })).body.rule).toBe('no-shows')
    expect((await reconcile(table, site)).faults).toEqual([])
    await mark('attended')
    expect((await book(cookie, { space: 'absents', date: '2026-11-25' })).status).toBe(201)
    expect((await reconcile(table, site)).faults).toEqual([])
  })

  it('writes no usage record where there is no rule', async () => {
    const { cookie } = await somebody()
    const usages = async () => (await scanAll(table)).match(/USAGE#/g)?.length ?? 0
    const before = await usages()
    expect((await book(cookie, { space: 'libre' })).status).toBe(201)
    expect(await usages()).toBe(before)
  })

  it('counts e-mail aliases together, and still hides their bookings from each other', async () => {
    const one = await api.signIn('jean.d@example.org')
    const other = await api.signIn('jeand+x@example.org')
    const { body } = await book(one, { space: 'un' })
    expect((await book(other, { space: 'un', date: '2026-11-25' })).body.code).toBe('quota-reached')
    expect((await api.call('GET', `/bookings/${body.id}`, { cookie: other })).status).toBe(404)
    expect((await api.call('DELETE', `/bookings/${body.id}`, { cookie: other })).status).toBe(404)
  })

  it('offers freed units to people within their limits, and skips the others', async () => {
    const [invitee, full, free] = [await somebody(), await somebody(), await somebody()]
    const { body } = await book(invitee.cookie, { space: 'attente', date: '2026-12-01' })
    expect((await book(full.cookie, { space: 'un', date: '2026-12-02' })).status).toBe(201)
    for (const [rank, { holder }] of [full, free].entries()) {
      const id = idOf('wait', holder) as WaitlistEntryId
      const wish = {
        date: date('2026-12-01'),
        ...range('08:00-12:00'),
        quarters: 16,
        use: 'desk',
        places: 1,
      } as const
      const askedAt = (api.clock.now + rank) as typeof api.clock.now
      const wait = {
        ...wish,
        id,
        holder,
        sites: [site],
        space: 'attente' as SpaceId,
        channel: 'web',
      } as const
      await api.deps.waitlist.addEntry({
        wait: { ...wait, askedAt, ticket: 0, status: 'waiting' },
        requestHash: '-' as Hash,
      })
    }
    expect((await api.call('DELETE', `/bookings/${body.id}`, { cookie: invitee.cookie })).status).toBe(200)
    const { live, faults } = await reconcile(table, site)
    const offered = live.filter(({ status }) => status === 'offered')
    expect(offered.map(({ holder }) => holder)).toEqual([free.holder])
    expect(faults).toEqual([])
    expect((await book(free.cookie, { space: 'un', date: '2026-12-03' })).body.rule).toBe('active-bookings')
  })

  it('offers both of two spaces that one person waits for, when both are allowed', async () => {
    const [invitee, both, rival] = [await somebody(), await somebody(), await somebody()]
    const { body } = await book(invitee.cookie, { space: 'deux-fois', date: '2026-12-08' })
    const wishes = [
      [both, '08:00-10:00'],
      [both, '10:00-12:00'],
      [rival, '10:00-12:00'],
    ] as const
    for (const [rank, [{ holder }, hours]] of wishes.entries()) {
      const wish = { date: date('2026-12-08'), ...range(hours), quarters: 8, use: 'desk', places: 1 } as const
      const askedAt = (api.clock.now + rank) as typeof api.clock.now
      const id = idOf('wait', holder, String(rank)) as WaitlistEntryId
      const wait = {
        ...wish,
        id,
        holder,
        sites: [site],
        space: 'deux-fois' as SpaceId,
        channel: 'web',
      } as const
      await api.deps.waitlist.addEntry({
        wait: { ...wait, askedAt, ticket: rank, status: 'waiting' },
        requestHash: '-' as Hash,
      })
    }
    expect((await api.call('DELETE', `/bookings/${body.id}`, { cookie: invitee.cookie })).status).toBe(200)
    const { live, faults } = await reconcile(table, site)
    const offered = live.filter((each) => each.status === 'offered' && each.space === 'deux-fois')
    expect(offered.map(({ holder }) => holder)).toEqual([both.holder, both.holder])
    expect(faults).toEqual([])
  })
})
