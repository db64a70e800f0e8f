import type { BookingId } from '../domain/ids.ts'
import type { LocalDate } from '../domain/local-date.ts'
import type { Party } from '../domain/party.ts'
import type { WaitlistEntry } from '../domain/waitlist.ts'
import { stillPlanned } from './booking-writes.ts'
import { callWritesOfWaitlistEntry } from './call-item.ts'
import type { Table } from './client.ts'
import { type Condition, IS_ABSENT, when } from './expression.ts'
import {
  type WaitlistName,
  waitlistEntryKey,
  waitlistHeadKey,
  waitlistKey,
  waitlistTicketKey,
} from './keys/waitlist-keys.ts'
import {
  expiryOf,
  type StoredWaitlistEntry,
  type WaitlistHead,
  waitlistEntryItem,
  waitlistPositionItem,
} from './waitlist-item.ts'
import { check, put, putNew, remove, update, type Write } from './write.ts'

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

const headUpdate = (table: Table, name: WaitlistName, condition?: Condition): Write =>
  update(table, waitlistHeadKey(name), { set: expiryOf(name.date), add: { version: 1 }, when: condition })

export const joinWrites = (table: Table, stored: StoredWaitlistEntry, pastUntil: LocalDate): Write[] => {
  const { wait } = stored
  return [
    putNew(table, waitlistEntryItem(stored)),
    ticketWrite(table, wait, pastUntil),
    ...(wait.workshop ? [stillPlanned(table, wait.workshop)] : []),
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
      when: when`#status = ${'waiting'}`,
    }),
    ...wait.sites.flatMap((site) => [
      put(table, waitlistPositionItem(wait, site)),
      headUpdate(table, { ...wait, site }),
    ]),
  ]
}

/**
 * A freed place is offered on the waitlist as it was read: its head proves that nobody has joined and
 * nothing else was freed. Where nobody ever waited, those who free do not contend.
 */
const headWrite = (table: Table, { version, ...name }: WaitlistHead): Write =>
  version === undefined
    ? check(table, waitlistHeadKey(name), IS_ABSENT)
    : headUpdate(table, name, when`#version = ${version}`)

/** An entry ends once, and leaves every waitlist in the same transaction. */
export const endWrites = (
  table: Table,
  wait: WaitlistEntry,
  changes: Pick<WaitlistEntry, 'status' | 'booking' | 'note'>,
): Write[] => [
  update(table, waitlistEntryKey(wait.id), { set: changes, when: when`#status = ${'waiting'}` }),
  remove(table, waitlistTicketKey(wait.holder, wait.ticket)),
  ...wait.sites.map((site) => remove(table, waitlistKey(site, wait))),
]

export const endAndTellWrites = async (
  table: Table,
  wait: WaitlistEntry,
  note: string | undefined,
): Promise<Write[]> => [
  ...endWrites(table, wait, { status: 'ended', ...(note !== undefined && { note }) }),
  ...(await callWritesOfWaitlistEntry(table, wait)),
]

/** How many items `endWrites` writes. */
export const writesToEnd = ({ sites }: WaitlistEntry): number => 2 + sites.length

export const fulfilmentWrites = (table: Table, { waitlists, served }: Fulfilments): Write[] => [
  ...waitlists.map((waitlist) => headWrite(table, waitlist)),
  ...served.flatMap(({ wait, booking }) => endWrites(table, wait, { status: 'offered', booking })),
]

type Fulfilment = { readonly wait: WaitlistEntry; readonly booking: BookingId }

/** The waitlists that a change was decided on, and the entries it fulfils. */
export type Fulfilments = {
  readonly waitlists: readonly WaitlistHead[]
  readonly served: readonly Fulfilment[]
}
