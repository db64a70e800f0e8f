import type { TransactWriteItem } from '@aws-sdk/client-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
import type { Booking } from '../domain/booking.ts'
import { sheetChanges, type Taking } from '../domain/footprint.ts'
import { bookingItem, standInItem, startsLocalOf } from './booking-item.ts'
import type { Table } from './client.ts'
import { bookingKey, daySheetKey, type Hash, holderSheetKey, siteBookingKey } from './keys.ts'
import { changeCounters } from './sheet-item.ts'
import { transact } from './transact.ts'

/** What stood in the way when it was written: the booking is not as it was read, a sheet is full, the holder is busy. */
export type BookingConflict = 'changed' | 'taken' | 'holder-busy'

type Write = TransactWriteItem & { readonly conflict?: BookingConflict }

/** Answers what stood in the way, or undefined when all was written. */
export const write = async (table: Table, writes: readonly Write[]): Promise<BookingConflict | undefined> => {
  const failed = await transact(
    table,
    writes.map(({ conflict: _, ...item }) => item),
  )
  if (!failed) return undefined
  const first = writes.find((_, at) => failed[at])?.conflict
  if (!first) throw new Error('a write without a condition was refused')
  return first
}

const sheetWrites = (table: Table, { site }: Booking, freed: readonly Taking[], taken: readonly Taking[]): Write[] =>
  sheetChanges(freed, taken).map((change) => ({
    Update: changeCounters(table, daySheetKey(site, change.date, change.space), change),
    conflict: 'taken',
  }))

/** A person's own day is a sheet of capacity 1: nobody is in two places at once. */
const ownTime = ({ space, date, start, end }: Booking): Taking => ({ space, date, start, end, places: 1, capacity: 1 })

const ownDayWrites = (table: Table, from: Booking | undefined, to: Booking | undefined): Write[] => {
  const [freed, taken] = [from ? [ownTime(from)] : [], to ? [{ ...ownTime(to), space: (from ?? to).space }] : []]
  const holder = (to ?? from)?.holder
  if (!holder) return []
  return sheetChanges(freed, taken).map((change) => ({
    Update: changeCounters(table, holderSheetKey(holder, change.date), change),
    conflict: 'holder-busy',
  }))
}

const putStandIn = (table: Table, booking: Booking): Write => ({
  Put: { TableName: table.name, Item: marshall(standInItem(booking)) },
})

const deleteStandIn = (table: Table, { site, date, id }: Booking): Write => ({
  Delete: { TableName: table.name, Key: marshall(siteBookingKey(site, date, id)) },
})

/** The booking is its own idempotency record: put once, on condition that it is absent. */
export const additionOf = (table: Table, booking: Booking, requestHash: Hash): Write[] => [
  {
    Put: {
      TableName: table.name,
      Item: marshall(bookingItem(booking, requestHash)),
      ConditionExpression: 'attribute_not_exists(pk)',
    },
    conflict: 'changed',
  },
  putStandIn(table, booking),
  ...sheetWrites(table, booking, [], booking.takings),
  ...ownDayWrites(table, undefined, booking),
]

/** Changes a booking, on condition that it is confirmed and where it was read. */
const bookingUpdate = (table: Table, { id, revision }: Booking, changes: Readonly<Record<string, unknown>>): Write => ({
  Update: {
    TableName: table.name,
    Key: marshall(bookingKey(id)),
    UpdateExpression: `SET ${Object.keys(changes)
      .map((name) => `#${name} = :${name}`)
      .join(', ')}`,
    ConditionExpression: '#status = :confirmed AND #revision = :read',
    ExpressionAttributeNames: Object.fromEntries(
      [...new Set([...Object.keys(changes), 'status', 'revision'])].map((name) => [`#${name}`, name]),
    ),
    ExpressionAttributeValues: marshall({
      ':confirmed': 'confirmed',
      ':read': revision,
      ...Object.fromEntries(Object.entries(changes).map(([name, value]) => [`:${name}`, value])),
    }),
  },
  conflict: 'changed',
})

export const cancellationOf = (table: Table, booking: Booking): Write[] => [
  bookingUpdate(table, booking, { status: 'cancelled' }),
  deleteStandIn(table, booking),
  ...sheetWrites(table, booking, booking.takings, []),
  ...ownDayWrites(table, booking, undefined),
]

export const moveOf = (table: Table, from: Booking, to: Booking): Write[] => {
  const { space, date, start, end, places, use, takings, revision } = to
  return [
    bookingUpdate(table, from, {
      space,
      date,
      start,
      end,
      places,
      use,
      takings,
      revision,
      startsLocal: startsLocalOf(to),
    }),
    ...(from.date === date ? [] : [deleteStandIn(table, from), putStandIn(table, to)]),
    ...sheetWrites(table, to, from.takings, takings),
    ...ownDayWrites(table, from, to),
  ]
}
