import type { Booking } from '../domain/booking.ts'
import type { BookingId } from '../domain/ids.ts'
import type { WaitlistEntry } from '../domain/waitlist.ts'
import type { Table } from './client.ts'
import { type Condition, IS_ABSENT, when } from './expression.ts'
import { callKey } from './keys/call-keys.ts'
import {
  type WaitlistName,
  waitlistEntryKey,
  waitlistHeadKey,
  waitlistKey,
  waitlistTicketKey,
} from './keys/waitlist-keys.ts'
import { expiryOf, type WaitlistHead } from './waitlist-item.ts'
import { check, remove, update, type Write } from './write.ts'

export const headUpdate = (table: Table, name: WaitlistName, condition?: Condition): Write =>
  update(table, waitlistHeadKey(name), { set: expiryOf(name.date), add: { version: 1 }, when: condition })

/**
 * A freed place is offered on the waitlist as it was read: its head proves that nobody has joined and
 * nothing else was freed. Where nobody ever waited, those who free do not contend.
 */
export const headWrite = (table: Table, { version, ...name }: WaitlistHead): Write =>
  version === undefined
    ? check(table, waitlistHeadKey(name), IS_ABSENT)
    : headUpdate(table, name, when`#version = ${version}`)

/** It waits as it was read: with its workshop, an entry moves to another day and hour. */
export const stillWaits = ({ date, start, end }: WaitlistEntry): Condition =>
  when`#status = ${'waiting'} AND #date = ${date} AND #start = ${start} AND #end = ${end}`

/** An entry ends once, and leaves every waitlist in the same transaction. */
export const endWrites = (
  table: Table,
  wait: WaitlistEntry,
  changes: Pick<WaitlistEntry, 'status' | 'booking' | 'note'>,
): Write[] => [
  update(table, waitlistEntryKey(wait.id), { set: changes, when: stillWaits(wait) }),
  remove(table, waitlistTicketKey(wait.holder, wait.ticket)),
  ...wait.sites.map((site) => remove(table, waitlistKey(site, wait))),
]

/** How many items are written when an entry is fulfilled. */
export const writesToEnd = ({ sites, workshop }: WaitlistEntry): number =>
  2 + sites.length * (workshop ? 2 : 1)

/** Who is told of the offer needs no other call about the workshop that they waited for. */
const callsReplaced = (table: Table, { id, workshop, sites }: WaitlistEntry): Write[] =>
  workshop ? sites.map((site) => remove(table, callKey(site, id))) : []

export const fulfilmentWrites = (table: Table, { waitlists, served }: Fulfilments): Write[] => [
  ...waitlists.map((waitlist) => headWrite(table, waitlist)),
  ...served.flatMap(({ wait, booking }) => [
    ...endWrites(table, wait, { status: 'offered', booking }),
    ...callsReplaced(table, wait),
  ]),
]

const MOST_WRITES_OF_WAITS = 40

/** A booking ends what its holder waited for, as far as its transaction has room. */
export const waitsEndedBy = (
  table: Table,
  { id: booking }: Pick<Booking, 'id'>,
  served: readonly WaitlistEntry[],
): Write[] => {
  const writes: Write[] = []
  for (const wait of served)
    if (writes.length + writesToEnd(wait) <= MOST_WRITES_OF_WAITS)
      writes.push(...endWrites(table, wait, { status: 'offered', booking }))
  return writes
}

type Fulfilment = { readonly wait: WaitlistEntry; readonly booking: BookingId }

/** The waitlists that a change was decided on, and the entries it fulfils. */
export type Fulfilments = {
  readonly waitlists: readonly WaitlistHead[]
  readonly served: readonly Fulfilment[]
}
