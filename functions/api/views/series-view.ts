import type { SeriesDateView, SeriesPreviewView, SeriesView } from '../../../shared/contracts/series-views.ts'
import { type Booking, referenceOf } from '../../../shared/domain/booking.ts'
import { formatQuarter } from '../../../shared/domain/quarter.ts'
import type { Series } from '../../../shared/domain/series.ts'
import type { SeriesPreview } from '../../use-cases/preview-series.ts'
import type { SeriesDate, SeriesReport } from '../../use-cases/read-series.ts'
import { viewOfFreeRange } from './site-view.ts'

const viewOfPlace = ({ id, status, cause, note, space, start, end }: Booking) => ({
  booking: id,
  reference: referenceOf(id),
  status,
  space,
  start: formatQuarter(start),
  end: formatQuarter(end),
  ...(status === 'cancelled' && { cause, note }),
})

export const viewOfSeriesDate = (each: SeriesDate): SeriesDateView => {
  const { date, ruleDate, booking, moved, refusal, alternatives } = each
  return {
    ...refusal?.facts,
    date,
    ruleDate,
    ...(booking && viewOfPlace(booking)),
    ...(moved && { moved }),
    ...(refusal && { refusal: refusal.kind }),
    ...(alternatives && {
      alternatives: alternatives.map((each) => ({
        space: each.space,
        date: each.date,
        ...viewOfFreeRange(each),
      })),
    }),
  }
}

const viewOfRolling = ({ rolling }: Pick<Series, 'rolling'>) => ({
  rolling: rolling !== undefined,
  ...(rolling?.until && { until: rolling.until }),
})

export const viewOfPreview = ({ series, lastDate, dates }: SeriesPreview): SeriesPreviewView => ({
  ...viewOfRolling(series),
  lastDate,
  dates: dates.map(viewOfSeriesDate),
})

export const viewOfSeries = ({ series, site, space, dates }: SeriesReport): SeriesView => ({
  id: series.id,
  ...viewOfRolling(series),
  state: series.state,
  mode: series.mode,
  rule: series.rule,
  site,
  space: space ?? { id: series.space, name: series.space },
  start: formatQuarter(series.start),
  end: formatQuarter(series.end),
  use: series.use,
  places: series.places,
  dates: dates.map(viewOfSeriesDate),
})
