import type { BookingId, HolderId, SiteId, WaitlistEntryId } from '../../domain/ids.ts'
import type { LocalDate } from '../../domain/local-date.ts'
import { listedUnder } from './holder-keys.ts'
import { beginningWith, type Key, type PartitionRange } from './key.ts'
import { sitePartition } from './site-keys.ts'

export const CALLS = 'CALL#'
export const MADE_CALLS = 'CALLED#'

/** What a call is about, a booking, a waitlist entry or a member: one call each, however often it changes. */
export type CallId = BookingId | WaitlistEntryId | HolderId

export const callKey = (site: SiteId, id: CallId): Key => ({ pk: sitePartition(site), sk: `${CALLS}${id}` })
export const calls = (site: SiteId): PartitionRange => ({ pk: sitePartition(site), ...beginningWith(CALLS) })
/** Apart from the open ones, so that few are read. */
export const madeCallKey = (site: SiteId, id: CallId): Key => ({
  pk: sitePartition(site),
  sk: `${MADE_CALLS}${id}`,
})

/** In the index by-lookup: the open calls of all sites of a département, by date. */
export const openCallsIn = (departement: string): string => `CALLS#${departement}`
export const callsFrom = (date: LocalDate) => beginningWith(`${CALLS}${date}`, CALLS)

/** In the index by-holder. */
export const callOfHolder = (holder: HolderId, date: LocalDate) => listedUnder(holder, `${CALLS}${date}`)
export const callsOfHolder = beginningWith(CALLS)
export const isOpenCallKey = ({ sk }: Key): boolean => sk.startsWith(CALLS)
export const isMadeCallKey = ({ sk }: Key): boolean => sk.startsWith(MADE_CALLS)
/** The date in its sort key there. */
export const dateOfCall = (listed: unknown): LocalDate => String(listed).slice(CALLS.length) as LocalDate
