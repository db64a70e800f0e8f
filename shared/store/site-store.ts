import { PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import type { DaySheet } from '../domain/day-sheet.ts'
import type { LocalDate } from '../domain/local-date.ts'
import type { Site, SiteId } from '../domain/site.ts'
import type { Space, SpaceId } from '../domain/space.ts'
import type { Item, Table } from './client.ts'
import { daySheets, hoursKey, siteItems, siteKey, spaceKey } from './keys.ts'
import { sheetOf } from './sheet-item.ts'
import { siteOf, spaceOf } from './site-item.ts'

/*
 | access                            | how                                                     | consistency |
 | a site, its hours, its spaces     | query of its partition, `SITE` to `SPACE#~`             | eventual    |
 | the sheets of some days of a site | query of its partition, `DAY#<from>#` to `DAY#<to>#~`   | eventual    |
 | lend a space                      | put                                                     |             |
*/

export type LentSite = { readonly site: Site; readonly spaces: readonly Space[] }

/** The sheet of a space on a date; an empty one when nothing was ever taken. */
export type SheetAt = (date: LocalDate, space: SpaceId) => DaySheet

export type SiteStore = ReturnType<typeof siteStore>

type Range = { readonly pk: string; readonly from: string; readonly to: string }

const queryRange = async (table: Table, { pk, from, to }: Range): Promise<Item[]> => {
  const items: Item[] = []
  let next: Record<string, never> | undefined
  do {
    const page = await table.client.send(
      new QueryCommand({
        TableName: table.name,
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
        ExpressionAttributeValues: marshall({ ':pk': pk, ':from': from, ':to': to }),
        ...(next && { ExclusiveStartKey: next }),
      }),
    )
    items.push(...(page.Items ?? []).map((item) => unmarshall(item)))
    next = page.LastEvaluatedKey as typeof next
  } while (next)
  return items
}

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

  addSpace: async (site: SiteId, space: Space): Promise<void> => {
    await table.client.send(
      new PutItemCommand({
        TableName: table.name,
        Item: marshall({ ...spaceKey(site, space.id), ...space }, { removeUndefinedValues: true }),
      }),
    )
  },
})
