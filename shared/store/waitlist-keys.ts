import type { HolderId, SiteId, WaitlistEntryId, WorkshopId } from '../domain/ids.ts'
import type { LocalDate } from '../domain/local-date.ts'
import type { WaitlistEntry } from '../domain/waitlist.ts'
import { type Key, ofHolder, sitePartition, sortable, workshopKey } from './keys.ts'

/** What is waited for together: some date of a site, or the seats of a workshop. */
export type WaitlistName = {
  readonly site: SiteId
  readonly date: LocalDate
  readonly workshop?: WorkshopId | undefined
}

const waitlistPartition = ({ site, workshop }: Omit<WaitlistName, 'date'>) =>
  workshop ? workshopKey(workshop).pk : sitePartition(site)

export const waitlistEntryKey = (id: WaitlistEntryId): Key => ({ pk: `WAIT#${id}`, sk: 'WAIT' })

/** One place in the waitlist of each site, or of a workshop, in the order of asking. */
export const waitlistKey = (
  site: SiteId,
  { date, workshop, askedAt, id }: Pick<WaitlistEntry, 'date' | 'workshop' | 'askedAt' | 'id'>,
): Key => ({
  pk: waitlistPartition({ site, workshop }),
  sk: `WAIT#${date}#${sortable(askedAt)}#${id}`,
})

export const waitlist = ({ date, ...name }: WaitlistName) => ({
  pk: waitlistPartition(name),
  from: `WAIT#${date}#`,
  to: `WAIT#${date}#~`,
})

/** Counts who joined the waitlist and what was freed for it: whoever frees knows whether the waitlist is as it was read. */
export const waitlistHeadKey = ({ date, ...name }: WaitlistName): Key => ({
  pk: waitlistPartition(name),
  sk: `WAITLIST#${date}`,
})

/** One of the few waitlist entries that a holder may have at a time. */
export const waitlistTicketKey = (holder: HolderId, ticket: number): Key =>
  ofHolder(holder, `WAITLIST-TICKET#${ticket}`)

/** How the waitlist entries of a holder are sorted, apart from the bookings. */
export const waitlistSort = ({ date, askedAt }: Pick<WaitlistEntry, 'date' | 'askedAt'>): string =>
  `WAIT#${date}#${sortable(askedAt)}`
