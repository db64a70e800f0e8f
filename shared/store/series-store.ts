import type { TransactWriteItem } from '@aws-sdk/client-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
import type { Booking } from '../domain/booking.ts'
import type { BookingId, Hash, HolderId, SeriesId } from '../domain/ids.ts'
import type { Series } from '../domain/series.ts'
import { bookingOf, requestHashOf } from './booking-item.ts'
import { queryRange, readItems, type Table } from './client.ts'
import { queryHolder } from './holder-index.ts'
import { allRollingSeries, bookingKey, rollingSeriesKey, seriesKey } from './keys.ts'
import { seriesOfHolder, seriesSort } from './privacy-keys.ts'
import { retryContended } from './retry.ts'
import { rollingSeriesOf, seriesOf } from './series-item.ts'
import { transact } from './transact.ts'

/*
 | access              | how                                                                          | consistency |
 | a series            | get by id                                                                    | strong      |
 | begin one           | transaction: series (absent), its rolling entry among those that roll        |             |
 | change one          | transaction: series (same revision), its rolling entry when it rolls no more |             |
 | all that roll       | query of their partition                                                     | strong      |
 | those of a holder   | query of the index by-holder                                                 | eventual    |
 | forget one          | transaction: series and rolling entry                                        |             |
 | the bookings of one | batch get by id                                                              | strong      |
*/

export type StoredSeries = { readonly series: Series; readonly requestHash: Hash }

export type SeriesChanges = Partial<Omit<Series, 'id' | 'revision' | 'holder' | 'site' | 'createdAt'>>

const changeOf = (table: Table, { id, revision }: Series, changes: SeriesChanges): TransactWriteItem => {
  const all = Object.entries({ ...changes, revision: revision + 1 })
  const set = all.filter(([, value]) => value !== undefined)
  const removed = all.filter(([, value]) => value === undefined)
  const assignments = set.map(([name]) => `#${name} = :${name}`).join(', ')
  const removals = removed.map(([name]) => `#${name}`).join(', ')
  return {
    Update: {
      TableName: table.name,
      Key: marshall(seriesKey(id)),
      UpdateExpression: `SET ${assignments}${removals && ` REMOVE ${removals}`}`,
      ConditionExpression: '#revision = :read',
      ExpressionAttributeNames: Object.fromEntries(all.map(([name]) => [`#${name}`, name])),
      ExpressionAttributeValues: marshall(
        { ':read': revision, ...Object.fromEntries(set.map(([name, value]) => [`:${name}`, value])) },
        { removeUndefinedValues: true },
      ),
    },
  }
}

/** False when a condition refused. */
const written = async (table: Table, writes: TransactWriteItem[]): Promise<boolean> =>
  !(await retryContended(() => transact(table, writes)))

export const seriesStore = (table: Table) => ({
  findSeries: async (id: SeriesId): Promise<StoredSeries | undefined> => {
    const [item] = await readItems(table, [seriesKey(id)])
    return item && { series: seriesOf(item), requestHash: requestHashOf(item) }
  },

  /** False when it had been begun before. */
  addSeries: (series: Series, requestHash: Hash): Promise<boolean> => {
    const put = (item: object, ConditionExpression?: string) => ({
      Put: {
        TableName: table.name,
        Item: marshall(item, { removeUndefinedValues: true }),
        ...(ConditionExpression && { ConditionExpression }),
      },
    })
    const writes = [
      put(
        { ...seriesKey(series.id), ...series, requestHash, startsLocal: seriesSort(series) },
        'attribute_not_exists(pk)',
      ),
    ]
    if (series.rolling) writes.push(put({ ...rollingSeriesKey(series.id), id: series.id }))
    return written(table, writes)
  },

  /** False when it is no longer as it was read. What changes to undefined is left out from then on. */
  changeSeries: (series: Series, changes: SeriesChanges): Promise<boolean> => {
    const siteIndexEntry = { TableName: table.name, Key: marshall(rollingSeriesKey(series.id)) }
    const ends = series.rolling && 'rolling' in changes && !changes.rolling
    return written(table, [changeOf(table, series, changes), ...(ends ? [{ Delete: siteIndexEntry }] : [])])
  },

  listRollingSeries: async (): Promise<SeriesId[]> =>
    (await queryRange(table, allRollingSeries, { consistent: true })).map(rollingSeriesOf),

  listSeries: async (holder: HolderId): Promise<Series[]> =>
    (await queryHolder(table, holder, seriesOfHolder)).map(seriesOf),

  /** Leaves its dates as they are. */
  removeSeries: async ({ id }: Series): Promise<void> => {
    const keys = [seriesKey(id), rollingSeriesKey(id)]
    await written(
      table,
      keys.map((key) => ({ Delete: { TableName: table.name, Key: marshall(key) } })),
    )
  },

  /** In the order of the ids; undefined where none was booked. */
  findBookings: async (ids: readonly BookingId[]): Promise<(Booking | undefined)[]> => {
    const items = await readItems(table, ids.map(bookingKey))
    return items.map((item) => item && bookingOf(item))
  },
})
