import { withoutAllocations } from '../domain/allocation.ts'
import type { Closure } from '../domain/closure.ts'
import type { Conditions } from '../domain/conditions.ts'
import type { SiteId, SpaceId, WorkshopId } from '../domain/ids.ts'
import type { Instant } from '../domain/instant.ts'
import type { LocalDate } from '../domain/local-date.ts'
import type { Occupancy } from '../domain/occupancy.ts'
import type { Premises } from '../domain/premises.ts'
import type { Site } from '../domain/site.ts'
import type { Space } from '../domain/space.ts'
import { holdOf } from './booking-item.ts'
import { type Item, queryAttributes, queryRange, readItems, type Table } from './client.ts'
import { closureOf } from './closure-item.ts'
import { conditionsOf } from './conditions-store.ts'
import type { Key } from './keys/key.ts'
import {
  CLOSURES,
  conditionsKey,
  HOLDS,
  hoursKey,
  occupancies,
  occupancyKey,
  premisesKey,
  SPACES,
  siteItems,
  siteKey,
  spaceKey,
} from './keys/site-keys.ts'
import { workshopKey } from './keys/workshop-keys.ts'
import { occupancyIn, occupancyOf } from './occupancy-item.ts'
import { pageWrite } from './page-due.ts'
import { premisesOf } from './premises-item.ts'
import { siteOf, spaceOf } from './site-item.ts'
import { newSiteVersion } from './site-version.ts'
import { storeOf } from './store-of.ts'
import { plannedSeatsOf } from './workshop-item.ts'
import { put, write } from './write.ts'

/*
 | access                        | how                                                    | read     |
 | a site with all that it has   | query of its partition from the site to its spaces     | as asked |
 | its occupancies on some dates | query of its partition by dates                        | eventual |
 | one date of it                | both queries; get of a workshop whose seats are wanted | strong   |
 | lend its spaces               | transaction of puts                                    |          |
*/

/** `closures` are all that are not reopened, past ones included. */
export type LentSite = {
  readonly site: Site
  readonly spaces: readonly Space[]
  readonly closures: readonly Closure[]
  readonly conditions?: Conditions | undefined
  readonly premises?: Premises | undefined
}

export type OccupancyAt = (date: LocalDate, space: SpaceId) => Occupancy

export const lentSiteOf = (id: SiteId, items: readonly Item[]): LentSite | undefined => {
  const itemAt = (key: Key) => items.find(({ sk }) => sk === key.sk)
  const item = itemAt(siteKey(id))
  if (!item) return undefined
  const named = (prefix: string) => items.filter(({ sk }) => String(sk).startsWith(prefix))
  return {
    site: siteOf(item, itemAt(hoursKey(id))),
    spaces: named(SPACES).map(spaceOf),
    conditions: conditionsOf(itemAt(conditionsKey(id))),
    premises: premisesOf(itemAt(premisesKey(id))),
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

/** What rights and ways depend on. */
const findLocation = async (
  table: Table,
  id: SiteId,
): Promise<Pick<Site, 'id' | 'name' | 'parent' | 'departement' | 'timeZone' | 'position'> | undefined> => {
  const [item] = await readItems(table, [siteKey(id)])
  return item && siteOf(item, undefined)
}

const findSite = async (
  table: Table,
  id: SiteId,
  read: { readonly consistent?: boolean } = {},
): Promise<LentSite | undefined> => lentSiteOf(id, await queryRange(table, siteItems(id), read))

/** Two queries in parallel, whatever the number of sites and of bookings elsewhere. */
const findSiteWithOccupancies = async (
  table: Table,
  id: SiteId,
  { from, to, now }: { readonly from: LocalDate; readonly to: LocalDate; readonly now: Instant },
): Promise<(LentSite & { readonly occupancyAt: OccupancyAt }) | undefined> => {
  const [items, occupancyItems] = await Promise.all([
    queryRange(table, siteItems(id)),
    queryAttributes(table, occupancies(id, from, to)),
  ])
  const lent = lentSiteOf(id, items)
  const byKey = new Map(occupancyItems.map((item) => [item.sk?.S, occupancyIn(item)]))
  const lapsed = items
    .filter(({ sk }) => String(sk).startsWith(HOLDS))
    .map(holdOf)
    .filter(({ until }) => until <= now)
    .flatMap(({ allocations }) => allocations)
  const lapsedAt = (date: LocalDate, space: SpaceId) =>
    lapsed.filter((allocation) => allocation.date === date && allocation.space === space)
  return (
    lent && {
      ...lent,
      occupancyAt: (date, space) =>
        withoutAllocations(byKey.get(occupancyKey(id, date, space).sk) ?? {}, lapsedAt(date, space)),
    }
  )
}

/** Read strongly; with a workshop, the seats of it instead of the spaces. */
const readDay = async (
  table: Table,
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
      occupancyOf: (space) => byKey.get(occupancyKey(id, date, space).sk) ?? {},
    }
  )
}

/** All at once: overlapping spaces know each other. */
const lendSpaces = async (table: Table, site: SiteId, spaces: readonly Space[]): Promise<void> => {
  await write(table, [
    ...spaces.map((space) => put(table, { ...spaceKey(site, space.id), ...space })),
    ...newSiteVersion(table, site),
    pageWrite(table, site),
  ])
}

export type SiteStore = ReturnType<typeof siteStore>

export const siteStore = (table: Table) =>
  storeOf(table, { findLocation, findSite, findSiteWithOccupancies, readDay, lendSpaces })
