import { type Allocation, type OccupancyChange, occupancyChanges } from '../domain/allocation.ts'
import { type AuditEntry, auditEntryOf } from '../domain/audit-entry.ts'
import { isByKey } from '../domain/authorship.ts'
import type { Booking } from '../domain/booking.ts'
import { holderAllocationsOf, isRoom } from '../domain/booking-change.ts'
import { isActive, isHeld } from '../domain/booking-state.ts'
import { type Hash, type HolderId, NOBODY } from '../domain/ids.ts'
import type { Instant } from '../domain/instant.ts'
import { auditEntryItem } from './audit-entry-item.ts'
import { entryWrites } from './booking-entries.ts'
import { bookingItem, startsLocalOf } from './booking-item.ts'
import { callWrites } from './call-item.ts'
import type { Item, Table } from './client.ts'
import { when } from './expression.ts'
import { apiKeyKey } from './keys/api-key-keys.ts'
import { bookingKey } from './keys/booking-keys.ts'
import { holderOccupancyKey } from './keys/holder-keys.ts'
import { occupancyKey } from './keys/site-keys.ts'
import { type DecidedChange, lendingChecks, siteChecks } from './lending-checks.ts'
import { changeCounters } from './occupancy-item.ts'
import { seatChecks } from './seat-checks.ts'
import { staysOn } from './stays.ts'
import { usageWrites } from './usage-item.ts'
import { check, put, putNew, update, type Write } from './write.ts'

/** What a tool does is written only while its key is not revoked. */
const keyChecks = (table: Table, auditEntries: readonly AuditEntry[]): Write[] =>
  [...new Set(auditEntries.filter(isByKey).map(({ by }) => by as HolderId))].map((key) => ({
    ...check(table, apiKeyKey(key), when`attribute_exists(pk) AND attribute_not_exists(revokedAt)`),
    conflict: 'key-revoked',
  }))

export const auditEntryWrites = (
  table: Table,
  auditEntries: readonly (AuditEntry | undefined)[],
): Write[] => {
  const entries = auditEntries.filter((auditEntry) => auditEntry !== undefined)
  return [
    ...entries.map((auditEntry) => put(table, auditEntryItem(auditEntry))),
    ...keyChecks(table, entries),
  ]
}

/**
 * A new booking is its own idempotency record. With `ownDayChanges` it is written only if the holder's own day
 * has not changed since it was read; a seat `withWorkshop`, only if nobody took or left one since, and the
 * workshop is written with it.
 */
export type StoredChange = DecidedChange & {
  readonly requestHash?: Hash
  readonly ownDayChanges?: number | undefined
  readonly withWorkshop?: { readonly seatsChanges: number } | undefined
}

const NOT_REQUESTED = '-' as Hash

const CHANGING = [
  ...['space', 'date', 'start', 'end', 'places', 'use', 'allocations', 'lentAs', 'kept', 'startsLocal'],
  ...['guest', 'cycleToldAt', 'wait'],
  ...['revision', 'status', 'until', 'claimBy', 'cause', 'note', 'replacedBy', 'cancelBefore'],
  ...['late', 'countsFor', 'byStaff', 'withSeries', 'holder', 'markedAt', 'excused'],
]

/** A hold can be confirmed only before it expires: the condition repeats it, since the clock moves on. */
const alteration = (table: Table, from: Booking, to: Booking, now: Instant): Write => {
  const isAnswered = isHeld(from) && isActive(to)
  const after: Item = { ...to, startsLocal: startsLocalOf(to) }
  return update(table, bookingKey(from.id), {
    set: Object.fromEntries(CHANGING.map((name) => [name, after[name]])),
    when: isAnswered
      ? when`#revision = ${from.revision} AND #until > ${now}`
      : when`#revision = ${from.revision}`,
  })
}

const active = (bookings: readonly (Booking | undefined)[]): Booking[] =>
  bookings.filter((each) => each !== undefined).filter(isActive)

type Counted = { readonly freed: readonly Booking[]; readonly taken: readonly Booking[] }

/** One write per occupancy: a transaction may touch an item only once. */
const counterWrites = <Owner>(
  { freed, taken }: Counted,
  ownerOf: (booking: Booking) => Owner,
  allocationsIn: (booking: Booking) => readonly Allocation[],
  writeOf: (owner: Owner, change: OccupancyChange, theirs: Counted) => Write,
): Write[] =>
  [...new Set([...freed, ...taken].map(ownerOf))].flatMap((owner) => {
    const of = (bookings: readonly Booking[]) => bookings.filter((each) => ownerOf(each) === owner)
    const theirs = { freed: of(freed), taken: of(taken) }
    return occupancyChanges(theirs.freed.flatMap(allocationsIn), theirs.taken.flatMap(allocationsIn)).map(
      (change) => writeOf(owner, change, theirs),
    )
  })

const placeWrites = (table: Table, counted: Counted, changes: readonly StoredChange[]): Write[] =>
  counterWrites(
    counted,
    ({ site }) => site,
    ({ allocations }) => allocations,
    (site, change) => {
      const { date, space } = change
      const left = changes.find(({ from }) => from?.space === space && from.date === date)
      const whole = changeCounters(change, left?.withWorkshop?.seatsChanges)
      return { ...update(table, occupancyKey(site, date, space), whole), conflict: 'taken' }
    },
  )

const isSomebodys = ({ holder }: Booking): boolean => holder !== NOBODY

const ownDayWrites = (table: Table, { freed, taken }: Counted, changes: readonly StoredChange[]): Write[] => {
  const written = new Set<string>()
  const writeOf = (holder: HolderId, change: OccupancyChange, theirs: Counted): Write => {
    const { date } = change
    written.add(`${holder} ${date}`)
    const theirDay = changes.filter(({ to }) => to.holder === holder && to.date === date)
    const read = theirDay.find(({ ownDayChanges }) => ownDayChanges !== undefined)?.ownDayChanges
    const whole = { ...changeCounters(change, read), set: staysOn(date, theirs) }
    return { ...update(table, holderOccupancyKey(holder, date), whole), conflict: 'holder-busy' }
  }
  const own = { freed: freed.filter(isSomebodys), taken: taken.filter(isSomebodys) }
  const counted = counterWrites(own, ({ holder }) => holder, holderAllocationsOf, writeOf)
  // Who becomes the first mediator of a workshop has the same time, as another booking.
  const led = [...own.freed, ...own.taken].filter(isRoom)
  const passed = led.filter(({ holder, date }) => !written.has(`${holder} ${date}`))
  const once = new Map(passed.map((each) => [`${each.holder} ${each.date}`, each]))
  return [
    ...counted,
    ...[...once.values()].map(({ holder, space, date }) => {
      const isTheirs = (each: Booking) => each.holder === holder
      const theirs = { freed: own.freed.filter(isTheirs), taken: own.taken.filter(isTheirs) }
      return writeOf(holder, { space, date, deltas: {}, capacity: 1 }, theirs)
    }),
  ]
}

/**
 * Everything that some changes of bookings write, in one transaction, the calls to holders whom no message
 * reaches included.
 */
export const writesOf = async (
  table: Table,
  changes: readonly StoredChange[],
  now: Instant,
): Promise<Write[]> => {
  const [before, after] = [active(changes.map(({ from }) => from)), active(changes.map(({ to }) => to))]
  const counted = { freed: before, taken: after }
  return [
    ...changes.map(({ from, to, requestHash = NOT_REQUESTED }) =>
      from ? alteration(table, from, to, now) : putNew(table, bookingItem(to, requestHash)),
    ),
    ...changes.flatMap((change) => entryWrites(table, change)),
    ...usageWrites(table, changes, now),
    ...seatChecks(table, changes),
    ...siteChecks(table, changes),
    ...lendingChecks(table, changes),
    ...placeWrites(table, counted, changes),
    ...ownDayWrites(table, counted, changes),
    ...(await callWrites(table, changes)),
    ...auditEntryWrites(
      table,
      changes.map((change) => auditEntryOf(change, now)),
    ),
  ]
}
