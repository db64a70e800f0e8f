import { purgeStore } from '../../../shared/store/purge-store.ts'
import { dependenciesOn } from '../../dependencies.ts'
import { handle } from '../../invocation/handle.ts'
import { tables } from '../../start-dependencies.ts'
import { purgePast } from './purge-past.ts'

const { table, ...beside } = tables()
const run = purgePast({ ...dependenciesOn(table, undefined, beside), purges: purgeStore(table) })

export const handler = handle(run, (_, counts) => counts)
