import { isDeepStrictEqual } from 'node:util'
import { type DirectoryEntry, directoryEntryOf } from '../../shared/domain/directory.ts'
import { localTimeAt } from '../../shared/domain/instant.ts'
import { listedSpacesOf, relistedFrom } from '../../shared/domain/listed-space.ts'
import type { LentSite } from '../../shared/store/site-store.ts'
import type { Dependencies } from '../dependencies.ts'

type Listed = Pick<LentSite, 'site' | 'spaces'>
type Deps = Pick<Dependencies, 'listing' | 'reviews' | 'now'>

/** What search has to know now; what ends later is looked at again then. */
const entryNow = async ({ site, spaces }: Listed, { reviews, now }: Deps): Promise<DirectoryEntry> => {
  const today = localTimeAt(now(), site.timeZone).date
  const from = relistedFrom(spaces, today)
  if (from) await reviews.reviewFrom(site.id, from)
  return directoryEntryOf(site, listedSpacesOf(spaces, site, today))
}

const list = ({ site }: Listed, entry: DirectoryEntry, { listing }: Deps): Promise<void> =>
  listing.changeShard(site.departement, (entries) =>
    entries.some(({ id }) => id === site.id)
      ? entries.map((each) => (each.id === site.id ? entry : each))
      : [...entries, entry],
  )

/** Search finds a site by what it lends now, and again when some of it ends. */
export const listSite = async (lent: Listed, deps: Deps): Promise<void> =>
  list(lent, await entryNow(lent, deps), deps)

/** The same where many sites are mostly listed as they are: what is held in memory tells. */
export const relistSite = async (
  lent: Listed,
  deps: Deps & Pick<Dependencies, 'freshDirectory'>,
): Promise<void> => {
  const entry = await entryNow(lent, deps)
  const listed = (await deps.freshDirectory()).find(entry.id)
  if (!isDeepStrictEqual(listed, entry)) await list(lent, entry, deps)
}
