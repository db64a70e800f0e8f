import type { Instant } from '../domain/instant.ts'
import type { LocalDate } from '../domain/local-date.ts'
import type { Party } from '../domain/party.ts'
import type { WaitlistEntry } from '../domain/waitlist.ts'
import { stillPlanned } from './booking-writes.ts'
import { callWritesOfWaitlistEntry } from './call-writes.ts'
import type { Table } from './client.ts'
import { when } from './expression.ts'
import { waitlistEntryKey, waitlistKey, waitlistSort, waitlistTicketKey } from './keys/waitlist-keys.ts'
import {
  expiryOf,
  type StoredWaitlistEntry,
  type WaitlistHead,
  waitlistEntryItem,
  waitlistPositionItem,
} from './waitlist-item.ts'
import { endWrites, headUpdate, headWrite, stillWaits } from './waitlist-writes.ts'
import { put, putNew, remove, update, type Write } from './write.ts'

/** Nobody has joined since it was read; who waits is on the waitlist of `date` then. */
export const headWrites = (table: Table, head: WaitlistHead, date: LocalDate): Write[] => [
  headWrite(table, head),
  ...(date === head.date ? [] : [headUpdate(table, { ...head, date })]),
]

type Moved = Pick<WaitlistEntry, 'date' | 'start' | 'end'> & { readonly opensToAllAt?: Instant | undefined }

/** An entry follows its workshop and keeps its rank; who waits for newcomers waits until it opens to all. */
export const moveWrites = (
  table: Table,
  wait: WaitlistEntry,
  { date, start, end, opensToAllAt }: Moved,
): Write[] => {
  const notBefore = wait.notBefore && (opensToAllAt ?? wait.notBefore)
  const times = { date, start, end, quarters: end - start, ...(notBefore && { notBefore }) }
  const moved = { ...wait, ...times }
  const listed = { startsLocal: waitlistSort(moved), ...expiryOf(date) }
  const ticket = { ...waitlistTicketKey(wait.holder, wait.ticket), date, wait: wait.id, ...expiryOf(date) }
  return [
    update(table, waitlistEntryKey(wait.id), {
      set: { ...times, ...listed },
      when: stillWaits(wait),
    }),
    ...(date === wait.date
      ? []
      : [put(table, ticket), ...wait.sites.map((site) => remove(table, waitlistKey(site, wait)))]),
    ...wait.sites.map((site) => put(table, waitlistPositionItem(moved, site))),
  ]
}

const ticketWrite = (
  table: Table,
  { holder, ticket, date, id }: WaitlistEntry,
  pastUntil: LocalDate,
): Write =>
  put(
    table,
    { ...waitlistTicketKey(holder, ticket), date, wait: id, ...expiryOf(date) },
    when`attribute_not_exists(pk) OR #date < ${pastUntil}`,
  )

export const joinWrites = (table: Table, stored: StoredWaitlistEntry, pastUntil: LocalDate): Write[] => {
  const { wait } = stored
  return [
    putNew(table, waitlistEntryItem(stored)),
    ticketWrite(table, wait, pastUntil),
    ...(wait.workshop ? [stillPlanned(table, wait.workshop, wait)] : []),
    ...wait.sites.flatMap((site) => [
      put(table, waitlistPositionItem(wait, site)),
      headUpdate(table, { ...wait, site }),
    ]),
  ]
}

/** Who asks for other people than before keeps the position; its head tells those who free. */
export const partyWrites = (
  table: Table,
  before: WaitlistEntry,
  { places, guest, sentBy }: Party,
): Write[] => {
  const wait = { ...before, places, guest, sentBy }
  return [
    update(table, waitlistEntryKey(wait.id), {
      set: { places, guest, sentBy },
      when: stillWaits(before),
    }),
    ...wait.sites.flatMap((site) => [
      put(table, waitlistPositionItem(wait, site)),
      headUpdate(table, { ...wait, site }),
    ]),
  ]
}

export const endAndTellWrites = async (
  table: Table,
  wait: WaitlistEntry,
  note: string | undefined,
): Promise<Write[]> => [
  ...endWrites(table, wait, { status: 'ended', ...(note !== undefined && { note }) }),
  ...(await callWritesOfWaitlistEntry(table, wait)),
]
