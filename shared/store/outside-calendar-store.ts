import { occupancyChanges } from '../domain/allocation.ts'
import type { AuditEntry } from '../domain/audit-entry.ts'
import type { ClosedDay } from '../domain/closure.ts'
import type { SiteId, SpaceId } from '../domain/ids.ts'
import type { OutsideCalendar } from '../domain/outside-calendar.ts'
import { auditEntryWrites } from './booking-writes.ts'
import { readItems, type Table } from './client.ts'
import { closedDayItem } from './closure-item.ts'
import { occupancyWrites, reallocating } from './closure-writes.ts'
import { type Condition, when } from './expression.ts'
import { outsideDueKey, outsideKey } from './keys/outside-keys.ts'
import { outsideCalendarOf } from './outside-item.ts'
import { removeItem } from './single-item.ts'
import { storeOf } from './store-of.ts'
import { type Conflict, check, put, putNew, type Write, write } from './write.ts'

/*
 | access                        | how                                                                  | read   |
 | the calendar of a space       | get                                                                  | strong |
 | set it, note what it said     | transaction: the calendar (as read), when to read it next, an audit entry |        |
 | take or give back a date      | transaction: closed day (as read), occupancies, the calendar (as read) |        |
 | it has ended                  | delete (as read)                                                     |        |
*/

const findOutside = async (
  table: Table,
  site: SiteId,
  space: SpaceId,
): Promise<OutsideCalendar | undefined> => {
  const [item] = await readItems(table, [outsideKey(site, space)])
  return item && outsideCalendarOf(item)
}

const isAsRead = ({ revision, dueAt }: OutsideCalendar): Condition =>
  when`#revision = ${revision} AND #dueAt = ${dueAt}`

/** Also when it is read next: a time that was noted before no longer counts. Answers `changed` when it has. */
const putOutside = (
  table: Table,
  to: OutsideCalendar,
  from: OutsideCalendar | undefined,
  auditEntry?: AuditEntry,
): Promise<Conflict | undefined> => {
  const { site, space, dueAt } = to
  const item = { ...outsideKey(site, space), ...to }
  return write(table, [
    from ? put(table, item, isAsRead(from)) : putNew(table, item),
    put(table, { ...outsideDueKey(dueAt, site, space), outside: { site, space } }),
    ...auditEntryWrites(table, [auditEntry]),
  ])
}

const dayWrite = (table: Table, site: SiteId, from: ClosedDay | undefined, to: ClosedDay): Write =>
  from ? reallocating(table, site, from, to.allocations) : putNew(table, closedDayItem({ site }, to))

/** Takes a date as it is busy now, whatever is booked there. Answers `changed` when something else has. */
const takeDay = (
  table: Table,
  calendar: OutsideCalendar,
  from: ClosedDay | undefined,
  to: ClosedDay,
): Promise<Conflict | undefined> => {
  const { site, space } = calendar
  return write(table, [
    dayWrite(table, site, from, to),
    check(table, outsideKey(site, space), isAsRead(calendar)),
    ...occupancyWrites(table, site, occupancyChanges(from?.allocations ?? [], to.allocations)),
  ])
}

const dropOutside = (table: Table, calendar: OutsideCalendar): Promise<boolean> =>
  removeItem(table, outsideKey(calendar.site, calendar.space), isAsRead(calendar))

export const outsideCalendarStore = (table: Table) =>
  storeOf(table, { findOutside, putOutside, takeDay, dropOutside })
