import type { Register } from '../../domain/association.ts'
import type { Hash, HolderId, SiteId } from '../../domain/ids.ts'
import type { Instant } from '../../domain/instant.ts'
import type { LocalDate } from '../../domain/local-date.ts'
import {
  BY_HOLDER,
  BY_LOOKUP,
  beginningWith,
  EVERYTHING,
  type Key,
  type PartitionRange,
  type SortRange,
  sortable,
} from './key.ts'

export const HOLDERS = 'HOLDER#'
export const HOLDER = 'HOLDER'
export const holderPartition = (holder: HolderId) => `${HOLDERS}${holder}`
export const ofHolder = (holder: HolderId, sk: string): Key => ({ pk: holderPartition(holder), sk })
/** In the index by-lookup: when to look whether something of a holder is kept no longer. */
export const HOLDERS_TO_REVIEW = 'HOLDERS'
export const reviewedFrom = (at: Instant) =>
  ({ [BY_LOOKUP.partitionKey]: HOLDERS_TO_REVIEW, [BY_LOOKUP.sortKey]: sortable(at) }) as const
/** The next night decides when to look again. */
export const REVIEWED_SOON = reviewedFrom(0 as Instant)

export const holderInKey = ({ pk }: Key): HolderId => pk.slice(HOLDERS.length) as HolderId

export const holderKey = (holder: HolderId): Key => ofHolder(holder, HOLDER)
export const holderItems = (holder: HolderId): PartitionRange => ({
  pk: holderPartition(holder),
  ...EVERYTHING,
})

/** What lists an item as a holder's in the index by-holder, whatever its partition. */
export const listedUnder = (holder: HolderId | Hash, sort: string) =>
  ({ [BY_HOLDER.partitionKey]: holder, [BY_HOLDER.sortKey]: sort }) as const

export const holderOccupancyKey = (holder: HolderId, date: LocalDate): Key => ofHolder(holder, `DAY#${date}`)

const SESSIONS = 'SESSION#'
export const sessionKey = (holder: HolderId, secret: Hash): Key => ofHolder(holder, `${SESSIONS}${secret}`)
export const sessions = (holder: HolderId): PartitionRange => ({
  pk: holderPartition(holder),
  ...beginningWith(SESSIONS),
})
export const secretInKey = ({ sk }: Key): Hash => sk.slice(SESSIONS.length) as Hash

/** What a holder is or accepted at each of some sites. */
const siteItemsOfHolder = (prefix: string) => ({
  keyOf: (holder: HolderId, site: SiteId): Key => ofHolder(holder, `${prefix}${site}`),
  all: (holder: HolderId): PartitionRange => ({ pk: holderPartition(holder), ...beginningWith(prefix) }),
  siteIn: ({ sk }: Key): SiteId => sk.slice(prefix.length) as SiteId,
})
export const MEMBERSHIPS = 'MEMBER#'
const memberships = siteItemsOfHolder(MEMBERSHIPS)
export const memberKey = memberships.keyOf
export const membershipsOf = memberships.all
export const siteOfMembership = memberships.siteIn
/** In the index by-lookup: who is admitted at a site, and who follows a holder there. */
export const admittedTo = (site: SiteId): string => `MEMBERS#${site}`
export const admittedAs = (holder: HolderId): string => `MEMBER#${holder}`
export const admittedAfter = (holder: HolderId | undefined): SortRange => ({
  ...beginningWith(MEMBERSHIPS),
  ...(holder && { from: `MEMBER#${holder}!` }),
})
const acceptances = siteItemsOfHolder('ACCEPTED#')
export const acceptanceKey = acceptances.keyOf
export const acceptancesOf = acceptances.all
export const siteOfAcceptance = acceptances.siteIn

export const registerKey = ({ kind, number }: Register): Key => ({
  pk: `REGISTER#${kind}:${number}`,
  sk: 'REGISTER',
})
