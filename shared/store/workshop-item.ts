import * as z from 'zod'
import { APPOINTMENT_MINUTES } from '../domain/appointments.ts'
import type { BookingId, CycleId, HolderId, SiteId, SpaceId, WorkshopId } from '../domain/ids.ts'
import type { Space } from '../domain/space.ts'
import { spaceOfWorkshop, WORKSHOP_LEVELS, WORKSHOP_STATUSES, type Workshop } from '../domain/workshop.ts'
import type { WorkshopLanguage, WorkshopTheme } from '../domain/workshop-theme.ts'
import { branded, InstantItem, LocalDateItem, QuarterItem } from './branded.ts'

export const WorkshopIdItem = branded<WorkshopId>()
export const SiteIdItem = branded<SiteId>()

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
  newcomersFirst: z.literal(true).exactOptional(),
  cycle: branded<CycleId>().exactOptional(),
  appointments: z
    .object({ minutes: z.literal(APPOINTMENT_MINUTES), dropIn: z.literal(true).exactOptional() })
    .exactOptional(),
  mediator: branded<HolderId>(),
  mediatorName: z.string(),
  coMediators: z
    .array(z.object({ id: branded<HolderId>(), name: z.string(), presence: branded<BookingId>() }))
    .exactOptional(),
  seats: z.int().min(1),
  room: branded<BookingId>(),
  status: z.enum(WORKSHOP_STATUSES),
  revision: z.int().min(0),
  note: z.string().exactOptional(),
  act: z.object({ id: z.string(), from: LocalDateItem }).exactOptional(),
  editedAt: InstantItem.exactOptional(),
  cancelledAt: InstantItem.exactOptional(),
  createdAt: InstantItem,
})

export const workshopOf = (item: unknown): Workshop => WorkshopItem.parse(item)

/** Undefined when it is cancelled. */
export const plannedSeatsOf = (item: unknown): Space | undefined => {
  const workshop = workshopOf(item)
  return workshop.status === 'planned' ? spaceOfWorkshop(workshop) : undefined
}
