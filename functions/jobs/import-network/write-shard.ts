import { type DirectoryEntry, directoryEntryOf } from '../../../shared/domain/directory.ts'
import type { SiteId } from '../../../shared/domain/ids.ts'
import type { DirectoryStore } from '../../../shared/store/directory-store.ts'
import type { NetworkStore } from '../../../shared/store/network-store.ts'
import type { ShardPlan } from './plan-import.ts'

export type ImportStores = { readonly network: NetworkStore; readonly directory: DirectoryStore }

/**
 * Writes a département's changes: items, then directory, then fingerprints, so that a killed run repeats only
 * unfinished work. Lending stays, since it is not the import's.
 */
export const writeShard = async (
  { network, directory }: ImportStores,
  { departement, sites, hours, leaving, fingerprints }: ShardPlan,
  {
    usesBefore,
    advance,
  }: {
    readonly usesBefore: ReadonlyMap<SiteId, DirectoryEntry['uses']>
    readonly advance: (items: number) => void
  },
): Promise<void> => {
  await network.writeItems({ sites, hours }, advance)
  if (sites.length + leaving.size > 0) {
    await directory.changeShard(departement, (entries) => {
      const uses = new Map(entries.map((entry) => [entry.id, entry.uses]))
      const written = sites.map((site) =>
        directoryEntryOf(site, uses.get(site.id) ?? usesBefore.get(site.id) ?? []),
      )
      const replaced = new Set(sites.map(({ id }) => id))
      const kept = entries.filter(({ id }) => !replaced.has(id) && !leaving.has(id))
      return [...kept, ...written].sort((a, b) => (a.id < b.id ? -1 : 1))
    })
  }
  await network.writeFingerprints(departement, fingerprints)
}
