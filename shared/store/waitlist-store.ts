import type { AuditEntry } from '../domain/audit-entry.ts'
import type { Holder } from '../domain/holder.ts'
import type { HolderId, SiteId, WaitlistEntryId, WorkshopId } from '../domain/ids.ts'
import type { LocalDate } from '../domain/local-date.ts'
import type { Party } from '../domain/party.ts'
import type { WaitlistEntry } from '../domain/waitlist.ts'
import { auditEntryWrites } from './booking-writes.ts'
import { countRange, queryPage, queryRange, readItems, type Table } from './client.ts'
import { IS_PRESENT } from './expression.ts'
import { queryHolder } from './holder-index.ts'
import { holderKey } from './keys/holder-keys.ts'
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
import { changeItem } from './single-item.ts'
import { storeOf } from './store-of.ts'
import { endAndTellWrites, followWrites, joinWrites, partyWrites } from './waitlist-entry-writes.ts'
import { findFreeTicket, pastUntil, readWaitlistFacts } from './waitlist-facts.ts'
import {
  type StoredWaitlistEntry,
  type WaitlistHead,
  waitlistEntryIn,
  waitlistEntryOf,
  waitlistHeadOf,
} from './waitlist-item.ts'
import { endWrites } from './waitlist-writes.ts'
import { type Conflict, remove, write } from './write.ts'

/*
 | access                      | how                                                             | read     |
 | all that joining depends on | batch get: session, holder, entry, tickets                      | strong   |
 | join                        | update of the holder, once                                      |          |
 |                             | transaction: entry (absent), ticket (free), positions and heads |          |
 | ask for other people        | transaction: entry (still waiting), positions and heads         |          |
 | follow a workshop           | transaction: the same, ticket, workshop (there)                 |          |
 | leave, end                  | transaction: entry (still waiting), ticket, positions           |          |
 | the head of a waitlist      | get, before anything is decided on the waitlist                 | strong   |
 | the dates with a waitlist   | query of the site's partition                                   | strong   |
 | a waitlist                  | query of the site's partition by date, or of the workshop's     | strong   |
 | the rank in a waitlist      | count of the entries before, up to a limit                      | strong   |
 | an entry                    | get by id                                                       | strong   |
 | the entries of a holder     | query of the index by-holder                                    | eventual |
*/

type WaitlistPage = { readonly waits: readonly WaitlistEntry[]; readonly next?: Key | undefined }

const MOST_OF_A_DATE = 50

/**
 * Answers `changed` when the id or the ticket is taken, or the workshop cancelled. `person` is a new person,
 * written with it.
 */
const addEntry = async (
  table: Table,
  stored: StoredWaitlistEntry,
  person?: Holder,
  auditEntry?: AuditEntry,
): Promise<Conflict | undefined> => {
  const { holder, sites, askedAt } = stored.wait
  // Before, so that no booking overlooks the wait.
  if (!person) await changeItem(table, holderKey(holder), { set: { hasWaited: true }, when: IS_PRESENT })
  return write(table, [
    ...joinWrites(table, stored, pastUntil(askedAt)),
    ...auditEntryWrites(table, [auditEntry]),
    ...(person && sites[0] ? personWrites(table, sites[0], { ...person, hasWaited: true }) : []),
  ])
}

/** Answers `changed` when it has ended. */
const changeParty = (
  table: Table,
  wait: WaitlistEntry,
  party: Party,
  auditEntry?: AuditEntry,
): Promise<Conflict | undefined> =>
  write(table, [...partyWrites(table, wait, party), ...auditEntryWrites(table, [auditEntry])])

/** Answers `changed` when it has ended, or its workshop is not there. */
const follow = (
  table: Table,
  wait: WaitlistEntry,
  to: WaitlistEntry,
  workshop: WorkshopId,
): Promise<Conflict | undefined> => write(table, followWrites(table, wait, to, workshop))

const leaveWaitlist = (
  table: Table,
  wait: WaitlistEntry,
  auditEntry?: AuditEntry,
): Promise<Conflict | undefined> =>
  write(table, [...endWrites(table, wait, { status: 'left' }), ...auditEntryWrites(table, [auditEntry])])

/** Its workshop is cancelled, and the waiting person is told. Answers `changed` when it has ended. */
const endEntry = async (
  table: Table,
  wait: WaitlistEntry,
  note: string | undefined,
): Promise<Conflict | undefined> => write(table, await endAndTellWrites(table, wait, note))

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

/** Counts up to `most`. */
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

/** Exact up to a megabyte, more than two thousand entries. */
const countWaiting = (table: Table, name: WaitlistName): Promise<number> => countRange(table, waitlist(name))

const listWaitlistEntries = async (
  table: Table,
  holder: HolderId,
  from: LocalDate,
  most: number,
): Promise<WaitlistEntry[]> =>
  (await queryHolder(table, holder, { ...waitlistEntriesOfHolderFrom(from), most })).map(waitlistEntryOf)

const listAll = async (table: Table, holder: HolderId): Promise<WaitlistEntry[]> =>
  (await queryHolder(table, holder, waitlistEntriesOfHolder)).map(waitlistEntryOf)

/** For an entry that has ended. */
const removeEntry = async (table: Table, { id }: WaitlistEntry): Promise<void> => {
  await write(table, [remove(table, waitlistEntryKey(id))])
}

const listEntriesOn = async (table: Table, holder: HolderId, date: LocalDate): Promise<WaitlistEntry[]> =>
  (await queryHolder(table, holder, { ...waitlistEntriesOfHolderOn(date), most: MOST_OF_A_DATE }))
    .map(waitlistEntryOf)
    .filter(({ status }) => status === 'waiting')

export type WaitlistStore = ReturnType<typeof waitlistStore>

export const waitlistStore = (table: Table) =>
  storeOf(table, {
    readFacts: readWaitlistFacts,
    findFreeTicket,
    addEntry,
    changeParty,
    follow,
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
