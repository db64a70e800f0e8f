import { ConditionalCheckFailedException, PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
import type { Booking, BookingId } from '../domain/booking.ts'
import type { DateRefusals, Series, SeriesId, SeriesState } from '../domain/series.ts'
import { bookingOf, requestHashOf } from './booking-item.ts'
import { readItems, type Table } from './client.ts'
import { bookingKey, type Hash, seriesKey } from './keys.ts'
import { seriesOf } from './series-item.ts'

/*
 | access                | how                                          | consistency |
 | a series              | get by id                                    | strong      |
 | begin one             | put, on condition that it is absent          |             |
 | finish one, once      | update, on condition that it is `booking`    |             |
 | the bookings of one   | batch get by id                              | strong      |
*/

export type StoredSeries = { readonly series: Series; readonly requestHash: Hash }

const MOST_AT_ONCE = 100

/** False when its condition refused. */
const written = async (write: Promise<unknown>): Promise<boolean> => {
  try {
    await write
    return true
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false
    throw error
  }
}

export const seriesStore = (table: Table) => ({
  findSeries: async (id: SeriesId): Promise<StoredSeries | undefined> => {
    const [item] = await readItems(table, [seriesKey(id)])
    return item && { series: seriesOf(item), requestHash: requestHashOf(item) }
  },

  /** False when it had been begun before. */
  addSeries: (series: Series, requestHash: Hash): Promise<boolean> =>
    written(
      table.client.send(
        new PutItemCommand({
          TableName: table.name,
          Item: marshall({ ...seriesKey(series.id), ...series, requestHash }),
          ConditionExpression: 'attribute_not_exists(pk)',
        }),
      ),
    ),

  /** Says once, for ever, how a series ended; false when that had been said before. */
  finishSeries: (id: SeriesId, state: Exclude<SeriesState, 'booking'>, refusals: DateRefusals): Promise<boolean> =>
    written(
      table.client.send(
        new UpdateItemCommand({
          TableName: table.name,
          Key: marshall(seriesKey(id)),
          UpdateExpression: 'SET #state = :state, refusals = :refusals',
          ConditionExpression: '#state = :booking',
          ExpressionAttributeNames: { '#state': 'state' },
          ExpressionAttributeValues: marshall(
            { ':state': state, ':refusals': refusals, ':booking': 'booking' },
            { removeUndefinedValues: true },
          ),
        }),
      ),
    ),

  /** In the order of the ids; undefined where none was booked. */
  findBookings: async (ids: readonly BookingId[]): Promise<(Booking | undefined)[]> => {
    const found: (Booking | undefined)[] = []
    for (let at = 0; at < ids.length; at += MOST_AT_ONCE) {
      const items = await readItems(table, ids.slice(at, at + MOST_AT_ONCE).map(bookingKey))
      found.push(...items.map((item) => item && bookingOf(item)))
    }
    return found
  },
})
