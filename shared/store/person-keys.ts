import type { HolderId } from '../domain/booking.ts'
import type { SiteId } from '../domain/site.ts'
import { type Hash, type Key, siteKey } from './keys.ts'

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
