import type { SpaceId } from '../../shared/domain/ids.ts'
import { withOverlappingSpaces } from '../../shared/domain/overlapping-spaces.ts'
import type { Site } from '../../shared/domain/site.ts'
import type { Space } from '../../shared/domain/space.ts'
import type { Table } from '../../shared/store/client.ts'
import { networkStore } from '../../shared/store/network-store.ts'
import { siteStore } from '../../shared/store/site-store.ts'
import { anApi } from '../support/api.ts'
import { anOpening, aSite, aSpace, range } from '../support/builders.ts'
import { freshTable } from '../support/engine.ts'
import { faultyClient, type Plan } from '../support/faulty-client.ts'
import type { RunningEngine } from '../support/start-engines.ts'

export const HOUSE: Site = aSite()

/** Spaces lent from 08:00 to 20:00 every day, for years ahead. */
export const lentSpace = (id: string, changes: Partial<Space> = {}): Space =>
  aSpace({
    id: id as SpaceId,
    openings: [
      anOpening({
        basis: 'fixed',
        window: range('08:00-20:00'),
        weekdays: [1, 2, 3, 4, 5, 6, 7],
        onHolidays: true,
      }),
    ],
    limits: { noticeMinutes: 0, horizonDays: 20_000, shortestQuarters: 1, longestQuarters: 48 },
    ...changes,
  })

/** A site with these spaces, on a table of its own. */
export const aHouse = async (engine: RunningEngine, spaces: readonly Space[]): Promise<Table> => {
  const table = await freshTable(engine)
  const related = withOverlappingSpaces(spaces)
  if (!related.ok) throw new Error(related.error.kind)
  await networkStore(table).writeItems({ sites: [HOUSE], hours: new Map() }, () => {})
  await siteStore(table).lendSpaces(HOUSE.id, related.value)
  return table
}

/** The API on the same table, through a client with faults. Without `retries` the SDK sends once. */
export const faultyApi = (
  { endpoint }: RunningEngine,
  table: Table,
  plan: Plan,
  { retries = false }: { readonly retries?: boolean } = {},
) => anApi({ name: table.name, client: faultyClient(endpoint, plan, retries ? {} : { maxAttempts: 1 }) })

export type Api = ReturnType<typeof anApi>

/** Silences the log of the service, whose faults are intended here. */
export const quietly = async <T>(work: () => Promise<T>): Promise<T> => {
  const { error, log } = console
  Object.assign(console, { error: () => {}, log: () => {} })
  try {
    return await work()
  } finally {
    Object.assign(console, { error, log })
  }
}
