import type { BookingId, CycleId, DropInId, SiteId, WorkshopId } from '../../domain/ids.ts'
import { formatQuarter } from '../../domain/quarter.ts'
import type { Workshop } from '../../domain/workshop.ts'
import { beginningWith, EVERYTHING, type Key, type PartitionRange } from './key.ts'
import { sitePartition } from './site-keys.ts'

/** Beginning of the partitions of workshops, which hold their waitlists too. */
export const WORKSHOPS = 'WORKSHOP#'
export const WORKSHOP = 'WORKSHOP'

export const workshopKey = (id: WorkshopId): Key => ({ pk: `${WORKSHOPS}${id}`, sk: WORKSHOP })

const SEATS = `${WORKSHOP}-SEAT#`
const DROP_INS = `${WORKSHOP}-DROP-IN#`
/** Who has a seat, present or not, and who came without one: they sort together after the workshop. */
export const seatKey = (id: WorkshopId, booking: BookingId): Key => ({
  pk: workshopKey(id).pk,
  sk: `${SEATS}${booking}`,
})
export const dropInKey = (id: WorkshopId, dropIn: DropInId): Key => ({
  pk: workshopKey(id).pk,
  sk: `${DROP_INS}${dropIn}`,
})
export const attendanceItems = (id: WorkshopId): PartitionRange => ({
  pk: workshopKey(id).pk,
  ...beginningWith(WORKSHOP),
})
export const seatItems = (id: WorkshopId): PartitionRange => ({
  pk: workshopKey(id).pk,
  ...beginningWith(SEATS),
})
export const isSeatKey = ({ sk }: Key): boolean => sk.startsWith(SEATS)
export const isDropInKey = ({ sk }: Key): boolean => sk.startsWith(DROP_INS)

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
