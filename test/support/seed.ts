import { directoryEntryOf } from '../../shared/domain/directory.ts'
import { localTimeAt } from '../../shared/domain/instant.ts'
import { listedSpacesOf } from '../../shared/domain/listed-space.ts'
import type { Site } from '../../shared/domain/site.ts'
import type { Space } from '../../shared/domain/space.ts'
import type { Table } from '../../shared/store/client.ts'
import { directoryStore } from '../../shared/store/directory-store.ts'
import { networkStore } from '../../shared/store/network-store.ts'
import { siteStore } from '../../shared/store/site-store.ts'
import { NOW, PARIS } from './builders.ts'

const { date: TODAY } = localTimeAt(NOW, PARIS)

export const seedDirectory = async (
  table: Table,
  site: Site,
  spaces: readonly Space[] = [],
): Promise<void> => {
  const entry = directoryEntryOf(site, listedSpacesOf(spaces, site, TODAY))
  await directoryStore(table).changeShard(site.departement, (entries) => [...entries, entry])
}

/** Writes a site with its hours, spaces and directory entry. */
export const seed = async (table: Table, site: Site, spaces: readonly Space[]): Promise<void> => {
  const hours = new Map(site.counter ? [[site.id, site.counter]] : [])
  await networkStore(table).writeItems({ sites: [site], hours }, () => {})
  if (spaces.length > 0) await siteStore(table).lendSpaces(site.id, spaces)
  await seedDirectory(table, site, spaces)
}
