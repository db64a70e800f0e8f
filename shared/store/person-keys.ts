import type { Hash, HolderId, SiteId } from '../domain/ids.ts'
import { BY_HOLDER, type Key, siteKey } from './keys.ts'

/** Who gave a phone at a site: its hash says nothing in a log, and the same phone is another one elsewhere. */
export const knownPersonKey = (site: SiteId, phone: Hash, holder: HolderId): Key => ({
  pk: siteKey(site).pk,
  sk: `PERSON#${phone}#${holder}`,
})
export const knownPersons = (site: SiteId, phone: Hash) => ({
  pk: siteKey(site).pk,
  from: `PERSON#${phone}#`,
  to: `PERSON#${phone}#~`,
})

/** Listed with all that is the holder's: it goes with them. */
export const personSortOf = (holder: HolderId) =>
  ({ [BY_HOLDER.partitionKey]: holder, [BY_HOLDER.sortKey]: 'PERSON#' }) as const
