import type { Hash, HolderId, SiteId } from '../../domain/ids.ts'
import { listedUnder } from './holder-keys.ts'
import { beginningWith, type Key, type PartitionRange } from './key.ts'
import { siteInPartition, sitePartition } from './site-keys.ts'

const PERSONS = 'PERSON#'
const LATEST = 'PERSON-LATEST#'

/** Who gave a phone at a site: its hash says nothing in a log, and differs from site to site. */
export const knownPersonKey = (site: SiteId, phone: Hash, holder: HolderId): Key => ({
  pk: sitePartition(site),
  sk: `${PERSONS}${phone}#${holder}`,
})
export const knownPersons = (site: SiteId, phone: Hash): PartitionRange => ({
  pk: sitePartition(site),
  ...beginningWith(`${PERSONS}${phone}#`),
})
/** The holder who was admitted last as a new person with a phone: two admissions at once are told apart by it. */
export const latestPersonKey = (site: SiteId, phone: Hash): Key => ({
  pk: sitePartition(site),
  sk: `${LATEST}${phone}`,
})

/** In the index by-lookup: who gave a phone at any site. */
export const personsKnownBy = (phone: Hash): string => `PHONE#${phone}`
export const siteAndPersonInKey = ({ pk, sk }: Key) => ({
  site: siteInPartition(pk),
  holder: sk.slice(sk.lastIndexOf('#') + 1) as HolderId,
})

/** In the index by-holder. */
export const personOfHolder = (holder: HolderId) => listedUnder(holder, PERSONS)
export const personsOfHolder = beginningWith(PERSONS)
