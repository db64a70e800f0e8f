import type { TransactWriteItem } from '@aws-sdk/client-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
import { type Act, actOf } from '../domain/act.ts'
import { type Booking, type HolderId, NOBODY, type WorkshopId } from '../domain/booking.ts'
import { type BookingChange, dueAtOf, isHeld, isStanding, ownTimesOf } from '../domain/booking-change.ts'
import { sheetChanges, type Taking } from '../domain/footprint.ts'
import type { Instant } from '../domain/instant.ts'
import type { SiteId } from '../domain/site.ts'
import { seatIn } from '../domain/workshop.ts'
import { actItem } from './act-item.ts'
import { bookingItem, standInItem, startsLocalOf } from './booking-item.ts'
import { callWrites } from './call-item.ts'
import type { Table } from './client.ts'
import { ContentionError } from './contention.ts'
import { bookingKey, daySheetKey, dueKey, type Hash, holderSheetKey, type Key, spaceKey, workshopKey } from './keys.ts'
import { changeCounters } from './sheet-item.ts'
import { isAtRevision } from './site-item.ts'
import { tallyWrites } from './tally-item.ts'
import { transact } from './transact.ts'

/** What stood in the way when it was written: something is not as it was read, a sheet is full, a holder is busy. */
export type Conflict = 'changed' | 'taken' | 'holder-busy'

export type Write = TransactWriteItem & { readonly conflict?: Conflict }

/** Answers what stood in the way, or undefined when all was written. */
export const write = async (table: Table, writes: readonly Write[]): Promise<Conflict | undefined> => {
  const failed = await transact(
    table,
    writes.map(({ conflict: _, ...item }) => item),
  )
  if (!failed) return undefined
  const first = writes.find((_, at) => failed[at])?.conflict
  if (!first) throw new Error('a write without a condition was refused')
  return first
}

const putOf = (table: Table, item: Readonly<Record<string, unknown>>) => ({
  TableName: table.name,
  Item: marshall(item, { removeUndefinedValues: true }),
})

export const put = (table: Table, item: Readonly<Record<string, unknown>>): Write => ({ Put: putOf(table, item) })

/** On condition that there is none yet. */
export const putNew = (table: Table, item: Readonly<Record<string, unknown>>): Write => ({
  Put: { ...putOf(table, item), ConditionExpression: 'attribute_not_exists(pk)' },
  conflict: 'changed',
})

export const remove = (table: Table, key: Key): Write => ({ Delete: { TableName: table.name, Key: marshall(key) } })

/** What was done by another than whom it concerns, told in the transaction that does it. */
export const noted = (table: Table, acts: readonly (Act | undefined)[]): Write[] =>
  acts.filter((act) => act !== undefined).map((act) => put(table, actItem(act)))

/** A booking that is added is its own idempotency record; one that changes is not as it was read only once. */
export type StoredChange = BookingChange & { readonly requestHash?: Hash }

const NOT_REQUESTED = '-' as Hash

const CHANGING = [
  ...['space', 'date', 'start', 'end', 'places', 'use', 'takings', 'lentAs', 'kept'],
  ...['revision', 'status', 'until', 'claimBy', 'cause', 'note', 'replacedBy', 'cancelBefore', 'late', 'tally'],
  'byStaff',
] as const

/** What is held is confirmed only as long as it is held: the condition says so as well. */
const alteration = (table: Table, from: Booking, to: Booking, now: Instant): Write => {
  const isAnswered = isHeld(from) && isStanding(to)
  const changing: Record<string, unknown> = { ...to, startsLocal: startsLocalOf(to) }
  const names = [...CHANGING, 'startsLocal']
  const set = names.filter((name) => changing[name] !== undefined)
  const unset = names.filter((name) => changing[name] === undefined)
  return {
    Update: {
      TableName: table.name,
      Key: marshall(bookingKey(from.id)),
      UpdateExpression: `SET ${set.map((name) => `#${name} = :${name}`).join(', ')} REMOVE ${unset.map((name) => `#${name}`).join(', ')}`,
      ConditionExpression: `#revision = :read${isAnswered ? ' AND #until > :now' : ''}`,
      ExpressionAttributeNames: Object.fromEntries(names.map((name) => [`#${name}`, name])),
      ExpressionAttributeValues: marshall({
        ':read': from.revision,
        ...(isAnswered && { ':now': now }),
        ...Object.fromEntries(set.map((name) => [`:${name}`, changing[name]])),
      }),
    },
    conflict: 'changed',
  }
}

const nameOf = ({ pk, sk }: Key): string => `${pk} ${sk}`

const standInWrites = (table: Table, { from, to }: BookingChange): Write[] => {
  const [before, after] = [from, to].map((each) => (each && isStanding(each) ? standInItem(each) : undefined))
  const moves = before && (!after || nameOf(before) !== nameOf(after))
  return [
    ...(before && moves ? [remove(table, { pk: before.pk, sk: before.sk })] : []),
    ...(after && (!before || moves || (to && isHeld(to))) ? [put(table, after)] : []),
  ]
}

const dueWrites = (table: Table, { from, to }: BookingChange): Write[] => {
  const [before, after] = [from && dueAtOf(from), dueAtOf(to)]
  if (before === after) return []
  return [
    ...(from && before !== undefined ? [remove(table, dueKey(before, from.id))] : []),
    ...(after !== undefined ? [put(table, { ...dueKey(after, to.id), id: to.id })] : []),
  ]
}

type Part<Owner> = { readonly owner: Owner; readonly takings: readonly Taking[] }

const standing = (bookings: readonly (Booking | undefined)[]): Booking[] =>
  bookings.filter((each) => each !== undefined).filter(isStanding)

/** One write for each sheet, whatever the number of bookings that come and go there. */
const counterWrites = <Owner>(
  table: Table,
  { freed, taken }: { readonly freed: readonly Part<Owner>[]; readonly taken: readonly Part<Owner>[] },
  keyOf: (owner: Owner, taking: Pick<Taking, 'date' | 'space'>) => Key,
  conflict: Conflict,
): Write[] => {
  const owners = [...new Set([...freed, ...taken].map(({ owner }) => owner))]
  const of = (parts: readonly Part<Owner>[], owner: Owner) =>
    parts.filter((part) => part.owner === owner).flatMap(({ takings }) => takings)
  return owners.flatMap((owner) =>
    sheetChanges(of(freed, owner), of(taken, owner)).map((change) => ({
      Update: changeCounters(table, keyOf(owner, change), change),
      conflict,
    })),
  )
}

/** Nothing of a workshop is taken or waited for once it is cancelled, not even at the same moment. */
export const stillPlanned = (table: Table, id: WorkshopId): Write => ({
  ConditionCheck: {
    TableName: table.name,
    Key: marshall(workshopKey(id)),
    ConditionExpression: '#status = :planned',
    ExpressionAttributeNames: { '#status': 'status' },
    ExpressionAttributeValues: marshall({ ':planned': 'planned' }),
  },
  conflict: 'changed',
})

const seatChecks = (table: Table, changes: readonly StoredChange[]): Write[] => {
  const workshops = new Set(changes.map(({ to }) => (isStanding(to) ? seatIn(to) : undefined)))
  return [...workshops].filter((id) => id !== undefined).map((id) => stillPlanned(table, id))
}

const isSomebodys = ({ holder }: Booking): boolean => holder !== NOBODY
const takesAnew = ({ from, to }: BookingChange): boolean =>
  isStanding(to) && !seatIn(to) && JSON.stringify(from?.takings) !== JSON.stringify(to.takings)

/** Places are taken of a space as it is lent now: whoever read it before a change reads it again. */
const lendingChecks = (table: Table, changes: readonly StoredChange[]): Write[] => {
  const taken = changes.filter(takesAnew).map(({ to }) => to)
  const revisions = new Map(taken.map(({ site, space, lentAs }) => [nameOf(spaceKey(site, space)), lentAs]))
  if (taken.some(({ site, space, lentAs }) => revisions.get(nameOf(spaceKey(site, space))) !== lentAs))
    throw new ContentionError('changed')
  const once = new Map(taken.map((booking) => [nameOf(spaceKey(booking.site, booking.space)), booking]))
  return [...once.values()].map(({ site, space, lentAs }) => ({
    ConditionCheck: { TableName: table.name, Key: marshall(spaceKey(site, space)), ...isAtRevision(lentAs) },
    conflict: 'changed',
  }))
}

/** All that some changes of bookings mean in the table, as one transaction: nobody's is changed without their being told. */
export const writesOf = async (table: Table, changes: readonly StoredChange[], now: Instant): Promise<Write[]> => {
  const [before, after] = [standing(changes.map(({ from }) => from)), standing(changes.map(({ to }) => to))]
  const places = ({ site, takings }: Booking): Part<SiteId> => ({ owner: site, takings })
  const ownTime = (booking: Booking): Part<HolderId> => ({ owner: booking.holder, takings: ownTimesOf(booking) })
  return [
    ...changes.map(({ from, to, requestHash = NOT_REQUESTED }) =>
      from ? alteration(table, from, to, now) : putNew(table, bookingItem(to, requestHash)),
    ),
    ...changes.flatMap((change) => [...standInWrites(table, change), ...dueWrites(table, change)]),
    ...tallyWrites(table, changes, now),
    ...seatChecks(table, changes),
    ...lendingChecks(table, changes),
    ...counterWrites(
      table,
      { freed: before.map(places), taken: after.map(places) },
      (site, { date, space }) => daySheetKey(site, date, space),
      'taken',
    ),
    ...counterWrites(
      table,
      { freed: before.filter(isSomebodys).map(ownTime), taken: after.filter(isSomebodys).map(ownTime) },
      (holder, { date }) => holderSheetKey(holder, date),
      'holder-busy',
    ),
    ...(await callWrites(table, changes)),
    ...noted(
      table,
      changes.map((change) => actOf(change, now)),
    ),
  ]
}
