import type { AuditEntry } from '../domain/audit-entry.ts'
import type { Holder } from '../domain/holder.ts'
import type { HolderId, SiteId, WaitlistEntryId } from '../domain/ids.ts'
import type { LocalDate } from '../domain/local-date.ts'
import type { WaitlistEntry } from '../domain/waitlist.ts'
import { auditEntryWrites } from './booking-writes.ts'
import { countRange, queryPage, queryRange, readItems, type Table } from './client.ts'
import { queryHolder } from './holder-index.ts'
import type { Key } from './keys/key.ts'
import {
  type WaitlistName,
  waitlist,
  waitlistEntriesOfHolder,
  waitlistEntriesOfHolderFrom,
  waitlistEntriesOfHolderOn,
  waitlistEntryKey,
  waitlistHeadKey,
  waitlistKey,
  waitlistsFrom,
} from './keys/waitlist-keys.ts'
import { personWrites } from './person-store.ts'
import { storeOf } from './store-of.ts'
import { findFreeTicket, pastUntil, readWaitlistFacts } from './waitlist-facts.ts'
import {
  type StoredWaitlistEntry,
  type WaitlistHead,
  waitlistEntryIn,
  waitlistEntryOf,
  waitlistHeadOf,
} from './waitlist-item.ts'
import { endAndTellWrites, endWrites, joinWrites } from './waitlist-writes.ts'
import { type Conflict, remove, write } from './write.ts'

/*
 | access                           | how                                                                                 | consistency |
 | all that asking depends on       | batch get: who is signed in, the waitlist entry, the holder's tickets               | strong      |
 | ask                              | transaction: the waitlist entry (absent), a ticket (free), an entry in the waitlist |             |
 |                                  | of each site, and its head                                                          |             |
 | give up                          | transaction: the waitlist entry (still waiting), its ticket, its entries            |             |
 | the head of a waitlist           | get by key, before all that is decided on it                                        | strong      |
 | the dates with a waitlist        | query of the site's partition                                                       | strong      |
 | a waitlist                       | query of the site's partition by date, so many at a time                            | strong      |
 | the rank in a waitlist           | count of the entries before, so many at the most                                    | strong      |
 | a waitlist entry                 | get by id                                                                           | strong      |
 | the waitlist entries of a holder | query of the index by-holder                                                        | eventual    |
*/

/** Some of a waitlist, in order; `next` continues it. */
type WaitlistPage = { readonly waits: readonly WaitlistEntry[]; readonly next?: Key | undefined }

const MOST_OF_A_DATE = 50

/** `changed`: there is one already, its ticket has been taken, or its workshop is cancelled. `person` is made with it. */
const addEntry = (
  table: Table,
  stored: StoredWaitlistEntry,
  person?: Holder,
  auditEntry?: AuditEntry,
): Promise<Conflict | undefined> =>
  write(table, [
    ...joinWrites(table, stored, pastUntil(stored.wait.askedAt)),
    ...auditEntryWrites(table, [auditEntry]),
    ...(person && stored.wait.sites[0] ? personWrites(table, stored.wait.sites[0], person) : []),
  ])

/** Answers `changed` when it is no longer waiting. */
const leaveWaitlist = (
  table: Table,
  wait: WaitlistEntry,
  auditEntry?: AuditEntry,
): Promise<Conflict | undefined> =>
  write(table, [...endWrites(table, wait, { status: 'left' }), ...auditEntryWrites(table, [auditEntry])])

/** What it waits for is cancelled, and who waits is told. Answers `changed` when it is no longer waiting. */
const endEntry = async (
  table: Table,
  wait: WaitlistEntry,
  note: string | undefined,
): Promise<Conflict | undefined> => write(table, await endAndTellWrites(table, wait, note))

/** The dates from one on for which somebody waits at a site. */
const listDates = async (table: Table, site: SiteId, from: LocalDate): Promise<LocalDate[]> => {
  const items = await queryRange(table, waitlistsFrom(site, from), { consistent: true })
  return [...new Set(items.map((item) => waitlistEntryIn(item).date))]
}

const findEntry = async (table: Table, id: WaitlistEntryId): Promise<WaitlistEntry | undefined> => {
  const [item] = await readItems(table, [waitlistEntryKey(id)])
  return item && waitlistEntryOf(item)
}

const readHead = async (table: Table, name: WaitlistName): Promise<WaitlistHead> => {
  const [item] = await readItems(table, [waitlistHeadKey(name)])
  return waitlistHeadOf(name, item)
}

const readWaitlist = async (
  table: Table,
  name: WaitlistName,
  most: number,
  after?: Key,
): Promise<WaitlistPage> => {
  const { items, next } = await queryPage(table, waitlist(name), { consistent: true, most, after })
  return { waits: items.map(waitlistEntryIn), next }
}

/** How many have asked before at one of its sites, counted up to `most`. */
const countBefore = async (
  table: Table,
  site: SiteId,
  wait: WaitlistEntry,
  most: number,
): Promise<number> => {
  const { pk, sk } = waitlistKey(site, wait)
  const { from } = waitlist({ ...wait, site })
  return Math.max(0, (await countRange(table, { pk, from, to: sk }, most + 1)) - 1)
}

/** Exact up to a megabyte of them, more than two thousand. */
const countWaiting = (table: Table, name: WaitlistName): Promise<number> => countRange(table, waitlist(name))

/** From a date on, soonest first. */
const listWaitlistEntries = async (
  table: Table,
  holder: HolderId,
  from: LocalDate,
  most: number,
): Promise<WaitlistEntry[]> =>
  (await queryHolder(table, holder, { ...waitlistEntriesOfHolderFrom(from), most })).map(waitlistEntryOf)

/** All that a holder ever waited for and that is still known. */
const listAll = async (table: Table, holder: HolderId): Promise<WaitlistEntry[]> =>
  (await queryHolder(table, holder, waitlistEntriesOfHolder)).map(waitlistEntryOf)

/** As if it had never been asked; it has ended before. */
const removeEntry = async (table: Table, { id }: WaitlistEntry): Promise<void> => {
  await write(table, [remove(table, waitlistEntryKey(id))])
}

/** What a holder waits for on a date. */
const listEntriesOn = async (table: Table, holder: HolderId, date: LocalDate): Promise<WaitlistEntry[]> =>
  (await queryHolder(table, holder, { ...waitlistEntriesOfHolderOn(date), most: MOST_OF_A_DATE }))
    .map(waitlistEntryOf)
    .filter(({ status }) => status === 'waiting')

export const waitlistStore = (table: Table) =>
  storeOf(table, {
    readFacts: readWaitlistFacts,
    findFreeTicket,
    addEntry,
    leave: leaveWaitlist,
    end: endEntry,
    listDates,
    findEntry,
    readHead,
    readWaitlist,
    countBefore,
    countWaiting,
    listWaitlistEntries,
    listAll,
    remove: removeEntry,
    listEntriesOn,
  })
