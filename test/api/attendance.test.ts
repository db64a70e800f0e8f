import { beforeAll, describe, expect, it } from 'vitest'
import type { BookingId } from '../../shared/domain/ids.ts'
import { addMinutes, type Instant, instantAt } from '../../shared/domain/instant.ts'
import { atSite } from '../../shared/domain/rights.ts'
import type { Table } from '../../shared/store/client.ts'
import { lentSpace } from '../proof/house.ts'
import { reconcile } from '../proof/reconcile.ts'
import { aBookingBody, aKey, anApi } from '../support/api.ts'
import { aSite, date, NOW, PARIS, time } from '../support/builders.ts'
import { engines, freshTable } from '../support/engine.ts'
import { seed } from '../support/seed.ts'
import { type Api, holderOf } from '../support/waitlist-entry.ts'

const at = (text: string): Instant => instantAt(date('2026-11-24'), time(text), PARIS)

describe.each(engines)('attendance on $name', (engine) => {
  let table: Table
  let api: Api
  let agent: string
  let people = 0
  const somebody = () => api.signIn(`comer-${people++}@example.org`)
  const book = async (cookie: string, changes: Record<string, unknown> = {}) => {
    const body = aBookingBody({ space: 'bureau', ...changes })
    return (await api.call('POST', '/bookings', { body, headers: aKey(), cookie })).body
  }
  const arrive = (id: string, cookie: string) => api.call('POST', `/bookings/${id}/check-in`, { cookie })
  const mark = (id: string, attended: boolean, cookie = agent) =>
    api.call('PUT', `/bookings/${id}/attendance`, { body: { attended }, cookie })
  const during = async <T>(now: Instant, work: () => Promise<T>): Promise<T> => {
    api.clock.now = now
    try {
      return await work()
    } finally {
      api.clock.now = NOW
    }
  }

  beforeAll(async () => {
    table = await freshTable(engine)
    const checkIn = { opensMinutes: 30, closesMinutes: 15, releases: true }
    await seed(table, aSite(), [
      lentSpace('bureau', { capacity: 20, checkIn }),
      lentSpace('seul', { capacity: 1, checkIn }),
      lentSpace('libre', { capacity: 9 }),
    ])
    api = anApi(table)
    agent = await api.signIn('agent@example.org')
    await api.deps.grants.give(await holderOf(api, 'agent@example.org'), {
      role: 'agent',
      scope: atSite(aSite().id),
    })
  })

  it('is recorded by the holder at the door within its window, and repeating changes nothing', async () => {
    const cookie = await somebody()
    const { id, checkIn } = await book(cookie)
    expect(checkIn).toEqual({
      from: '2026-11-24T07:30',
      until: '2026-11-24T08:15',
      isOpen: false,
      releases: true,
    })
    const closed = { code: 'check-in-closed', from: '2026-11-24T07:30', until: '2026-11-24T08:15' }
    expect((await arrive(id, cookie)).body).toMatchObject(closed)
    await during(addMinutes(at('08:15'), -1), async () => {
      expect((await api.call('GET', `/bookings/${id}`, { cookie })).body.checkIn.isOpen).toBe(true)
      const both = await Promise.all([arrive(id, cookie), arrive(id, cookie)])
      expect(both.map(({ status, body }) => [status, body.status])).toEqual([
        [200, 'attended'],
        [200, 'attended'],
      ])
    })
    expect((await during(at('12:00'), () => arrive(id, cookie))).body.status).toBe('attended')
  })

  it('cannot be recorded after the units are given up, even when no job runs', async () => {
    const cookie = await somebody()
    const { id } = await book(cookie)
    await during(at('08:15'), async () => {
      expect((await arrive(id, cookie)).body.code).toBe('check-in-closed')
      expect((await api.call('GET', `/bookings/${id}`, { cookie })).body.status).toBe('no-show')
    })
  })

  it('has a window that moves with the booking', async () => {
    const cookie = await somebody()
    const { id } = await book(cookie)
    const moved = await api.call('PATCH', `/bookings/${id}`, { body: { start: '09:00' }, cookie })
    expect(moved.body.checkIn).toMatchObject({ from: '2026-11-24T08:30', until: '2026-11-24T09:15' })
    expect((await api.deps.bookings.findBooking(id))?.claimBy).toBe(at('09:15'))
    await api.call('PATCH', `/bookings/${id}`, { body: { space: 'libre' }, cookie })
    expect(await api.deps.bookings.findBooking(id)).not.toHaveProperty('claimBy')
  })

  it('is recorded for others by staff of the site only', async () => {
    const [cookie, stranger] = [await somebody(), await somebody()]
    const { id } = await book(cookie, { space: 'libre' })
    await during(at('08:00'), async () => {
      for (const each of [cookie, stranger]) expect((await mark(id, true, each)).body.code).toBe('not-found')
      expect((await arrive(id, stranger)).body.code).toBe('not-found')
      expect((await arrive(id, agent)).body.code).toBe('check-in-closed')
      expect((await mark(id, true)).body).toMatchObject({ status: 'attended', holderName: 'Camille' })
      expect((await mark(id, true)).body.status).toBe('attended')
    })
    const other = await book(await somebody())
    expect((await during(at('08:00'), () => arrive(other.id, agent))).body.status).toBe('attended')
  })

  it('is not recorded before the start, nor by staff for themselves (34)', async () => {
    const cookie = await somebody()
    const { id } = await book(cookie)
    for (const attended of [true, false])
      expect((await during(addMinutes(at('08:00'), -1), () => mark(id, attended))).body.code).toBe(
        'not-started',
      )
    const own = await book(agent)
    await during(at('09:00'), async () => {
      for (const attended of [true, false])
        expect(await mark(own.id, attended)).toMatchObject({ status: 403 })
      expect((await mark(id, false)).body.status).toBe('no-show')
      expect((await mark(id, true, cookie)).body.code).toBe('not-found')
      expect((await arrive(id, cookie)).body).toMatchObject({
        code: 'already-answered',
        bookingStatus: 'no-show',
      })
    })
    const late = await during(addMinutes(at('12:00'), 30 * 24 * 60), async () =>
      mark(id, true, await api.signIn('agent@example.org')),
    )
    expect(late.body).toMatchObject({ code: 'attendance-closed', days: 30 })
  })

  it('frees the units of a no-show, and takes them back only while nobody else has them', async () => {
    const [late, next] = [await somebody(), await somebody()]
    const { id } = await book(late, { space: 'seul' })
    await during(at('08:00'), async () => {
      expect((await mark(id, false)).body.status).toBe('no-show')
      expect((await mark(id, true)).body.status).toBe('attended')
      expect((await mark(id, false)).body.status).toBe('no-show')
      expect((await book(next, { space: 'seul', start: '08:15' })).status).toBe('confirmed')
      expect(await mark(id, true)).toMatchObject({ status: 409, body: { code: 'taken' } })
    })
    expect((await api.deps.bookings.findBooking(id as BookingId))?.status).toBe('no-show')
    expect((await reconcile(table, aSite().id)).faults).toEqual([])
  })
})
