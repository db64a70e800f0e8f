import { marshall } from '@aws-sdk/util-dynamodb'
import type { WorkshopId } from '../domain/booking.ts'
import type { Closure, ClosureId } from '../domain/closure.ts'
import type { Conditions } from '../domain/conditions.ts'
import type { DaySheet } from '../domain/day-sheet.ts'
import { without } from '../domain/footprint.ts'
import type { Instant } from '../domain/instant.ts'
import type { LocalDate } from '../domain/local-date.ts'
import type { Site, SiteId } from '../domain/site.ts'
import type { Space, SpaceId } from '../domain/space.ts'
import { holdOf } from './booking-item.ts'
import { type Item, queryRange, readItems, type Table } from './client.ts'
import { closureOf } from './closure-item.ts'
import { conditionsOf } from './conditions-store.ts'
import {
  closureKey,
  conditionsKey,
  daySheets,
  holds,
  hoursKey,
  siteItems,
  siteKey,
  spaceKey,
  workshopKey,
} from './keys.ts'
import { sheetOf } from './sheet-item.ts'
import { siteOf, spaceOf } from './site-item.ts'
import { transact } from './transact.ts'
import { plannedSeatsOf } from './workshop-item.ts'

/*
 | access                            | how                                                     | consistency |
 | a site, closures, hours, spaces   | query of its partition, `SITE` to `SPACE#~`             | as asked    |
 | the sheets of some days of a site | query of its partition, `DAY#<from>#` to `DAY#<to>#~`   | eventual    |
 | what is held for a time there     | query of its partition, `HOLD#<from>#` to `HOLD#<to>#~` | eventual    |
 | one date of a site                | queries of its partition; or get of a workshop        | strong      |
 | lend the spaces of a site         | transaction of puts                                     |             |
*/

/** `closures` are all that are not reopened yet, the past ones included. */
export type LentSite = {
  readonly site: Site
  readonly spaces: readonly Space[]
  readonly closures: readonly Closure[]
  readonly conditions?: Conditions | undefined
}

/** The sheet of a space on a date; an empty one when nothing was ever taken. */
export type SheetAt = (date: LocalDate, space: SpaceId) => DaySheet

export type SiteStore = ReturnType<typeof siteStore>

const SPACES = spaceKey('' as SiteId, '' as SpaceId).sk
const CLOSURES = closureKey('' as SiteId, '' as ClosureId).sk

export const lentSiteOf = (id: SiteId, items: readonly Item[]): LentSite | undefined => {
  const item = items.find(({ sk }) => sk === siteKey(id).sk)
  if (!item) return undefined
  const hours = items.find(({ sk }) => sk === hoursKey(id).sk)
  const named = (prefix: string) => items.filter(({ sk }) => String(sk).startsWith(prefix))
  return {
    site: siteOf(item, hours),
    spaces: named(SPACES).map(spaceOf),
    conditions: conditionsOf(items.find(({ sk }) => sk === conditionsKey(id).sk)),
    closures: named(CLOSURES)
      .map(closureOf)
      .filter(({ state }) => state !== 'reopened'),
  }
}

const readSeats = async (table: Table, id: WorkshopId): Promise<Space[]> => {
  const [item] = await readItems(table, [workshopKey(id)])
  const seats = item && plannedSeatsOf(item)
  return seats ? [seats] : []
}

export const siteStore = (table: Table) => ({
  /** Where a site belongs: what rights depend on. */
  findPlace: async (id: SiteId): Promise<Pick<Site, 'id' | 'parent' | 'departement' | 'timeZone'> | undefined> => {
    const [item] = await readItems(table, [siteKey(id)])
    return item && siteOf(item, undefined)
  },

  findSite: async (id: SiteId, read: { readonly consistent?: boolean } = {}): Promise<LentSite | undefined> =>
    lentSiteOf(id, await queryRange(table, siteItems(id), read)),

  /** Three queries in parallel, whatever the number of sites and of bookings elsewhere. */
  findSiteWithSheets: async (
    id: SiteId,
    { from, to, now }: { readonly from: LocalDate; readonly to: LocalDate; readonly now: Instant },
  ): Promise<(LentSite & { readonly sheetAt: SheetAt }) | undefined> => {
    const [items, sheetItems, holdItems] = await Promise.all([
      queryRange(table, siteItems(id)),
      queryRange(table, daySheets(id, from, to)),
      queryRange(table, holds(id, from, to)),
    ])
    const lent = lentSiteOf(id, items)
    const sheets = new Map(sheetItems.map((item) => [item.sk, sheetOf(item)]))
    const lapsed = holdItems
      .map(holdOf)
      .filter(({ until }) => until <= now)
      .flatMap(({ takings }) => takings)
    const lapsedAt = (date: LocalDate, space: SpaceId) =>
      lapsed.filter((taking) => taking.date === date && taking.space === space)
    return (
      lent && {
        ...lent,
        sheetAt: (date, space) => without(sheets.get(`DAY#${date}#${space}`) ?? {}, lapsedAt(date, space)),
      }
    )
  },

  /** One date of a site as it is now, or of the seats of one of its workshops. */
  readDay: async (
    id: SiteId,
    date: LocalDate,
    workshop?: WorkshopId,
  ): Promise<(LentSite & { readonly sheetOf: (space: SpaceId) => DaySheet }) | undefined> => {
    const strongly = { consistent: true }
    const [items, sheetItems, seats] = await Promise.all([
      queryRange(table, siteItems(id), strongly),
      queryRange(table, daySheets(id, date, date), strongly),
      workshop && readSeats(table, workshop),
    ])
    const lent = lentSiteOf(id, items)
    const sheets = new Map(sheetItems.map((item) => [item.sk, sheetOf(item)]))
    return (
      lent && { ...lent, ...(seats && { spaces: seats }), sheetOf: (space) => sheets.get(`DAY#${date}#${space}`) ?? {} }
    )
  },

  /** All the spaces of a site at once: those that share a floor know each other. */
  lendSpaces: async (site: SiteId, spaces: readonly Space[]): Promise<void> => {
    const puts = spaces.map((space) => ({
      Put: {
        TableName: table.name,
        Item: marshall({ ...spaceKey(site, space.id), ...space }, { removeUndefinedValues: true }),
      },
    }))
    if (await transact(table, puts)) throw new Error('a put without a condition was refused')
  },
})
