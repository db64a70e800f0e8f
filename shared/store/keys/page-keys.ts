import type { SiteId } from '../../domain/ids.ts'
import type { Instant } from '../../domain/instant.ts'
import { beginningWith, type Key, type PartitionRange, sortable } from './key.ts'

export const PAGES = 'PAGE'

/** An instant before all others. */
export const AT_ONCE = 0 as Instant

/** From when on the page of a site has to be written, soonest first. */
export const pageKey = (site: SiteId, from: Instant): Key => ({
  pk: PAGES,
  sk: `${sortable(from)}#SITE#${site}`,
})
/** The same for all pages of a département. */
export const departementPagesKey = (departement: string): Key => ({
  pk: PAGES,
  sk: `${sortable(AT_ONCE)}#ALL#${departement}`,
})
export const pagesUntil = (now: Instant): PartitionRange => ({
  pk: PAGES,
  ...beginningWith('0', `${sortable(now)}#`),
})
export const aboutInPageKey = ({ sk }: Key): { readonly site?: SiteId; readonly departement?: string } => {
  const [, kind, id = ''] = sk.split('#')
  return kind === 'SITE' ? { site: id as SiteId } : { departement: id }
}

/** Which build wrote the pages, and who writes at the moment; sorted after all instants. */
export const pageBuildKey: Key = { pk: PAGES, sk: 'BUILD' }
export const pageLeaseKey: Key = { pk: PAGES, sk: 'LEASE' }
/** What was written of a département, and when it last changed. */
export const writtenPagesKey = (departement: string): Key => ({
  pk: 'PAGES-WRITTEN',
  sk: departement,
})
