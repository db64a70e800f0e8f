import middy from '@middy/core'
import { dependencies } from '../../dependencies.ts'
import { extendAllSeries } from './extend-all-series.ts'

export const handler = middy(extendAllSeries(dependencies()))
