import { marshall } from '@aws-sdk/util-dynamodb'
import type { DaySheet } from '../domain/day-sheet.ts'
import type { LocalDate } from '../domain/local-date.ts'
import type { Site, SiteId } from '../domain/site.ts'
import type { Space, SpaceId } from '../domain/space.ts'
import { type Item, queryRange, type Table } from './client.ts'
import { daySheets, hoursKey, siteItems, siteKey, spaceKey } from './keys.ts'
import { sheetOf } from './sheet-item.ts'
import { siteOf, spaceOf } from './site-item.ts'
import { transact } from './transact.ts'

/*
 | access                            | how                                                     | consistency |
 | a site, its hours, its spaces     | query of its partition, `SITE` to `SPACE#~`             | eventual    |
 | the sheets of some days of a site | query of its partition, `DAY#<from>#` to `DAY#<to>#~`   | eventual    |
 | lend the spaces of a site         | transaction of puts                                     |             |
*/

export type LentSite = { readonly site: Site; readonly spaces: readonly Space[] }

/** The sheet of a space on a date; an empty one when nothing was ever taken. */
export type SheetAt = (date: LocalDate, space: SpaceId) => DaySheet

export type SiteStore = ReturnType<typeof siteStore>

const lentSiteOf = (id: SiteId, items: readonly Item[]): LentSite | undefined => {
  const item = items.find(({ sk }) => sk === siteKey(id).sk)
  if (!item) return undefined
  const hours = items.find(({ sk }) => sk === hoursKey(id).sk)
  return { site: siteOf(item, hours), spaces: items.filter(({ sk }) => String(sk).startsWith('SPACE#')).map(spaceOf) }
}

export const siteStore = (table: Table) => ({
  findSite: async (id: SiteId): Promise<LentSite | undefined> => lentSiteOf(id, await queryRange(table, siteItems(id))),

  /** Two queries in parallel, whatever the number of sites and of bookings elsewhere. */
  findSiteWithSheets: async (
    id: SiteId,
    from: LocalDate,
    to: LocalDate,
  ): Promise<(LentSite & { readonly sheetAt: SheetAt }) | undefined> => {
    const [items, sheetItems] = await Promise.all([
      queryRange(table, siteItems(id)),
      queryRange(table, daySheets(id, from, to)),
    ])
    const lent = lentSiteOf(id, items)
    const sheets = new Map(sheetItems.map((item) => [item.sk, sheetOf(item)]))
    return lent && { ...lent, sheetAt: (date, space) => sheets.get(`DAY#${date}#${space}`) ?? {} }
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
