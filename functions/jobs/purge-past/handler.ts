import middy from '@middy/core'
import type { Context } from 'aws-lambda'
import { purgeStore } from '../../../shared/store/purge-store.ts'
import { dependenciesOn } from '../../dependencies.ts'
import { tables } from '../../start-dependencies.ts'
import { purgePast } from './purge-past.ts'

const { table, ...beside } = tables()
const run = purgePast({ ...dependenciesOn(table, undefined, beside), purges: purgeStore(table) })

export const handler = middy(async (event: unknown, context: Context) => {
  await run(event, context)
})
