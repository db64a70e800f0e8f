import { occupancyChanges } from '../domain/allocation.ts'
import type { AuditEntry } from '../domain/audit-entry.ts'
import type { Authorship } from '../domain/authorship.ts'
import type { ClosedDay, Closure } from '../domain/closure.ts'
import type { BookingId, ClosureId, Hash, SiteId } from '../domain/ids.ts'
import { atSite } from '../domain/rights.ts'
import { requestHashOf } from './booking-item.ts'
import { auditEntryWrites } from './booking-writes.ts'
import { readItems, type Table } from './client.ts'
import { closedDayItem, closureItem, closureOf } from './closure-item.ts'
import { freeing, isClosing, occupancyWrites, reallocating, reopening } from './closure-writes.ts'
import { IS_PRESENT, when } from './expression.ts'
import { closedDayKey, closureKey } from './keys/site-keys.ts'
import { pageWrite } from './page-due.ts'
import { reviewItem, reviewWrite } from './review-store.ts'
import { changeItem, putItem } from './single-item.ts'
import { storeOf } from './store-of.ts'
import { putNew, write } from './write.ts'

/*
 | access                         | how                                                          | read     |
 | a closure                      | get by site and id                                           | strong   |
 | the closures of a site         | with the site (site-store)                                   | eventual |
 | begin one                      | transaction: closure (absent), audit entry, review, page     |          |
 | reopen                         | transaction: closure (in force), audit entry, review, page   |          |
 | finish it                      | update, on condition of its state and of how often it began  |          |
 | begin it again                 | put of a review, then update (in force); counts how often    |          |
 | close a date                   | transaction: closed day (absent), occupancies, closure check |          |
 | reopen or reallocate a date    | transaction: closed day (still closed), occupancies          |          |
 | note which bookings it touches | update of a set                                              |          |
*/

type StoredClosure = { readonly closure: Closure; readonly requestHash: Hash }

type Done = Authorship & Pick<AuditEntry, 'at'>

const auditEntryOn = ({ site, id: about }: Closure, done: Done & Pick<AuditEntry, 'effect'>): AuditEntry => ({
  ...done,
  scope: atSite(site),
  about,
})

const findClosure = async (table: Table, site: SiteId, id: ClosureId): Promise<StoredClosure | undefined> => {
  const [item] = await readItems(table, [closureKey(site, id)])
  return item && { closure: closureOf(item), requestHash: requestHashOf(item) }
}

/** False when its id is taken. */
const addClosure = async (
  table: Table,
  closure: Closure,
  requestHash: Hash,
  authorship: Authorship,
): Promise<boolean> =>
  !(await write(table, [
    putNew(table, closureItem(closure, requestHash)),
    reviewWrite(table, closure.site),
    pageWrite(table, closure.site),
    ...auditEntryWrites(table, [
      auditEntryOn(closure, { ...authorship, at: closure.createdAt, effect: 'closed' }),
    ]),
  ]))

const reopen = async (table: Table, closure: Closure, done: Done): Promise<boolean> =>
  !(await write(table, [
    reopening(table, closure),
    reviewWrite(table, closure.site),
    pageWrite(table, closure.site),
    ...auditEntryWrites(table, [auditEntryOn(closure, { ...done, effect: 'reopened' })]),
  ]))

/** No-op if the closure was restarted since we read it: the restarting run will close it. */
const noteClosed = async (table: Table, { site, id, begun }: Closure): Promise<void> => {
  await changeItem(table, closureKey(site, id), {
    set: { state: 'closed' },
    when:
      begun === undefined
        ? when`#state = ${'closing'} AND attribute_not_exists(#begun)`
        : when`#state = ${'closing'} AND #begun = ${begun}`,
  })
}

/** Restarts a closure; undefined when it is no longer in force. */
const beginAgain = async (table: Table, { site, id }: Closure): Promise<Closure | undefined> => {
  await putItem(table, reviewItem(site))
  const item = await changeItem(table, closureKey(site, id), {
    set: { state: 'closing' },
    add: { begun: 1 },
    when: when`#state IN (${'closing'}, ${'closed'})`,
  })
  return item && closureOf(item)
}

const noteReopened = async (table: Table, { site, id }: Closure): Promise<void> => {
  await changeItem(table, closureKey(site, id), {
    set: { state: 'reopened' },
    when: when`#state = ${'reopening'}`,
  })
}

/** False when the date is closed already, or the closure is being reopened. */
const closeDay = async (table: Table, closure: Closure, day: ClosedDay): Promise<boolean> =>
  !(await write(table, [
    putNew(table, closedDayItem(closure, day)),
    isClosing(table, closure),
    ...occupancyWrites(table, closure.site, occupancyChanges([], day.allocations)),
  ]))

/** False when it was freed before. */
const freeDay = async (table: Table, site: SiteId, day: ClosedDay): Promise<boolean> =>
  !(await write(table, [
    freeing(table, site, day),
    ...occupancyWrites(table, site, occupancyChanges(day.allocations, [])),
  ]))

/** After a change of the spaces; false when the day is not as it was read. */
const replaceAllocations = async (
  table: Table,
  site: SiteId,
  day: ClosedDay,
  now: ClosedDay['allocations'],
): Promise<boolean> =>
  !(await write(table, [
    reallocating(table, site, day, now),
    ...occupancyWrites(table, site, occupancyChanges(day.allocations, now)),
  ]))

const noteOffered = async (table: Table, site: SiteId, { closure, date }: ClosedDay): Promise<void> => {
  await changeItem(table, closedDayKey(site, date, closure), {
    set: { state: 'offered' },
    when: when`#state = ${'freed'}`,
  })
}

const noteTouched = async (
  table: Table,
  site: SiteId,
  { closure, date }: ClosedDay,
  ids: readonly BookingId[],
): Promise<void> => {
  await changeItem(table, closedDayKey(site, date, closure), {
    add: { touched: new Set(ids) },
    when: IS_PRESENT,
  })
}

export const closureStore = (table: Table) =>
  storeOf(table, {
    findClosure,
    addClosure,
    reopen,
    noteClosed,
    beginAgain,
    noteReopened,
    closeDay,
    freeDay,
    replaceAllocations,
    noteOffered,
    noteTouched,
  })
