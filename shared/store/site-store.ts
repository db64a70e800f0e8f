import { marshall } from '@aws-sdk/util-dynamodb'
import { withoutAllocations } from '../domain/allocation.ts'
import type { Closure } from '../domain/closure.ts'
import type { Conditions } from '../domain/conditions.ts'
import type { ClosureId, SiteId, SpaceId, WorkshopId } from '../domain/ids.ts'
import type { Instant } from '../domain/instant.ts'
import type { LocalDate } from '../domain/local-date.ts'
import type { Occupancy } from '../domain/occupancy.ts'
import type { Site } from '../domain/site.ts'
import type { Space } from '../domain/space.ts'
import { holdOf } from './booking-item.ts'
import { type Item, queryRange, readItems, type Table } from './client.ts'
import { closureOf } from './closure-item.ts'
import { conditionsOf } from './conditions-store.ts'
import {
  closureKey,
  conditionsKey,
  holds,
  hoursKey,
  occupancies,
  siteItems,
  siteKey,
  spaceKey,
  workshopKey,
} from './keys.ts'
import { occupancyOf } from './occupancy-item.ts'
import { siteOf, spaceOf } from './site-item.ts'
import { transact } from './transact.ts'
import { plannedSeatsOf } from './workshop-item.ts'

/*
 | access                                 | how                                                     | consistency |
 | a site, closures, hours, spaces        | query of its partition, `SITE` to `SPACE#~`             | as asked    |
 | the occupancies of some days of a site | query of its partition, `DAY#<from>#` to `DAY#<to>#~`   | eventual    |
 | what is held for a time there          | query of its partition, `HOLD#<from>#` to `HOLD#<to>#~` | eventual    |
 | one date of a site                     | queries of its partition; or get of a workshop          | strong      |
 | lend the spaces of a site              | transaction of puts                                     |             |
*/

/** `closures` are all that are not reopened yet, the past ones included. */
export type LentSite = {
  readonly site: Site
  readonly spaces: readonly Space[]
  readonly closures: readonly Closure[]
  readonly conditions?: Conditions | undefined
}

/** The occupancy of a space on a date; an empty one when nothing was ever taken. */
export type OccupancyAt = (date: LocalDate, space: SpaceId) => Occupancy

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
  findLocation: async (
    id: SiteId,
  ): Promise<Pick<Site, 'id' | 'parent' | 'departement' | 'timeZone'> | undefined> => {
    const [item] = await readItems(table, [siteKey(id)])
    return item && siteOf(item, undefined)
  },

  findSite: async (id: SiteId, read: { readonly consistent?: boolean } = {}): Promise<LentSite | undefined> =>
    lentSiteOf(id, await queryRange(table, siteItems(id), read)),

  /** Three queries in parallel, whatever the number of sites and of bookings elsewhere. */
  findSiteWithOccupancies: async (
    id: SiteId,
    { from, to, now }: { readonly from: LocalDate; readonly to: LocalDate; readonly now: Instant },
  ): Promise<(LentSite & { readonly occupancyAt: OccupancyAt }) | undefined> => {
    const [items, occupancyItems, holdItems] = await Promise.all([
      queryRange(table, siteItems(id)),
      queryRange(table, occupancies(id, from, to)),
      queryRange(table, holds(id, from, to)),
    ])
    const lent = lentSiteOf(id, items)
    const byKey = new Map(occupancyItems.map((item) => [item.sk, occupancyOf(item)]))
    const lapsed = holdItems
      .map(holdOf)
      .filter(({ until }) => until <= now)
      .flatMap(({ allocations }) => allocations)
    const lapsedAt = (date: LocalDate, space: SpaceId) =>
      lapsed.filter((allocation) => allocation.date === date && allocation.space === space)
    return (
      lent && {
        ...lent,
        occupancyAt: (date, space) =>
          withoutAllocations(byKey.get(`DAY#${date}#${space}`) ?? {}, lapsedAt(date, space)),
      }
    )
  },

  /** One date of a site as it is now, or of the seats of one of its workshops. */
  readDay: async (
    id: SiteId,
    date: LocalDate,
    workshop?: WorkshopId,
  ): Promise<(LentSite & { readonly occupancyOf: (space: SpaceId) => Occupancy }) | undefined> => {
    const strongly = { consistent: true }
    const [items, occupancyItems, seats] = await Promise.all([
      queryRange(table, siteItems(id), strongly),
      queryRange(table, occupancies(id, date, date), strongly),
      workshop && readSeats(table, workshop),
    ])
    const lent = lentSiteOf(id, items)
    const byKey = new Map(occupancyItems.map((item) => [item.sk, occupancyOf(item)]))
    return (
      lent && {
        ...lent,
        ...(seats && { spaces: seats }),
        occupancyOf: (space) => byKey.get(`DAY#${date}#${space}`) ?? {},
      }
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
