import type { EngineKind } from '../../infra/local/engine-process.ts'
import type { SpaceId } from '../../shared/domain/ids.ts'
import { withOverlappingSpaces } from '../../shared/domain/overlapping-spaces.ts'
import type { Space } from '../../shared/domain/space.ts'
import type { Table } from '../../shared/store/client.ts'
import { anOpening, aSite, aSpace, range } from '../support/builders.ts'
import { seed } from '../support/seed.ts'
import { type Loaded, loadBookings } from './booking-load.ts'
import { type BenchTable, withFolder, withTableIn } from './stage.ts'
import { LOADED_SPACE } from './synthetic-bookings.ts'
import { inventedSites, writeDirectory, writeSites } from './synthetic-network.ts'

export type Extent = { readonly sites: number; readonly bookings: number }

export type CapacityStage = BenchTable & { readonly extent: Extent; readonly loaded: Loaded }

/** Bookings of the measured site, equally many at each extent of the network. */
const OWN_BOOKINGS = 200

const lent = {
  openings: [
    anOpening({
      basis: 'fixed',
      window: range('08:00-20:00'),
      weekdays: [1, 2, 3, 4, 5, 6, 7],
      onHolidays: true,
    }),
  ],
  limits: { noticeMinutes: 30, horizonDays: 400, shortestQuarters: 4, longestQuarters: 48 },
}

const spacesOfMeasuredSite = (): Space[] => {
  const related = withOverlappingSpaces([
    aSpace({ ...lent, ...LOADED_SPACE }),
    aSpace({ ...lent, id: 'salle' as SpaceId, capacity: 12, parts: ['salle-a', 'salle-b'] as SpaceId[] }),
    aSpace({ ...lent, id: 'salle-a' as SpaceId, capacity: 6 }),
    aSpace({ ...lent, id: 'salle-b' as SpaceId, capacity: 6 }),
  ])
  if (!related.ok) throw new Error(related.error.kind)
  return related.value
}

const bookingsOver = ({ sites, bookings }: Extent) =>
  inventedSites(sites - 1).map(({ id }, at) => {
    const more = at < bookings % (sites - 1) ? 1 : 0
    return [id, Math.floor(bookings / (sites - 1)) + more] as const
  })

const writeNetwork = async (table: Table, { sites }: Extent): Promise<void> => {
  await writeSites(table, sites - 1)
  await writeDirectory(table, sites - 1)
  await seed(table, aSite(), spacesOfMeasuredSite())
}

/** Tables of these extents, each on an engine of its own, side by side. */
export const withStages = async <T>(
  kind: EngineKind,
  [extent, ...others]: readonly Extent[],
  work: (stages: readonly CapacityStage[]) => Promise<T>,
): Promise<T> => {
  if (!extent) return work([])
  return withFolder(async (folder) => {
    const loaded = await loadBookings(folder, kind, [[aSite().id, OWN_BOOKINGS], ...bookingsOver(extent)])
    return withTableIn(folder, kind, async (on) => {
      await writeNetwork(on.table, extent)
      return withStages(kind, others, (stages) => work([{ ...on, extent, loaded }, ...stages]))
    })
  })
}
