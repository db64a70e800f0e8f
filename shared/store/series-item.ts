import * as z from 'zod'
import type { HolderId, SeriesId, SiteId, SpaceId } from '../domain/ids.ts'
import type { Instant } from '../domain/instant.ts'
import type { LocalDate } from '../domain/local-date.ts'
import { quarter } from '../domain/quarter.ts'
import { type DateRefusal, SERIES_MODES, SERIES_STATES, type Series } from '../domain/series.ts'
import { USES } from '../domain/space.ts'

const Quarter = z.int().min(0).max(96).transform(quarter)

const LocalDateItem = z.string().transform((date) => date as LocalDate)

const SeriesItem = z.object({
  id: z.string().transform((id) => id as SeriesId),
  revision: z.int().min(0),
  holder: z.string().transform((id) => id as HolderId),
  bookedBy: z
    .string()
    .transform((id) => id as HolderId)
    .exactOptional(),
  site: z.string().transform((id) => id as SiteId),
  space: z.string().transform((id) => id as SpaceId),
  start: Quarter,
  end: Quarter,
  days: z.int(),
  use: z.enum(USES),
  places: z.int().min(1),
  rule: z.string(),
  mode: z.enum(SERIES_MODES),
  dates: z.array(LocalDateItem).min(1),
  state: z.enum(SERIES_STATES),
  refusals: z.record(
    z.string(),
    z.object({
      kind: z.string().transform((kind) => kind as DateRefusal['kind']),
      facts: z.record(z.string(), z.unknown()),
      date: LocalDateItem.optional(),
    }),
  ),
  rolling: z
    .object({
      exceptions: z.array(LocalDateItem),
      pending: z.array(LocalDateItem),
      until: LocalDateItem.optional(),
    })
    .optional(),
  createdAt: z.number().transform((at) => at as Instant),
})

export const seriesOf = (item: unknown): Series => SeriesItem.parse(item)

/** What stands for a series among those that roll. */
export const rollingSeriesOf = (item: unknown): SeriesId => SeriesItem.pick({ id: true }).parse(item).id
