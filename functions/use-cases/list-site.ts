import { directoryEntryOf } from '../../shared/domain/directory.ts'
import { localTimeAt } from '../../shared/domain/instant.ts'
import { listedSpacesOf } from '../../shared/domain/listed-space.ts'
import type { LentSite } from '../../shared/store/site-store.ts'
import type { Dependencies } from '../dependencies.ts'

/** Search finds a site by what it lends now. */
export const listSite = async (
  { site, spaces }: Pick<LentSite, 'site' | 'spaces'>,
  { listing, now }: Pick<Dependencies, 'listing' | 'now'>,
): Promise<void> => {
  const today = localTimeAt(now(), site.timeZone).date
  const entry = directoryEntryOf(site, listedSpacesOf(spaces, site, today))
  await listing.changeShard(site.departement, (entries) =>
    entries.some(({ id }) => id === site.id)
      ? entries.map((each) => (each.id === site.id ? entry : each))
      : [...entries, entry],
  )
}
