import { marshall } from '@aws-sdk/util-dynamodb'
import type { BookingId } from '../domain/ids.ts'
import type { LocalDate } from '../domain/local-date.ts'
import type { WaitlistEntry } from '../domain/waitlist.ts'
import { stillPlanned } from './booking-writes.ts'
import { callWritesOfWaitlistEntry } from './call-item.ts'
import type { Table } from './client.ts'
import { EXPIRY } from './keys.ts'
import {
  expiryOf,
  type StoredWaitlistEntry,
  type WaitlistHead,
  waitlistEntryItem,
  waitlistPositionItem,
} from './waitlist-item.ts'
import {
  type WaitlistName,
  waitlistEntryKey,
  waitlistHeadKey,
  waitlistKey,
  waitlistTicketKey,
} from './waitlist-keys.ts'
import { put, putNew, remove, type Write } from './write.ts'

const ticketWrite = (
  table: Table,
  { holder, ticket, date, id }: WaitlistEntry,
  pastUntil: LocalDate,
): Write => ({
  Put: {
    TableName: table.name,
    Item: marshall({ ...waitlistTicketKey(holder, ticket), date, wait: id, ...expiryOf(date) }),
    ConditionExpression: 'attribute_not_exists(pk) OR #date < :past',
    ExpressionAttributeNames: { '#date': 'date' },
    ExpressionAttributeValues: marshall({ ':past': pastUntil }),
  },
  conflict: 'changed',
})

const headUpdate = (table: Table, name: WaitlistName) => ({
  TableName: table.name,
  Key: marshall(waitlistHeadKey(name)),
  UpdateExpression: `SET ${EXPIRY} = :expiry ADD version :one`,
})

const headValues = (date: LocalDate) => ({ ':expiry': expiryOf(date)[EXPIRY], ':one': 1 })

/** A waitlist entry joins the waitlist of each of its sites, at once. */
export const joinWrites = (table: Table, stored: StoredWaitlistEntry, pastUntil: LocalDate): Write[] => {
  const { wait } = stored
  return [
    putNew(table, waitlistEntryItem(stored)),
    ticketWrite(table, wait, pastUntil),
    ...(wait.workshop ? [stillPlanned(table, wait.workshop)] : []),
    ...wait.sites.flatMap((site) => [
      put(table, waitlistPositionItem(wait, site)),
      {
        Update: {
          ...headUpdate(table, { ...wait, site }),
          ExpressionAttributeValues: marshall(headValues(wait.date)),
        },
      },
    ]),
  ]
}

/**
 * What is freed is decided on the waitlist as it was read: nobody has joined it meanwhile, and nothing else was freed for
 * it. Where nobody ever waited, those who free do not stand in each other's way.
 */
const headWrite = (table: Table, { version, ...name }: WaitlistHead): Write =>
  version === undefined
    ? {
        ConditionCheck: {
          TableName: table.name,
          Key: marshall(waitlistHeadKey(name)),
          ConditionExpression: 'attribute_not_exists(pk)',
        },
        conflict: 'changed',
      }
    : {
        Update: {
          ...headUpdate(table, name),
          ConditionExpression: 'version = :read',
          ExpressionAttributeValues: marshall({ ...headValues(name.date), ':read': version }),
        },
        conflict: 'changed',
      }

/** A waitlist entry ends once: with an offer, given up, or with what it waited for. It leaves every waitlist in the same transaction. */
export const endWrites = (
  table: Table,
  wait: WaitlistEntry,
  changes: Pick<WaitlistEntry, 'status' | 'booking' | 'note'>,
): Write[] => [
  {
    Update: {
      TableName: table.name,
      Key: marshall(waitlistEntryKey(wait.id)),
      UpdateExpression: `SET #status = :status${changes.booking ? ', booking = :booking' : ''}${changes.note ? ', note = :note' : ''}`,
      ConditionExpression: '#status = :waiting',
      ExpressionAttributeNames: { '#status': 'status' },
      ExpressionAttributeValues: marshall({
        ':status': changes.status,
        ':waiting': 'waiting',
        ...(changes.booking && { ':booking': changes.booking }),
        ...(changes.note && { ':note': changes.note }),
      }),
    },
    conflict: 'changed',
  },
  remove(table, waitlistTicketKey(wait.holder, wait.ticket)),
  ...wait.sites.map((site) => remove(table, waitlistKey(site, wait))),
]

/** It ends with what it waited for, which who waits is told. */
export const endAndTellWrites = async (
  table: Table,
  wait: WaitlistEntry,
  note: string | undefined,
): Promise<Write[]> => [
  ...endWrites(table, wait, { status: 'ended', ...(note !== undefined && { note }) }),
  ...(await callWritesOfWaitlistEntry(table, wait)),
]

/** How many items ending a waitlist entry writes. */
export const writesToEnd = ({ sites }: WaitlistEntry): number => 2 + sites.length

export const fulfilmentWrites = (table: Table, { waitlists, served }: Fulfilments): Write[] => [
  ...waitlists.map((waitlist) => headWrite(table, waitlist)),
  ...served.flatMap(({ wait, booking }) => endWrites(table, wait, { status: 'offered', booking })),
]

/** A waitlist entry that ends with a booking held for it. */
type Fulfilment = { readonly wait: WaitlistEntry; readonly booking: BookingId }

/** The waitlists that a change was decided on, and whom it serves. */
export type Fulfilments = {
  readonly waitlists: readonly WaitlistHead[]
  readonly served: readonly Fulfilment[]
}
