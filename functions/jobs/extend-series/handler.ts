import { dependencies } from '../../dependencies.ts'
import { handle } from '../../invocation/handle.ts'
import { extendAllSeries } from './extend-all-series.ts'

export const handler = handle(extendAllSeries(dependencies()), (_, counts) => counts)
