import { UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
import { beforeEach, describe, expect, it } from 'vitest'
import { reconcileSite } from '../../functions/jobs/reconcile-counters/reconcile-site.ts'
import { cancelled } from '../../shared/domain/booking-state.ts'
import type { BookingId, Hash, HolderId } from '../../shared/domain/ids.ts'
import { type BookingStore, bookingStore } from '../../shared/store/booking-store.ts'
import type { Table } from '../../shared/store/client.ts'
import { closedDayStore } from '../../shared/store/closed-day-store.ts'
import { occupancyKey } from '../../shared/store/keys/site-keys.ts'
import { occupancyStore } from '../../shared/store/occupancy-store.ts'
import { aBooking, date, NOW, range, TUESDAY } from '../support/builders.ts'
import { engines, freshTable } from '../support/engine.ts'

const HASH = 'a-hash' as Hash
const booking = (name: string, changes = {}) =>
  aBooking({
    id: name.padEnd(20, '0') as BookingId,
    holder: `h-${name}` as HolderId,
    ...range('08:00-09:00'),
    ...changes,
  })

describe.each(engines)('a reconciliation on $name', (engine) => {
  let table: Table
  let bookings: BookingStore
  beforeEach(async () => {
    table = await freshTable(engine)
    bookings = bookingStore(table)
    for (const each of [
      booking('a'),
      booking('b', { places: 2 }),
      booking('c', { date: date('2026-11-25') }),
    ]) {
      expect(await bookings.addBooking(each, HASH)).toBeUndefined()
    }
  })

  const reconcile = (mend = false, deps = {}) =>
    reconcileSite(
      { site: aBooking().site, from: TUESDAY, to: date('2026-11-30'), mend },
      { bookings, closedDays: closedDayStore(table), occupancies: occupancyStore(table), ...deps },
    )

  const corrupt = (quarter: number, places: number) =>
    table.client.send(
      new UpdateItemCommand({
        TableName: table.name,
        Key: marshall(occupancyKey(aBooking().site, TUESDAY, aBooking().space)),
        UpdateExpression: `SET q${quarter} = :places`,
        ExpressionAttributeValues: marshall({ ':places': places }),
      }),
    )

  it('finds nothing where the counters are the sums of the bookings', async () => {
    const dropped = booking('b', { places: 2 })
    await bookings.change([{ from: dropped, to: cancelled(dropped, 'holder') }], NOW)
    expect(await reconcile()).toEqual({ occupancies: 2, unsettled: 0, found: [], mended: 0 })
  })

  it('names the quarter that differs, and mends it when asked to (12)', async () => {
    await corrupt(33, 1)
    await corrupt(50, 2)
    const { found } = await reconcile()
    expect(found).toMatchObject([
      { date: TUESDAY, space: 'bureau', quarter: 33, counted: 1, expected: 3 },
      { date: TUESDAY, space: 'bureau', quarter: 50, counted: 2, expected: 0 },
    ])
    expect((await reconcile(true)).mended).toBe(2)
    expect((await reconcile()).found).toEqual([])
  })

  it('does not judge an occupancy that changes during the check', async () => {
    await corrupt(33, 1)
    const listSiteBookings: BookingStore['listSiteBookings'] = async (...range) => {
      const listed = await bookings.listSiteBookings(...range)
      await bookings.addBooking(booking('d'), HASH)
      return listed
    }
    expect(await reconcile(true, { bookings: { listSiteBookings } })).toEqual({
      occupancies: 2,
      unsettled: 1,
      found: [],
      mended: 0,
    })
  })

  it('mends nothing that has changed since the check', async () => {
    await corrupt(33, 1)
    const occupancies = occupancyStore(table)
    const mendOccupancy: typeof occupancies.mendOccupancy = async (...found) => {
      await bookings.addBooking(booking('d'), HASH)
      return occupancies.mendOccupancy(...found)
    }
    expect((await reconcile(true, { occupancies: { ...occupancies, mendOccupancy } })).mended).toBe(0)
  })
})
