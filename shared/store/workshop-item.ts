import * as z from 'zod'
import type { BookingId, Hash, HolderId, SiteId, SpaceId, WorkshopId } from '../domain/ids.ts'
import type { Instant } from '../domain/instant.ts'
import type { LocalDate } from '../domain/local-date.ts'
import { quarter } from '../domain/quarter.ts'
import type { Space } from '../domain/space.ts'
import { spaceOfWorkshop, WORKSHOP_LEVELS, WORKSHOP_STATUSES, type Workshop } from '../domain/workshop.ts'
import { departementWorkshops, type Key, SORT_KEY, siteWorkshops, workshopKey, workshopSort } from './keys.ts'

const Quarter = z.int().min(0).max(96).transform(quarter)
const WorkshopIdItem = z.string().transform((id) => id as WorkshopId)
const SiteIdItem = z.string().transform((id) => id as SiteId)
const DateItem = z.string().transform((date) => date as LocalDate)

const WorkshopItem = z.object({
  id: WorkshopIdItem,
  site: SiteIdItem,
  departement: z.string(),
  space: z.string().transform((id) => id as SpaceId),
  date: DateItem,
  start: Quarter,
  end: Quarter,
  title: z.string(),
  level: z.enum(WORKSHOP_LEVELS).exactOptional(),
  description: z.string().exactOptional(),
  mediator: z.string().transform((id) => id as HolderId),
  mediatorName: z.string(),
  seats: z.int().min(1),
  room: z.string().transform((id) => id as BookingId),
  status: z.enum(WORKSHOP_STATUSES),
  note: z.string().exactOptional(),
  createdAt: z.number().transform((at) => at as Instant),
})

export const workshopOf = (item: unknown): Workshop => WorkshopItem.parse(item)

/** Its seats as a space; none when it is cancelled. */
export const plannedSeatsOf = (item: unknown): Space | undefined => {
  const workshop = workshopOf(item)
  return workshop.status === 'planned' ? spaceOfWorkshop(workshop) : undefined
}

export const workshopItem = (workshop: Workshop, requestHash: Hash) => ({
  ...workshopKey(workshop.id),
  ...workshop,
  requestHash,
})

/** A list of workshops to come, named by its partition. */
export type WorkshopList = { readonly site: SiteId } | { readonly departement: string }

export const partitionOf = (list: WorkshopList): string =>
  'site' in list ? siteWorkshops(list.site) : departementWorkshops(list.departement)

export const listingKeys = (workshop: Workshop): Key[] =>
  [{ site: workshop.site }, { departement: workshop.departement }].map((list) => ({
    pk: partitionOf(list),
    sk: workshopSort(workshop),
  }))

const ListedItem = z.object({ [SORT_KEY]: z.string(), id: WorkshopIdItem, site: SiteIdItem, date: DateItem })

/** Enough to read the workshop, its site and its seats at once; `at` is where it stands in every list. */
export type ListedWorkshop = Pick<Workshop, 'id' | 'site' | 'date'> & { readonly at: string }

export const listedOf = (item: unknown): ListedWorkshop => {
  const { sk: at, ...listed } = ListedItem.parse(item)
  return { ...listed, at }
}
