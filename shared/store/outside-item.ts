import * as z from 'zod'
import type { SiteId, SpaceId } from '../domain/ids.ts'
import { OUTSIDE_FAULTS, type OutsideCalendar } from '../domain/outside-calendar.ts'
import { branded, InstantItem, LocalDateItem } from './branded.ts'

const OutsideItem = z.object({
  site: branded<SiteId>(),
  space: branded<SpaceId>(),
  url: z.string(),
  revision: z.int().min(1),
  dueAt: InstantItem,
  reading: z
    .object({ on: LocalDateItem, etag: z.string().exactOptional(), modified: z.string().exactOptional() })
    .exactOptional(),
  readAt: InstantItem.exactOptional(),
  failures: z.int().min(0),
  failingSince: InstantItem.exactOptional(),
  toldAt: InstantItem.exactOptional(),
  fault: z.enum(OUTSIDE_FAULTS).exactOptional(),
  isEnding: z.literal(true).exactOptional(),
})

export const outsideCalendarOf = (item: unknown): OutsideCalendar => OutsideItem.parse(item)
