import { marshall } from '@aws-sdk/util-dynamodb'
import type { Act, Doing } from '../domain/act.ts'
import type { BookingId } from '../domain/booking.ts'
import type { ClosedDay, Closure, ClosureId } from '../domain/closure.ts'
import { type SheetChange, sheetChanges } from '../domain/footprint.ts'
import type { LocalDate } from '../domain/local-date.ts'
import { atSite } from '../domain/rights.ts'
import type { SiteId } from '../domain/site.ts'
import { requestHashOf } from './booking-item.ts'
import { noted, putNew, type Write, write } from './booking-writes.ts'
import { changeItem } from './change-item.ts'
import { queryRange, readItems, type Table } from './client.ts'
import { closedDayItem, closedDayOf, closureItem, closureOf } from './closure-item.ts'
import { closedDayKey, closedDays, closureKey, daySheetKey, type Hash, type Key } from './keys.ts'
import { changeCounters } from './sheet-item.ts'

/*
 | access                           | how                                                                   | consistency |
 | a closure                        | get by site and id                                                    | strong      |
 | the closures of a site           | with the site (site-store)                                            | eventual    |
 | begin one                        | put, on condition that it is absent                                   |             |
 | reopen                           | transaction: the closure (in force), the act                          |             |
 | finish it                        | update, on condition of its state, and of how often it was begun      |             |
 | begin it again                   | update, on condition that it is in force; counts how often            |             |
 | close a date                     | transaction: the closed day (absent), sheets; closure still `closing` |             |
 | reopen a date                    | transaction: the closed day (still `closed`), sheets                  |             |
 | take a closed date anew          | transaction: the closed day (still `closed`, as read), sheets         |             |
 | note whom it touches             | update of a set                                                       |             |
 | what is closed from a date to one| query of the site's partition by dates                                | strong      |
*/

export type StoredClosure = { readonly closure: Closure; readonly requestHash: Hash }

/** Without a condition: what is closed is taken whatever is booked, and what is freed was taken. */
const sheetWrites = (table: Table, site: SiteId, changes: readonly SheetChange[]): Write[] =>
  changes.map(({ space, date, deltas }) => {
    const {
      ConditionExpression: _,
      ExpressionAttributeValues: values,
      ...update
    } = changeCounters(table, daySheetKey(site, date, space), { deltas, capacity: Number.MAX_SAFE_INTEGER })
    const used = Object.entries(values ?? {}).filter(([name]) => !name.startsWith(':leave'))
    return { Update: { ...update, ExpressionAttributeValues: Object.fromEntries(used) } }
  })

const isClosing = (table: Table, { site, id }: Closure): Write => ({
  ConditionCheck: {
    TableName: table.name,
    Key: marshall(closureKey(site, id)),
    ConditionExpression: '#state = :closing',
    ExpressionAttributeNames: { '#state': 'state' },
    ExpressionAttributeValues: marshall({ ':closing': 'closing' }),
  },
  conflict: 'changed',
})

const reopening = (table: Table, { site, id }: Closure): Write => ({
  Update: {
    TableName: table.name,
    Key: marshall(closureKey(site, id)),
    UpdateExpression: 'SET #state = :reopening',
    ConditionExpression: '#state IN (:closing, :closed)',
    ExpressionAttributeNames: { '#state': 'state' },
    ExpressionAttributeValues: marshall({ ':reopening': 'reopening', ':closing': 'closing', ':closed': 'closed' }),
  },
  conflict: 'changed',
})

type Done = Doing & Pick<Act, 'at'>

const actOn = ({ site, id: about }: Closure, done: Done & Pick<Act, 'effect'>): Act => ({
  ...done,
  scope: atSite(site),
  about,
})

const freeing = (table: Table, key: Key): Write => ({
  Update: {
    TableName: table.name,
    Key: marshall(key),
    UpdateExpression: 'SET #state = :freed',
    ConditionExpression: '#state = :closed',
    ExpressionAttributeNames: { '#state': 'state' },
    ExpressionAttributeValues: marshall({ ':freed': 'freed', ':closed': 'closed' }),
  },
  conflict: 'changed',
})

const retaking = (table: Table, key: Key, values: { readonly takings: unknown; readonly now: unknown }): Write => ({
  Update: {
    TableName: table.name,
    Key: marshall(key),
    UpdateExpression: 'SET takings = :now',
    ConditionExpression: '#state = :closed AND takings = :takings',
    ExpressionAttributeNames: { '#state': 'state' },
    ExpressionAttributeValues: marshall({ ':closed': 'closed', ':now': values.now, ':takings': values.takings }),
  },
  conflict: 'changed',
})

export type ClosureStore = ReturnType<typeof closureStore>

export const closureStore = (table: Table) => ({
  findClosure: async (site: SiteId, id: ClosureId): Promise<StoredClosure | undefined> => {
    const [item] = await readItems(table, [closureKey(site, id)])
    return item && { closure: closureOf(item), requestHash: requestHashOf(item) }
  },

  /** False when it had been begun before. */
  addClosure: async (closure: Closure, requestHash: Hash, doing: Doing): Promise<boolean> =>
    !(await write(table, [
      putNew(table, closureItem(closure, requestHash)),
      ...noted(table, [actOn(closure, { ...doing, at: closure.createdAt, effect: 'closed' })]),
    ])),

  /** False when it is not in force. */
  reopen: async (closure: Closure, done: Done): Promise<boolean> =>
    !(await write(table, [
      reopening(table, closure),
      ...noted(table, [actOn(closure, { ...done, effect: 'reopened' })]),
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
      ...sheetWrites(table, closure.site, sheetChanges([], day.takings)),
    ])),

  /** Gives back what a closed day takes; false when that was done before. */
  freeDay: async (site: SiteId, { closure, date, takings }: ClosedDay): Promise<boolean> =>
    !(await write(table, [
      freeing(table, closedDayKey(site, date, closure)),
      ...sheetWrites(table, site, sheetChanges(takings, [])),
    ])),

  /** What a closed day takes once the spaces are other ones; false when it is no longer as it was read. */
  retakeDay: async (site: SiteId, { closure, date, takings }: ClosedDay, now: ClosedDay['takings']): Promise<boolean> =>
    !(await write(table, [
      retaking(table, closedDayKey(site, date, closure), { takings, now }),
      ...sheetWrites(table, site, sheetChanges(takings, now)),
    ])),

  /** What was freed has been offered to those who wait. */
  noteOffered: async (site: SiteId, { closure, date }: ClosedDay): Promise<void> => {
    await changeItem(table, closedDayKey(site, date, closure), {
      set: 'SET #state = :offered',
      when: '#state = :freed',
      values: { ':offered': 'offered', ':freed': 'freed' },
    })
  },

  noteTouched: async (site: SiteId, { closure, date }: ClosedDay, ids: readonly BookingId[]): Promise<void> => {
    await changeItem(table, closedDayKey(site, date, closure), {
      set: 'ADD #touched :ids',
      when: 'attribute_exists(#pk)',
      values: { ':ids': new Set(ids) },
    })
  },

  listClosedDays: async (site: SiteId, from: LocalDate, to: LocalDate): Promise<ClosedDay[]> =>
    (await queryRange(table, closedDays(site, from, to), { consistent: true })).map(closedDayOf),
})
