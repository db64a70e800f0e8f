import * as z from 'zod'
import type { BookingId } from '../domain/ids.ts'
import type { Instant } from '../domain/instant.ts'
import { REMINDER_KINDS, type Reminder } from '../domain/reminder.ts'
import { branded, InstantItem } from './branded.ts'
import { queryPage, type Table } from './client.ts'
import type { Key } from './keys/key.ts'
import { reminderKey, remindersUntil } from './keys/reminder-keys.ts'
import { putItem, removeItem } from './single-item.ts'
import { storeOf } from './store-of.ts'

/*
 | access             | how                                        | read     |
 | set one            | put: the same for the same booking and time |          |
 | what is due by now | query of a shard by time, a page at a time  | eventual |
 | one is dealt with  | delete                                      |          |
*/

const ReminderItem = z.object({
  id: branded<BookingId>(),
  kind: z.enum(REMINDER_KINDS),
  at: InstantItem,
})

export type DueReminder = Reminder & { readonly id: BookingId }

const PAGE = 100

const setReminder = async (table: Table, { id, kind, at }: DueReminder): Promise<void> => {
  await putItem(table, { ...reminderKey(at, id, kind), id, kind, at })
}

const listDue = async (
  table: Table,
  shard: number,
  now: Instant,
  after?: Key,
): Promise<{ readonly due: readonly DueReminder[]; readonly next?: Key | undefined }> => {
  const { items, next } = await queryPage(table, remindersUntil(shard, now), { most: PAGE, after })
  return { due: items.map((item) => ReminderItem.parse(item)), next }
}

const dropReminder = async (table: Table, { id, kind, at }: DueReminder): Promise<void> => {
  await removeItem(table, reminderKey(at, id, kind))
}

export type ReminderStore = ReturnType<typeof reminderStore>

export const reminderStore = (table: Table) => storeOf(table, { setReminder, listDue, dropReminder })
