import * as z from 'zod'
import type { BookingId, CycleId, Hash, HolderId, SiteId, SpaceId, WorkshopId } from '../domain/ids.ts'
import type { Space } from '../domain/space.ts'
import { spaceOfWorkshop, WORKSHOP_LEVELS, WORKSHOP_STATUSES, type Workshop } from '../domain/workshop.ts'
import type { WorkshopLanguage, WorkshopTheme } from '../domain/workshop-theme.ts'
import { branded, InstantItem, LocalDateItem, QuarterItem } from './branded.ts'
import { type Key, SORT_KEY } from './keys/key.ts'
import {
  cycleWorkshops,
  departementWorkshops,
  siteWorkshops,
  workshopKey,
  workshopSort,
} from './keys/workshop-keys.ts'

const WorkshopIdItem = branded<WorkshopId>()
const SiteIdItem = branded<SiteId>()

const WorkshopItem = z.object({
  id: WorkshopIdItem,
  site: SiteIdItem,
  departement: z.string(),
  space: branded<SpaceId>(),
  date: LocalDateItem,
  start: QuarterItem,
  end: QuarterItem,
  title: z.string(),
  level: z.enum(WORKSHOP_LEVELS).exactOptional(),
  theme: branded<WorkshopTheme>().exactOptional(),
  description: z.string().exactOptional(),
  bring: z.string().exactOptional(),
  languages: z.array(branded<WorkshopLanguage>()).exactOptional(),
  cycle: branded<CycleId>().exactOptional(),
  mediator: branded<HolderId>(),
  mediatorName: z.string(),
  seats: z.int().min(1),
  room: branded<BookingId>(),
  status: z.enum(WORKSHOP_STATUSES),
  revision: z.int().min(0),
  note: z.string().exactOptional(),
  createdAt: InstantItem,
})

export const workshopOf = (item: unknown): Workshop => WorkshopItem.parse(item)

/** Undefined when it is cancelled. */
export const plannedSeatsOf = (item: unknown): Space | undefined => {
  const workshop = workshopOf(item)
  return workshop.status === 'planned' ? spaceOfWorkshop(workshop) : undefined
}

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
