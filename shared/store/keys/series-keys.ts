import type { SeriesId } from '../../domain/ids.ts'
import type { Series } from '../../domain/series.ts'
import { beginningWith, EVERYTHING, type Key, type PartitionRange, sortable } from './key.ts'

export const ALL_SERIES = 'SERIES#'
export const seriesKey = (id: SeriesId): Key => ({ pk: `${ALL_SERIES}${id}`, sk: 'SERIES' })

/** One partition of those whose rule has no end: they are found without a scan. */
export const rollingSeriesKey = (id: SeriesId): Key => ({ pk: 'ROLLING', sk: id })
export const allRollingSeries: PartitionRange = { pk: 'ROLLING', ...EVERYTHING }

export const seriesOfHolder = beginningWith(ALL_SERIES)
export const seriesSort = ({ createdAt, id }: Pick<Series, 'createdAt' | 'id'>): string =>
  `${ALL_SERIES}${sortable(createdAt)}#${id}`
