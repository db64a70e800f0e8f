import * as z from 'zod'
import type { HolderId, SeriesId, SiteId, SpaceId } from '../domain/ids.ts'
import { type DateRefusal, SERIES_ACTS, SERIES_MODES, SERIES_STATES, type Series } from '../domain/series.ts'
import { USES } from '../domain/space.ts'
import { branded, InstantItem, LocalDateItem, QuarterItem } from './branded.ts'

const ActItem = z.object({
  kind: z.enum(SERIES_ACTS),
  by: branded<HolderId>(),
  stops: z.boolean().exactOptional(),
})

const SeriesItem = z.object({
  id: branded<SeriesId>(),
  revision: z.int().min(0),
  holder: branded<HolderId>(),
  bookedBy: branded<HolderId>().exactOptional(),
  site: branded<SiteId>(),
  space: branded<SpaceId>(),
  start: QuarterItem,
  end: QuarterItem,
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
      kind: branded<DateRefusal['kind']>(),
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
  acts: z.array(ActItem.extend({ begunAt: InstantItem, before: z.record(z.string(), z.int()) })).optional(),
  told: ActItem.extend({ changed: z.array(LocalDateItem) }).optional(),
  createdAt: InstantItem,
})

export const seriesOf = (item: unknown): Series => SeriesItem.parse(item)

export const rollingSeriesOf = (item: unknown): SeriesId => SeriesItem.pick({ id: true }).parse(item).id
