import type { BookingId } from '../../domain/ids.ts'
import type { Instant } from '../../domain/instant.ts'
import type { ReminderKind } from '../../domain/reminder.ts'
import { beginningWith, type Key, type PartitionRange, sortable } from './key.ts'

/** Everybody is reminded at seven: several partitions share what one could not write. */
const SHARDS = 8
export const REMINDERS = 'REMINDER#'

export const REMINDER_SHARDS: readonly number[] = Array.from({ length: SHARDS }, (_, shard) => shard)

const shardOf = (id: BookingId): number =>
  [...id].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % SHARDS

export const reminderKey = (at: Instant, id: BookingId, kind: ReminderKind): Key => ({
  pk: `${REMINDERS}${shardOf(id)}`,
  sk: `${sortable(at)}#${id}#${kind}`,
})

/** One mark for each, however often the booking moves to and fro. */
export const reminderMark = (id: BookingId, kind: ReminderKind, at: Instant): string =>
  `${REMINDERS}${id}#${kind}#${at}`

export const remindersUntil = (shard: number, at: Instant): PartitionRange => ({
  pk: `${REMINDERS}${shard}`,
  ...beginningWith('0', `${sortable(at)}#`),
})
