import type { Booking } from '../domain/booking.ts'
import type { BookingChange } from '../domain/booking-change.ts'
import type { Instant } from '../domain/instant.ts'
import type { WaitlistEntry } from '../domain/waitlist.ts'
import { seatsOf, type Workshop } from '../domain/workshop.ts'
import { isAtAnotherTime, isNewToPeople } from '../domain/workshop-edit.ts'
import { type StoredChange, writesOf } from './booking-writes.ts'
import { callWritesOfSeats, callWritesOfWaiting } from './call-writes.ts'
import type { Table } from './client.ts'
import { both, type Condition, when } from './expression.ts'
import { dueKey } from './keys/booking-keys.ts'
import { occupancyKey } from './keys/site-keys.ts'
import { workshopKey } from './keys/workshop-keys.ts'
import { isUnchangedSince } from './occupancy-item.ts'
import type { WaitlistHead } from './waitlist-item.ts'
import { type Fulfilments, fulfilmentWrites, headWrite } from './waitlist-writes.ts'
import { listingKeys } from './workshop-listing.ts'
import { check, put, remove, update, type Write } from './write.ts'

/** Who waits for a seat, as read after the head of the waitlist. */
type Waiting = { readonly head: WaitlistHead; readonly waits: readonly WaitlistEntry[] }

/** What the free places of the former room are offered as. */
type RoomOffers = { readonly changes: readonly BookingChange[]; readonly fulfilments: Fulfilments }

/**
 * `seats` are those that move or end with the workshop, `told` those that stay; nobody takes, leaves or waits
 * for a seat between reading them and the write.
 */
export type StoredEdit = {
  readonly from: Workshop
  readonly to: Workshop
  readonly room?: StoredChange | undefined
  /** The time of those who lead it beside its first mediator, where that changes. */
  readonly presences: readonly StoredChange[]
  readonly seatsChanges: number
  readonly seats: readonly BookingChange[]
  readonly told: readonly Booking[]
  readonly waiting?: Waiting | undefined
  readonly offers?: RoomOffers | undefined
  /** When people who came before get what newcomers left, if the day changes. */
  readonly opensToAllAt?: Instant | undefined
}

const listingWrites = (table: Table, { from, to }: StoredEdit): Write[] => {
  const [before, after] = [listingKeys(from), listingKeys(to)]
  if (before[0]?.sk === after[0]?.sk) return []
  const { id, site, date } = to
  return [
    ...before.map((key) => remove(table, key)),
    ...after.map((key) => put(table, { ...key, id, site, date })),
  ]
}

/** Where seats move, their own counters are compared. */
const seatsCheck = (table: Table, { from, to, seats, seatsChanges }: StoredEdit): Write[] =>
  seats.length === 0 && (to.seats < from.seats || isNewToPeople(from, to))
    ? [check(table, occupancyKey(from.site, from.date, seatsOf(from.id)), isUnchangedSince(seatsChanges))]
    : []

/** Nobody has joined since it was read; entries follow later, and are offered seats at the new time at once. */
const waitingWrites = async (
  table: Table,
  { to }: StoredEdit,
  { head, waits }: Waiting,
): Promise<Write[]> => [
  headWrite(table, { ...head, date: to.date }),
  ...(await callWritesOfWaiting(table, waits, to)),
]

/** When the workshop is looked at: until its waiting people have followed it, and when it opens to all. */
const dueTimes = ({ from, to, waiting, opensToAllAt }: StoredEdit, now: Instant): Instant[] => [
  ...(isAtAnotherTime(from, to) && waiting?.waits.length ? [now] : []),
  ...(opensToAllAt ? [opensToAllAt] : []),
]

/** A mediator who is forgotten leaves it without a revision. */
const isAsRead = ({ revision, coMediators }: Workshop): Condition => {
  const isSame = when`#status = ${'planned'} AND #revision = ${revision}`
  return coMediators ? both(isSame, when`#coMediators = ${coMediators}`) : isSame
}

export const editWrites = async (table: Table, edit: StoredEdit, now: Instant): Promise<Write[]> => {
  const { from, to, room, presences, seatsChanges, seats, told, waiting, offers } = edit
  const { title, level, description, seats: count, mediator, mediatorName, revision } = to
  const { date, start, end, space, act, coMediators } = to
  const following = seats.map((each) => ({ ...each, withWorkshop: { seatsChanges } }))
  const changes = [...(room ? [room] : []), ...presences, ...following, ...(offers?.changes ?? [])]
  return [
    update(table, workshopKey(from.id), {
      set: {
        ...{ title, level, description, seats: count, mediator, mediatorName, revision },
        ...{ date, start, end, space, act, coMediators, editedAt: now },
      },
      when: isAsRead(from),
    }),
    ...listingWrites(table, edit),
    ...dueTimes(edit, now).map((at) => put(table, { ...dueKey(at, to.id), workshop: to.id })),
    ...seatsCheck(table, edit),
    ...(await writesOf(table, changes, now)),
    ...(await callWritesOfSeats(table, told)),
    ...(waiting ? await waitingWrites(table, edit, waiting) : []),
    ...(offers ? fulfilmentWrites(table, offers.fulfilments) : []),
  ]
}
