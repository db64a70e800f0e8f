import type { SeriesDateView, SeriesView } from '../../shared/contracts/series-views.ts'
import { referenceOf } from '../../shared/domain/booking.ts'
import { formatQuarter } from '../../shared/domain/quarter.ts'
import type { SeriesDate, SeriesReport } from './use-cases/read-series.ts'
import { viewOfFree } from './views.ts'

export const viewOfSeriesDate = ({ date, booking, refusal, alternatives }: SeriesDate): SeriesDateView => ({
  ...refusal?.facts,
  date,
  ...(booking && { booking: booking.id, reference: referenceOf(booking.id), status: booking.status }),
  ...(booking?.status === 'cancelled' && { cause: booking.cause, note: booking.note }),
  ...(refusal && { refusal: refusal.kind }),
  ...(alternatives && {
    alternatives: alternatives.map((each) => ({ space: each.space, date: each.date, ...viewOfFree(each) })),
  }),
})

export const viewOfSeries = ({ series, site, space, dates }: SeriesReport): SeriesView => ({
  id: series.id,
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
