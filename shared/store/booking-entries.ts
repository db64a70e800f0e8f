import type { Booking } from '../domain/booking.ts'
import type { BookingChange } from '../domain/booking-change.ts'
import { dueAtOf, isActive, isHeld } from '../domain/booking-state.ts'
import { isPresence } from '../domain/mediators.ts'
import { seatIn } from '../domain/workshop.ts'
import { siteIndexEntryItem } from './booking-item.ts'
import type { Table } from './client.ts'
import { dueKey } from './keys/booking-keys.ts'
import type { Key } from './keys/key.ts'
import { seatKey } from './keys/workshop-keys.ts'
import { put, remove, type Write } from './write.ts'

const nameOf = ({ pk, sk }: Key): string => `${pk} ${sk}`

/** The room of a workshop stands for all who lead it. */
const isListed = (booking: Booking | undefined): booking is Booking =>
  booking !== undefined && isActive(booking) && !isPresence(booking)

const siteIndexEntryWrites = (table: Table, { from, to }: BookingChange): Write[] => {
  const [before, after] = [from, to].map((each) => (isListed(each) ? siteIndexEntryItem(each) : undefined))
  const moves = before && (!after || nameOf(before) !== nameOf(after))
  const isAnothers = from?.holder !== to.holder
  return [
    ...(before && moves ? [remove(table, { pk: before.pk, sk: before.sk })] : []),
    ...(after && (!before || moves || isAnothers || isHeld(to)) ? [put(table, after)] : []),
  ]
}

const isOnRoll = (booking: Booking | undefined): boolean =>
  booking !== undefined && (isActive(booking) || booking.status === 'no-show')

/** The roll of a workshop keeps seats that nobody came for, unlike the index of its site. */
const seatWrites = (table: Table, { from, to }: BookingChange): Write[] => {
  const id = seatIn(to)
  if (id === undefined) return []
  const key = seatKey(id, to.id)
  if (!isOnRoll(to)) return isOnRoll(from) ? [remove(table, key)] : []
  const isKnown = isOnRoll(from) && from?.holder === to.holder
  return isKnown ? [] : [put(table, { ...key, id: to.id, holder: to.holder })]
}

const dueWrites = (table: Table, { from, to }: BookingChange): Write[] => {
  const [before, after] = [from && dueAtOf(from), dueAtOf(to)]
  if (before === after) return []
  return [
    ...(from && before !== undefined ? [remove(table, dueKey(before, from.id))] : []),
    ...(after !== undefined ? [put(table, { ...dueKey(after, to.id), id: to.id })] : []),
  ]
}

/** Where a booking is listed: under its site, in the roll of its workshop, among what is due. */
export const entryWrites = (table: Table, change: BookingChange): Write[] => [
  ...siteIndexEntryWrites(table, change),
  ...seatWrites(table, change),
  ...dueWrites(table, change),
]
