import { type CounterHours, counterWeekOf } from '../../../shared/domain/counter-hours.ts'
import { type DirectoryEntry, directoryEntryOf } from '../../../shared/domain/directory.ts'
import type { SiteId } from '../../../shared/domain/ids.ts'
import { departementOfCode } from '../../../shared/domain/locality.ts'
import type { LocalityPositions } from '../../../shared/domain/locality-position.ts'
import type { DirectoryStore } from '../../../shared/store/directory-store.ts'
import type { HoursStore } from '../../../shared/store/hours-store.ts'
import type { NetworkStore } from '../../../shared/store/network-store.ts'
import type { PositionStore } from '../../../shared/store/position-store.ts'
import type { ShardPlan } from './plan-import.ts'

export type ImportStores = {
  readonly network: NetworkStore
  readonly directory: DirectoryStore
  readonly positions: Pick<PositionStore, 'writePositions'>
  readonly hours: HoursStore
}

/** They hang together with nothing else: an interrupted run writes them again. */
export const writePositions = async (all: LocalityPositions, { positions }: ImportStores): Promise<void> => {
  for (const [departement, ours] of Map.groupBy(all, ([code]) => departementOfCode(code)))
    await positions.writePositions(departement, new Map(ours))
}

const withHours = (entry: DirectoryEntry, hours: CounterHours | undefined): DirectoryEntry =>
  hours ? { ...entry, counter: counterWeekOf(hours) } : entry

/**
 * Writes a département's changes: items, then directory, pages and fingerprints, so that a killed run repeats only
 * unfinished work. Lending stays, since it is not the import's.
 */
export const writeShard = async (
  { network, directory }: Pick<ImportStores, 'network' | 'directory'>,
  { departement, sites, hours, leaving, fingerprints }: ShardPlan,
  {
    listed,
    advance,
  }: {
    /** As listed before the import. */
    readonly listed: ReadonlyMap<SiteId, DirectoryEntry>
    readonly advance: (items: number) => void
  },
): Promise<void> => {
  await network.writeItems({ sites, hours }, advance)
  if (sites.length + leaving.size + hours.size > 0) {
    await directory.changeShard(departement, (entries) => {
      const before = new Map(entries.map((entry) => [entry.id, entry]))
      const written = sites.map((site) => {
        const { spaces = [], counter = 'unknown' } = before.get(site.id) ?? listed.get(site.id) ?? {}
        return { ...directoryEntryOf(site, spaces), counter }
      })
      const replaced = new Set(sites.map(({ id }) => id))
      const kept = entries.filter(({ id }) => !replaced.has(id) && !leaving.has(id))
      return [...kept, ...written]
        .map((entry) => withHours(entry, hours.get(entry.id)))
        .sort((a, b) => (a.id < b.id ? -1 : 1))
    })
  }
  await network.pagesDue(new Set([...sites.map(({ id }) => id), ...hours.keys(), ...leaving]))
  await network.writeFingerprints(departement, fingerprints)
}
