import type { Booking } from '../domain/booking.ts'
import type { BookingId, Hash, HolderId, SeriesId } from '../domain/ids.ts'
import type { Series } from '../domain/series.ts'
import { actIsDueAt } from '../domain/series-act.ts'
import { bookingOf, requestHashOf } from './booking-item.ts'
import { callWritesOfSeriesAct } from './call-writes.ts'
import { queryRange, readItems, type Table } from './client.ts'
import { when } from './expression.ts'
import { queryHolder } from './holder-index.ts'
import { bookingKey, dueKey } from './keys/booking-keys.ts'
import {
  allRollingSeries,
  rollingSeriesKey,
  seriesKey,
  seriesOfHolder,
  seriesSort,
} from './keys/series-keys.ts'
import { retryContended } from './retry.ts'
import { rollingSeriesOf, seriesOf } from './series-item.ts'
import { storeOf } from './store-of.ts'
import { put, putNew, remove, update, type Write, write } from './write.ts'

/*
 | access              | how                                                    | read     |
 | a series            | get by id                                              | strong   |
 | begin one           | transaction: series (absent), its rolling entry        |          |
 | change one          | transaction: series (same revision), its rolling entry, |         |
 |                     | when to end its open acts                              |          |
 | end an act          | transaction: series (same revision), a call            |          |
 | all that roll       | query of their partition                               | strong   |
 | those of a holder   | query of the index by-holder                           | eventual |
 | forget one          | transaction: series and rolling entry                  |          |
 | the bookings of one | batch get by id                                        | strong   |
*/

type StoredSeries = { readonly series: Series; readonly requestHash: Hash }

export type SeriesChanges = Partial<Omit<Series, 'id' | 'revision' | 'holder' | 'site' | 'createdAt'>>

const changeOf = (table: Table, { id, revision }: Series, changes: SeriesChanges): Write =>
  update(table, seriesKey(id), {
    set: { ...changes, revision: revision + 1 },
    when: when`#revision = ${revision}`,
  })

const written = async (table: Table, writes: readonly Write[]): Promise<boolean> =>
  !(await retryContended(() => write(table, writes)))

const findSeries = async (table: Table, id: SeriesId): Promise<StoredSeries | undefined> => {
  const [item] = await readItems(table, [seriesKey(id)])
  return item && { series: seriesOf(item), requestHash: requestHashOf(item) }
}

/** False when its id is taken. */
const addSeries = (table: Table, series: Series, requestHash: Hash): Promise<boolean> =>
  written(table, [
    putNew(table, { ...seriesKey(series.id), ...series, requestHash, startsLocal: seriesSort(series) }),
    ...(series.rolling ? [put(table, { ...rollingSeriesKey(series.id), id: series.id })] : []),
  ])

/** False when it is not as it was read. A field that changes to undefined is removed. */
const changeSeries = (table: Table, series: Series, changes: SeriesChanges): Promise<boolean> => {
  const begun = changes.acts?.at(-1)
  const ends = series.rolling && 'rolling' in changes && !changes.rolling
  return written(table, [
    changeOf(table, series, changes),
    ...(ends ? [remove(table, rollingSeriesKey(series.id))] : []),
    ...(begun ? [put(table, { ...dueKey(actIsDueAt(begun), series.id), series: series.id })] : []),
  ])
}

/** Opens a call about a `booking` that it changed, where the others are reached by no message. */
const endAct = async (
  table: Table,
  series: Series,
  ended: Pick<Series, 'acts' | 'told'>,
  booking: Booking | undefined,
): Promise<boolean> =>
  written(table, [
    changeOf(table, series, ended),
    ...(ended.told && booking ? await callWritesOfSeriesAct(table, ended.told, booking) : []),
  ])

const listRollingSeries = async (table: Table): Promise<SeriesId[]> =>
  (await queryRange(table, allRollingSeries, { consistent: true })).map(rollingSeriesOf)

const listSeries = async (table: Table, holder: HolderId): Promise<Series[]> =>
  (await queryHolder(table, holder, seriesOfHolder)).map(seriesOf)

/** Its bookings stay. */
const removeSeries = async (table: Table, { id }: Series): Promise<void> => {
  await written(table, [remove(table, seriesKey(id)), remove(table, rollingSeriesKey(id))])
}

const findBookings = async (table: Table, ids: readonly BookingId[]): Promise<(Booking | undefined)[]> => {
  const items = await readItems(table, ids.map(bookingKey))
  return items.map((item) => item && bookingOf(item))
}

export const seriesStore = (table: Table) =>
  storeOf(table, {
    findSeries,
    addSeries,
    changeSeries,
    endAct,
    listRollingSeries,
    listSeries,
    removeSeries,
    findBookings,
  })

export type SeriesStore = ReturnType<typeof seriesStore>
