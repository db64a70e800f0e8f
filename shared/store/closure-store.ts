import { occupancyChanges } from '../domain/allocation.ts'
import type { AuditEntry } from '../domain/audit-entry.ts'
import type { Authorship } from '../domain/authorship.ts'
import type { ClosedDay, Closure } from '../domain/closure.ts'
import type { BookingId, ClosureId, Hash, SiteId } from '../domain/ids.ts'
import type { LocalDate } from '../domain/local-date.ts'
import { atSite } from '../domain/rights.ts'
import { requestHashOf } from './booking-item.ts'
import { auditEntryWrites } from './booking-writes.ts'
import { changeItem } from './change-item.ts'
import { queryRange, readItems, type Table } from './client.ts'
import { closedDayItem, closedDayOf, closureItem, closureOf } from './closure-item.ts'
import { freeing, isClosing, occupancyWrites, reallocating, reopening } from './closure-writes.ts'
import { closedDayKey, closedDays, closureKey } from './keys.ts'
import { putNew, write } from './write.ts'

/*
 | access                            | how                                                                        | consistency |
 | a closure                         | get by site and id                                                         | strong      |
 | the closures of a site            | with the site (site-store)                                                 | eventual    |
 | begin one                         | put, on condition that it is absent                                        |             |
 | reopen                            | transaction: the closure (in force), the audit entry                       |             |
 | finish it                         | update, on condition of its state, and of how often it was begun           |             |
 | begin it again                    | update, on condition that it is in force; counts how often                 |             |
 | close a date                      | transaction: the closed day (absent), occupancies; closure still `closing` |             |
 | reopen a date                     | transaction: the closed day (still `closed`), occupancies                  |             |
 | take a closed date anew           | transaction: the closed day (still `closed`, as read), occupancies         |             |
 | note whom it touches              | update of a set                                                            |             |
 | what is closed from a date to one | query of the site's partition by dates                                     | strong      |
*/

export type StoredClosure = { readonly closure: Closure; readonly requestHash: Hash }

type Done = Authorship & Pick<AuditEntry, 'at'>

const auditEntryOn = ({ site, id: about }: Closure, done: Done & Pick<AuditEntry, 'effect'>): AuditEntry => ({
  ...done,
  scope: atSite(site),
  about,
})

export type ClosureStore = ReturnType<typeof closureStore>

export const closureStore = (table: Table) => ({
  findClosure: async (site: SiteId, id: ClosureId): Promise<StoredClosure | undefined> => {
    const [item] = await readItems(table, [closureKey(site, id)])
    return item && { closure: closureOf(item), requestHash: requestHashOf(item) }
  },

  /** False when it had been begun before. */
  addClosure: async (closure: Closure, requestHash: Hash, authorship: Authorship): Promise<boolean> =>
    !(await write(table, [
      putNew(table, closureItem(closure, requestHash)),
      ...auditEntryWrites(table, [
        auditEntryOn(closure, { ...authorship, at: closure.createdAt, effect: 'closed' }),
      ]),
    ])),

  /** False when it is not in force. */
  reopen: async (closure: Closure, done: Done): Promise<boolean> =>
    !(await write(table, [
      reopening(table, closure),
      ...auditEntryWrites(table, [auditEntryOn(closure, { ...done, effect: 'reopened' })]),
    ])),

  /** Nothing when it was begun again since it was read: it is not closed before whoever did has finished. */
  noteClosed: async ({ site, id, begun }: Closure): Promise<void> => {
    await changeItem(table, closureKey(site, id), {
      set: 'SET #state = :closed',
      when: `#state = :closing AND ${begun === undefined ? 'attribute_not_exists(#begun)' : '#begun = :begun'}`,
      values: { ':closed': 'closed', ':closing': 'closing', ...(begun !== undefined && { ':begun': begun }) },
    })
  },

  /** A closure in force, to be finished once more; undefined when it is in force no longer. */
  beginAgain: async ({ site, id }: Closure): Promise<Closure | undefined> => {
    const item = await changeItem(table, closureKey(site, id), {
      set: 'SET #state = :closing ADD #begun :one',
      when: '#state IN (:closing, :closed)',
      values: { ':closing': 'closing', ':closed': 'closed', ':one': 1 },
    })
    return item && closureOf(item)
  },

  noteReopened: async ({ site, id }: Closure): Promise<void> => {
    await changeItem(table, closureKey(site, id), {
      set: 'SET #state = :reopened',
      when: '#state = :reopening',
      values: { ':reopened': 'reopened', ':reopening': 'reopening' },
    })
  },

  /** False when it is closed already, or when its closure is reopened. */
  closeDay: async (closure: Closure, day: ClosedDay): Promise<boolean> =>
    !(await write(table, [
      putNew(table, closedDayItem(closure, day)),
      isClosing(table, closure),
      ...occupancyWrites(table, closure.site, occupancyChanges([], day.allocations)),
    ])),

  /** Gives back what a closed day takes; false when that was done before. */
  freeDay: async (site: SiteId, { closure, date, allocations }: ClosedDay): Promise<boolean> =>
    !(await write(table, [
      freeing(table, closedDayKey(site, date, closure)),
      ...occupancyWrites(table, site, occupancyChanges(allocations, [])),
    ])),

  /** What a closed day takes once the spaces are other ones; false when it is no longer as it was read. */
  replaceAllocations: async (
    site: SiteId,
    { closure, date, allocations }: ClosedDay,
    now: ClosedDay['allocations'],
  ): Promise<boolean> =>
    !(await write(table, [
      reallocating(table, closedDayKey(site, date, closure), { allocations, now }),
      ...occupancyWrites(table, site, occupancyChanges(allocations, now)),
    ])),

  /** What was freed has been offered to those who wait. */
  noteOffered: async (site: SiteId, { closure, date }: ClosedDay): Promise<void> => {
    await changeItem(table, closedDayKey(site, date, closure), {
      set: 'SET #state = :offered',
      when: '#state = :freed',
      values: { ':offered': 'offered', ':freed': 'freed' },
    })
  },

  noteTouched: async (
    site: SiteId,
    { closure, date }: ClosedDay,
    ids: readonly BookingId[],
  ): Promise<void> => {
    await changeItem(table, closedDayKey(site, date, closure), {
      set: 'ADD #touched :ids',
      when: 'attribute_exists(#pk)',
      values: { ':ids': new Set(ids) },
    })
  },

  listClosedDays: async (site: SiteId, from: LocalDate, to: LocalDate): Promise<ClosedDay[]> =>
    (await queryRange(table, closedDays(site, from, to), { consistent: true })).map(closedDayOf),
})
