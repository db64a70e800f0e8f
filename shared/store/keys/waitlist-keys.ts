import type { HolderId, SiteId, WaitlistEntryId, WorkshopId } from '../../domain/ids.ts'
import type { LocalDate } from '../../domain/local-date.ts'
import type { WaitlistEntry } from '../../domain/waitlist.ts'
import { ofHolder } from './holder-keys.ts'
import { beginningWith, type Key, type PartitionRange, type SortRange, sortable } from './key.ts'
import { sitePartition } from './site-keys.ts'
import { workshopKey } from './workshop-keys.ts'

/** What is waited for together: a date of a site, or the seats of a workshop. */
export type WaitlistName = {
  readonly site: SiteId
  readonly date: LocalDate
  readonly workshop?: WorkshopId | undefined
}

export const WAITLIST_ENTRIES = 'WAIT#'
export const waitlistEntryKey = (id: WaitlistEntryId): Key => ({ pk: `${WAITLIST_ENTRIES}${id}`, sk: 'WAIT' })

const waitlistPartition = ({ site, workshop }: Omit<WaitlistName, 'date'>) =>
  workshop ? workshopKey(workshop).pk : sitePartition(site)

/** By date at a site; a workshop has one waitlist, wherever it moves. */
const positions = ({ date, workshop }: Omit<WaitlistName, 'site'>): string =>
  workshop ? WAITLIST_ENTRIES : `${WAITLIST_ENTRIES}${date}#`

/** The place of an entry in the waitlist of each of its sites, or of a workshop, in the order of asking. */
export const waitlistKey = (
  site: SiteId,
  { date, workshop, askedAt, id }: Pick<WaitlistEntry, 'date' | 'workshop' | 'askedAt' | 'id'>,
): Key => ({
  pk: waitlistPartition({ site, workshop }),
  sk: `${positions({ date, workshop })}${sortable(askedAt)}#${id}`,
})
export const waitlist = (name: WaitlistName): PartitionRange => ({
  pk: waitlistPartition(name),
  ...beginningWith(positions(name)),
})
/** The waitlists of a site on a date and after it. */
export const waitlistsFrom = (site: SiteId, date: LocalDate): PartitionRange => ({
  pk: sitePartition(site),
  ...beginningWith(`${WAITLIST_ENTRIES}${date}#`, WAITLIST_ENTRIES),
})

/** Counts joins and freed places, so that a decision knows whether the waitlist is as it was read. */
export const waitlistHeadKey = ({ date, ...name }: WaitlistName): Key => ({
  pk: waitlistPartition(name),
  sk: name.workshop ? 'WAITLIST' : `WAITLIST#${date}`,
})

const TICKETS = 'WAITLIST-TICKET#'
/** One of the few waitlist entries that a holder may have at a time. */
export const waitlistTicketKey = (holder: HolderId, ticket: number): Key =>
  ofHolder(holder, `${TICKETS}${ticket}`)
export const waitlistTickets = (holder: HolderId): PartitionRange => ({
  pk: ofHolder(holder, TICKETS).pk,
  ...beginningWith(TICKETS),
})

/** In the index by-holder, by date. */
export const waitlistSort = ({ date, askedAt }: Pick<WaitlistEntry, 'date' | 'askedAt'>): string =>
  `${WAITLIST_ENTRIES}${date}#${sortable(askedAt)}`
export const waitlistEntriesOfHolder = beginningWith(WAITLIST_ENTRIES)
export const waitlistEntriesOfHolderFrom = (date: LocalDate): SortRange =>
  beginningWith(`${WAITLIST_ENTRIES}${date}`, WAITLIST_ENTRIES)
export const waitlistEntriesOfHolderOn = (date: LocalDate): SortRange => ({
  from: `${WAITLIST_ENTRIES}${date}`,
  to: `${WAITLIST_ENTRIES}${date}#~`,
})
