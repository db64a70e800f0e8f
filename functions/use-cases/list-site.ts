import { directoryEntryOf } from '../../shared/domain/directory.ts'
import { localTimeAt } from '../../shared/domain/instant.ts'
import { listedSpacesOf, relistedFrom } from '../../shared/domain/listed-space.ts'
import type { LentSite } from '../../shared/store/site-store.ts'
import type { Dependencies } from '../dependencies.ts'

/** Search finds a site by what it lends now, and again when some of it ends. */
export const listSite = async (
  { site, spaces }: Pick<LentSite, 'site' | 'spaces'>,
  { listing, reviews, now }: Pick<Dependencies, 'listing' | 'reviews' | 'now'>,
): Promise<void> => {
  const today = localTimeAt(now(), site.timeZone).date
  const from = relistedFrom(spaces, today)
  if (from) await reviews.reviewFrom(site.id, from)
  const entry = directoryEntryOf(site, listedSpacesOf(spaces, site, today))
  await listing.changeShard(site.departement, (entries) =>
    entries.some(({ id }) => id === site.id)
      ? entries.map((each) => (each.id === site.id ? entry : each))
      : [...entries, entry],
  )
}
