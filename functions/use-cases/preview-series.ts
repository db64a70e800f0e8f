import type { SignedInHolder } from '../../shared/domain/holder.ts'
import type { SeriesId } from '../../shared/domain/ids.ts'
import { ok, type Result } from '../../shared/domain/result.ts'
import type { Dependencies } from '../dependencies.ts'
import { idOf } from './hash.ts'
import { type PlannedSeries, planSeries, type SeriesPlanRefusal, type SeriesRequest } from './plan-series.ts'
import { datesOf, type SeriesDate } from './read-series.ts'
import type { SessionToken } from './session-token.ts'
import { checkDates, startSeriesRun, type WholeSeriesRefusal } from './try-dates.ts'

type PreviewSeries = {
  readonly request: SeriesRequest
  readonly holder: SignedInHolder
  readonly token: SessionToken
}

export type SeriesPreview = PlannedSeries & { readonly dates: readonly SeriesDate[] }

/** The dates that `bookSeries` would book now, and why it would refuse the others; writes nothing. */
export const previewSeries = async (
  { request, holder, token }: PreviewSeries,
  deps: Dependencies,
): Promise<Result<SeriesPreview, SeriesPlanRefusal | WholeSeriesRefusal>> => {
  const id = idOf('series-preview', holder.id) as SeriesId
  const planned = await planSeries({ id, request, by: holder }, deps)
  if (!planned.ok) return planned
  const refusals = await checkDates(planned.value.series, startSeriesRun(token), deps)
  if (!refusals.ok) return refusals
  const dates = datesOf({ ...planned.value.series, refusals: refusals.value }, [])
  return ok({ ...planned.value, dates })
}
