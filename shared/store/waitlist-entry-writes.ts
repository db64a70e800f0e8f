import type { WorkshopId } from '../domain/ids.ts'
import type { LocalDate } from '../domain/local-date.ts'
import type { Party } from '../domain/party.ts'
import type { WaitlistEntry } from '../domain/waitlist.ts'
import { callWritesOfWaitlistEntry } from './call-writes.ts'
import type { Table } from './client.ts'
import { when } from './expression.ts'
import { waitlistEntryKey, waitlistSort, waitlistTicketKey } from './keys/waitlist-keys.ts'
import { stillPlanned } from './seat-checks.ts'
import {
  expiryOf,
  type StoredWaitlistEntry,
  waitlistEntryItem,
  waitlistPositionItem,
} from './waitlist-item.ts'
import { endWrites, headUpdate, stillWaits } from './waitlist-writes.ts'
import { put, putNew, update, type Write } from './write.ts'

/** An entry follows its workshop, which is still there, and keeps its rank. */
export const followWrites = (
  table: Table,
  wait: WaitlistEntry,
  to: WaitlistEntry,
  workshop: WorkshopId,
): Write[] => {
  const { date, start, end, quarters, notBefore } = to
  return [
    update(table, waitlistEntryKey(wait.id), {
      set: { date, start, end, quarters, notBefore, startsLocal: waitlistSort(to), ...expiryOf(date) },
      when: stillWaits(wait),
    }),
    put(table, {
      ...waitlistTicketKey(wait.holder, wait.ticket),
      ...{ date, wait: wait.id, ...expiryOf(date) },
    }),
    ...wait.sites.map((site) => put(table, waitlistPositionItem(to, site))),
    stillPlanned(table, workshop, to),
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
