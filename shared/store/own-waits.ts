import type { HolderId, WaitlistEntryId } from '../domain/ids.ts'
import type { LocalDate } from '../domain/local-date.ts'
import type { WaitlistEntry } from '../domain/waitlist.ts'
import { queryRange, readItems, type Table } from './client.ts'
import { waitlistEntryKey, waitlistTickets } from './keys/waitlist-keys.ts'
import { waitlistEntryOf } from './waitlist-item.ts'

/**
 * What somebody waits for, or only on a date: one query where they wait for nothing. The tickets may lag, at half
 * the price.
 */
export const readOwnWaits = async (
  table: Table,
  holder: HolderId,
  date?: LocalDate,
): Promise<WaitlistEntry[]> => {
  const tickets = await queryRange(table, waitlistTickets(holder))
  const ids = tickets.flatMap((ticket) =>
    date === undefined || ticket.date === date ? String(ticket.wait) : [],
  )
  if (ids.length === 0) return []
  const items = await readItems(
    table,
    ids.map((id) => waitlistEntryKey(id as WaitlistEntryId)),
  )
  return items
    .filter((item) => item !== undefined)
    .map(waitlistEntryOf)
    .filter(({ status }) => status === 'waiting')
}
