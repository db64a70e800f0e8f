import * as z from 'zod'
import type { CycleId, Hash, SiteId } from '../domain/ids.ts'
import type { Workshop } from '../domain/workshop.ts'
import { LocalDateItem } from './branded.ts'
import { type Key, SORT_KEY } from './keys/key.ts'
import {
  cycleWorkshops,
  departementWorkshops,
  siteWorkshops,
  workshopKey,
  workshopSort,
} from './keys/workshop-keys.ts'
import { SiteIdItem, WorkshopIdItem } from './workshop-item.ts'

export const workshopItem = (workshop: Workshop, requestHash: Hash) => ({
  ...workshopKey(workshop.id),
  ...workshop,
  requestHash,
})

export type WorkshopList =
  | { readonly site: SiteId }
  | { readonly departement: string }
  | { readonly cycle: CycleId }

export const partitionOf = (list: WorkshopList): string => {
  if ('cycle' in list) return cycleWorkshops(list.cycle)
  return 'site' in list ? siteWorkshops(list.site) : departementWorkshops(list.departement)
}

export const listingKeys = (workshop: Workshop): Key[] =>
  [
    { site: workshop.site },
    { departement: workshop.departement },
    ...(workshop.cycle ? [{ cycle: workshop.cycle }] : []),
  ].map((list) => ({
    pk: partitionOf(list),
    sk: workshopSort(workshop),
  }))

const ListedItem = z.object({
  [SORT_KEY]: z.string(),
  id: WorkshopIdItem,
  site: SiteIdItem,
  date: LocalDateItem,
})

/** Enough to read workshop, site and seats at once; `at` is its sort key in every list. */
export type ListedWorkshop = Pick<Workshop, 'id' | 'site' | 'date'> & { readonly at: string }

export const listedOf = (item: unknown): ListedWorkshop => {
  const { sk: at, ...listed } = ListedItem.parse(item)
  return { ...listed, at }
}
