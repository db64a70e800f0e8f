import type { CycleId, SiteId, WorkshopId } from '../../domain/ids.ts'
import { formatQuarter } from '../../domain/quarter.ts'
import type { Workshop } from '../../domain/workshop.ts'
import { EVERYTHING, type Key, type PartitionRange } from './key.ts'
import { sitePartition } from './site-keys.ts'

/** Beginning of the partitions of workshops, which hold their waitlists too. */
export const WORKSHOPS = 'WORKSHOP#'
export const WORKSHOP = 'WORKSHOP'

export const workshopKey = (id: WorkshopId): Key => ({ pk: `${WORKSHOPS}${id}`, sk: WORKSHOP })

/** Planned workshops are listed by site, by département and by cycle, each in the order of time. */
export const siteWorkshops = (site: SiteId): string => `${sitePartition(site)}#WORKSHOPS`
export const cycleWorkshops = (cycle: CycleId): string => `CYCLE#${cycle}`
export const departementWorkshops = (departement: string): string => `WORKSHOPS#${departement}`
/** `first` is a date, or sorts after the workshop where another page ended. */
export const workshopsFrom = (partition: string, first: string): PartitionRange => ({
  pk: partition,
  ...EVERYTHING,
  from: first,
})
export const workshopSort = ({ date, start, id }: Pick<Workshop, 'date' | 'start' | 'id'>): string =>
  `${date}T${formatQuarter(start)}#${id}`
