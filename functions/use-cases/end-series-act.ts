import type { SeriesId } from '../../shared/domain/ids.ts'
import type { OpenAct } from '../../shared/domain/series.ts'
import { dueActsOf, openActOf, withEndedAct } from '../../shared/domain/series-act.ts'
import { ContentionError } from '../../shared/store/contention.ts'
import { retryContended } from '../../shared/store/retry.ts'
import type { Dependencies } from '../dependencies.ts'
import { bookingsOf } from './read-series.ts'

/** The write is what tells of it. An act that has ended is not ended again. */
export const endSeriesAct = (
  { id, ...act }: Pick<OpenAct, 'kind' | 'by'> & { readonly id: SeriesId },
  deps: Pick<Dependencies, 'series'>,
): Promise<void> =>
  retryContended(async () => {
    const series = (await deps.series.findSeries(id))?.series
    const open = series && openActOf(series, act)
    if (!open) return
    const dates = await bookingsOf(series, deps)
    const ended = withEndedAct(series, open, dates)
    const [first] = ended.told?.changed ?? []
    const booking = dates.find(({ ruleDate }) => ruleDate === first)?.booking
    if (!(await deps.series.endAct(series, ended, booking))) throw new ContentionError('changed')
  })

/** Tells what interrupted acts have changed, though nobody went on with them. */
export const endDueActs = async (id: SeriesId, deps: Pick<Dependencies, 'series' | 'now'>): Promise<void> => {
  const found = await deps.series.findSeries(id)
  for (const act of found ? dueActsOf(found.series, deps.now()) : []) await endSeriesAct({ ...act, id }, deps)
}
