import { beforeAll, describe, expect, it } from 'vitest'
import type { Booking } from '../../shared/domain/booking.ts'
import { cancelled } from '../../shared/domain/booking-state.ts'
import type { BookingId, Hash, HolderId, SpaceId } from '../../shared/domain/ids.ts'
import { type BookingStore, bookingStore } from '../../shared/store/booking-store.ts'
import { readItems, type Table } from '../../shared/store/client.ts'
import { bookingKey } from '../../shared/store/keys/booking-keys.ts'
import { aBooking, date, NOW, range } from '../support/builders.ts'
import { engines, freshTable } from '../support/engine.ts'

const HASH = 'a-hash' as Hash
let count = 0
const booking = (changes: Partial<Booking> = {}): Booking =>
  aBooking({
    id: `b${String(count++).padStart(19, '0')}` as BookingId,
    holder: `h${String(count).padStart(19, '0')}` as HolderId,
    ...changes,
  })

describe.each(engines)('the booking store on $name', (engine) => {
  let table: Table
  let store: BookingStore
  beforeAll(async () => {
    table = await freshTable(engine)
    store = bookingStore(table)
  })

  const factsOf = (of: Booking) => store.readBookingFacts({ ...of, session: 'none' as Hash, now: NOW })
  const occupancyOf = async (of: Booking) => (await factsOf(of)).occupancyOf(of.space)

  it('takes the places of a booking in each of its quarters and no other', async () => {
    const taken = booking({ space: 'a' as SpaceId, ...range('08:00-09:00'), places: 2 })
    expect(await store.addBooking(taken, HASH)).toBeUndefined()
    expect(await occupancyOf(taken)).toEqual({ 32: 2, 33: 2, 34: 2, 35: 2 })
  })

  it('fills an occupancy to its capacity and refuses one more', async () => {
    const space = 'b' as SpaceId
    expect(await store.addBooking(booking({ space, places: 3 }), HASH)).toBeUndefined()
    expect(await store.addBooking(booking({ space, places: 2 }), HASH)).toBeUndefined()
    const refused = booking({ space, ...range('11:45-13:00') })
    expect(await store.addBooking(refused, HASH)).toBe('taken')
    expect(await occupancyOf(refused)).not.toHaveProperty('48')
    expect(await store.findBooking(refused.id)).toBeUndefined()
  })

  it('takes a whole day of 96 quarters in one transaction', async () => {
    const day = booking({ space: 'c' as SpaceId, ...range('00:00-24:00') })
    expect(await store.addBooking(day, HASH)).toBeUndefined()
    expect(Object.keys(await occupancyOf(day))).toHaveLength(96)
  })

  it('writes a booking once', async () => {
    const once = booking({ space: 'd' as SpaceId })
    expect(await store.addBooking(once, HASH)).toBeUndefined()
    expect(await store.addBooking(once, HASH)).toBe('changed')
    expect((await occupancyOf(once))[32]).toBe(1)
  })

  it('refuses a holder two places at the same time', async () => {
    const first = booking({ space: 'e' as SpaceId })
    await store.addBooking(first, HASH)
    const second = booking({ space: 'f' as SpaceId, holder: first.holder, ...range('11:00-13:00') })
    expect(await store.addBooking(second, HASH)).toBe('holder-busy')
    expect(await occupancyOf(second)).toEqual({})
  })

  it('frees exactly what a booking took, once, though it is cancelled ten times at once', async () => {
    const space = 'g' as SpaceId
    await store.addBooking(booking({ space, places: 1 }), HASH)
    const dropped = booking({ space, places: 3 })
    await store.addBooking(dropped, HASH)
    await Promise.all(
      Array.from({ length: 10 }, () =>
        store.change([{ from: dropped, to: cancelled(dropped, 'holder') }], NOW),
      ),
    )
    expect((await occupancyOf(dropped))[32]).toBe(1)
    expect((await store.findBooking(dropped.id))?.status).toBe('cancelled')
    const facts = await factsOf(dropped)
    expect(facts.holderOccupancy[32]).toBe(0)
  })

  it('lists the bookings of one holder, those to come soonest first, past ones latest first', async () => {
    const early = booking({ space: 'h' as SpaceId, ...range('08:00-09:00') })
    const late = booking({ space: 'h' as SpaceId, ...range('10:00-11:00'), holder: early.holder })
    await store.addBooking(early, HASH)
    await store.addBooking(late, HASH)
    await store.addBooking(booking({ space: 'h' as SpaceId }), HASH)
    const listed = async (from: string) =>
      (await store.listBookings(early.holder, date(from), 10)).map(({ id }) => id)
    expect(await listed('2026-11-24')).toEqual([early.id, late.id])
    expect(await listed('2026-11-25')).toEqual([late.id, early.id])
  })

  it('books as many of fifty people at once as there are places', async () => {
    const contenders = Array.from({ length: 50 }, () => booking({ space: 'i' as SpaceId }))
    const answers = await Promise.all(contenders.map((each) => store.addBooking(each, HASH)))
    expect(answers.filter((answer) => answer === undefined)).toHaveLength(5)
    expect(answers.filter((answer) => answer === 'taken')).toHaveLength(45)
  })

  it('reads more items than one batch holds, each asked for twice', async () => {
    const all = await Promise.all(
      Array.from({ length: 120 }, async (_, at) => {
        const each = booking({ space: `many-${at}` as SpaceId })
        expect(await store.addBooking(each, HASH)).toBeUndefined()
        return bookingKey(each.id)
      }),
    )
    const items = await readItems(table, [...all, ...all])
    expect(items.map((item) => item?.pk)).toEqual([...all, ...all].map(({ pk }) => pk))
  })
})
