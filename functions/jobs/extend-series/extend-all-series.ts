import type { Context } from 'aws-lambda'
import type { Dependencies } from '../../dependencies.ts'
import { faultOf, log } from '../../invocation/log.ts'
import { mapAtOnce } from '../../use-cases/at-once.ts'
import { extendSeries } from '../../use-cases/extend-series.ts'

const SERIES_AT_ONCE = 4
/** No series starts with less time left: two hundred dates fit into it. */
const NEEDED_MS = 60_000

type Outcome = 'done' | 'failed' | 'left'

/** Logs failures and throws at the end, so that the run is repeated; repeating books nothing twice. */
export const extendAllSeries =
  (deps: Dependencies) =>
  async (
    _: unknown,
    context: Pick<Context, 'getRemainingTimeInMillis'>,
  ): Promise<{ readonly done: number }> => {
    const ids = await deps.series.listRollingSeries()
    if (ids.length === 0) return { done: 0 }
    const outcomes = await mapAtOnce(ids, SERIES_AT_ONCE, async (id): Promise<Outcome> => {
      if (context.getRemainingTimeInMillis() < NEEDED_MS) return 'left'
      try {
        await extendSeries(id, deps)
        return 'done'
      } catch (error) {
        log('error', 'series not extended', { series: id, ...faultOf(error) })
        return 'failed'
      }
    })
    const count = (wanted: Outcome) => outcomes.filter((outcome) => outcome === wanted).length
    const [done, failed, left] = [count('done'), count('failed'), count('left')]
    if (failed + left > 0) throw new Error(`${failed} series could not be extended, ${left} were left`)
    return { done }
  }
