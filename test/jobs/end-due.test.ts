import { PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
import { beforeEach, describe, expect, it } from 'vitest'
import { endDue } from '../../functions/jobs/end-due/end-due.ts'
import type { BookingId, Hash, WorkshopId } from '../../shared/domain/ids.ts'
import { addMinutes, type Instant, instantAt } from '../../shared/domain/instant.ts'
import type { Table } from '../../shared/store/client.ts'
import { bookingKey, dueKey } from '../../shared/store/keys/booking-keys.ts'
import { lentSpace, quietly } from '../proof/house.ts'
import { reconcile } from '../proof/reconcile.ts'
import { aBookingBody, aKey, anApi } from '../support/api.ts'
import { aBooking, aSite, MONDAY_EVENING, NOW, PARIS, TUESDAY, time } from '../support/builders.ts'
import { engines, freshTable } from '../support/engine.ts'
import { seed } from '../support/seed.ts'
import { type Api, aWaitlistEntry, holderOf, offeredTo } from '../support/waitlist-entry.ts'

const at = (text: string): Instant => instantAt(TUESDAY, time(text), PARIS)
const AFTER = MONDAY_EVENING

describe.each(engines)('a due booking on $name', (engine) => {
  let table: Table
  let api: Api
  let people = 0
  const somebody = async () => {
    const email = `due-${people++}@example.org`
    return { cookie: await api.signIn(email), id: await holderOf(api, email) }
  }
  const book = async (cookie: string, changes: Record<string, unknown> = {}) => {
    const body = aBookingBody({ space: 'seul', ...changes })
    return (await api.call('POST', '/bookings', { body, headers: aKey(), cookie })).body
  }
  const run = (now: Instant) => {
    api.clock.now = now
    return quietly(() => endDue(api.deps))
  }
  const stored = (id: string) => api.deps.bookings.findBooking(id as BookingId)
  const dueItems = async () => {
    const { Items = [] } = await table.client.send(
      new ScanCommand({ TableName: table.name, ConsistentRead: true }),
    )
    return Items.filter(({ pk }) => pk?.S === 'DUE').length
  }

  beforeEach(async () => {
    table = await freshTable(engine)
    await seed(table, aSite(), [
      lentSpace('salle', { capacity: 3, approval: { hours: 24 } }),
      lentSpace('seul', { capacity: 1, checkIn: { opensMinutes: 30, closesMinutes: 15, releases: true } }),
    ])
    api = anApi(table)
  })

  it('is left alone before its time', async () => {
    const { cookie } = await somebody()
    const { id } = await book(cookie, { space: 'salle' })
    expect(await run(addMinutes(AFTER, -1))).toEqual({ ended: 0, dropped: 0, failed: 0 })
    expect((await stored(id))?.status).toBe('requested')
    expect(await dueItems()).toBe(1)
  })

  it('is ended if it is an unanswered request', async () => {
    const { cookie } = await somebody()
    const { id } = await book(cookie, { space: 'salle' })
    expect(await run(AFTER)).toEqual({ ended: 1, dropped: 0, failed: 0 })
    expect(await stored(id)).toMatchObject({ status: 'cancelled', cause: 'lapsed' })
    expect(await dueItems()).toBe(0)
  })

  it('is marked as a no-show if nobody came, and its units are offered', async () => {
    const [late, waiter] = [await somebody(), await somebody()]
    const { id } = await book(late.cookie)
    const wait = aWaitlistEntry(waiter.id, { space: 'seul' as never, start: time('10:00'), quarters: 8 })
    await api.deps.waitlist.addEntry({ wait, requestHash: '-' as never })
    expect(await run(at('08:15'))).toEqual({ ended: 1, dropped: 0, failed: 0 })
    expect((await stored(id))?.status).toBe('no-show')
    expect(await stored(await offeredTo(api, wait))).toMatchObject({
      status: 'offered',
      claimBy: at('10:15'),
    })
    expect((await reconcile(table, aSite().id)).faults).toEqual([])
  })

  it('goes on to the next person if its offer expires', async () => {
    const [owner, first, second] = [await somebody(), await somebody(), await somebody()]
    const { id } = await book(owner.cookie)
    const waits = [first, second].map((each) => aWaitlistEntry(each.id, { space: 'seul' as never }))
    for (const wait of waits) await api.deps.waitlist.addEntry({ wait, requestHash: '-' as never })
    await api.call('DELETE', `/bookings/${id}`, { cookie: owner.cookie })
    const lapsing = await offeredTo(api, waits[0] as never)
    expect(await run(addMinutes(NOW, 12 * 60))).toEqual({ ended: 1, dropped: 0, failed: 0 })
    expect(await stored(lapsing)).toMatchObject({ status: 'cancelled', cause: 'lapsed' })
    expect((await stored(await offeredTo(api, waits[1] as never)))?.status).toBe('offered')
  })

  it('only loses its due item if it has changed, is gone, or belongs to a workshop', async () => {
    const here = await somebody()
    const { id } = await book(here.cookie)
    api.clock.now = at('08:00')
    await api.call('POST', `/bookings/${id}/check-in`, { cookie: here.cookie })
    const seat = aBooking({
      id: 's'.repeat(20) as BookingId,
      workshop: 'w' as WorkshopId,
      claimBy: at('08:15'),
    })
    await api.deps.bookings.addBooking(seat, '-' as Hash)
    for (const left of [id, 'gone'] as BookingId[]) {
      const item = { ...dueKey(at('08:00'), left), id: left }
      await table.client.send(new PutItemCommand({ TableName: table.name, Item: marshall(item) }))
    }
    expect(await run(at('09:00'))).toEqual({ ended: 0, dropped: 3, failed: 0 })
    expect([(await stored(id))?.status, (await stored(seat.id))?.status]).toEqual(['attended', 'confirmed'])
    expect(await dueItems()).toBe(0)
  })

  it('is ended once by two runs at the same time', async () => {
    const holders = await Promise.all(Array.from({ length: 3 }, somebody))
    for (const { cookie } of holders) await book(cookie, { space: 'salle' })
    const runs = await Promise.all([run(AFTER), run(AFTER)])
    expect(runs.map(({ failed }) => failed)).toEqual([0, 0])
    expect(runs.reduce((all, { ended }) => all + ended, 0)).toBe(3)
    expect(await dueItems()).toBe(0)
    expect((await reconcile(table, aSite().id)).faults).toEqual([])
  })

  it('does not stop the others when it cannot be read, and is counted', async () => {
    const { cookie } = await somebody()
    const { id } = await book(cookie, { space: 'salle' })
    const poison = 'p'.repeat(20) as BookingId
    for (const item of [
      { ...bookingKey(poison), id: poison, date: 12 },
      { ...dueKey(NOW, poison), id: poison },
    ])
      await table.client.send(new PutItemCommand({ TableName: table.name, Item: marshall(item) }))
    expect(await run(AFTER)).toEqual({ ended: 1, dropped: 0, failed: 1 })
    expect((await stored(id))?.status).toBe('cancelled')
  })
})
