import * as z from 'zod'
import { SITE_KINDS } from '../domain/site.ts'
import { HeldView } from './answer-views.ts'
import { CallView } from './call-views.ts'
import { FullSpaceDay, PlannedView } from './planning-views.ts'
import { ClosureView, CounterText } from './site-views.ts'
import { WeekView } from './week-views.ts'

/** `arrival`: how the reader may note now that somebody has come; absent while they may not. */
const ComingView = PlannedView.extend({ arrival: z.enum(['check-in', 'attendance']).optional() })

const SpaceToday = FullSpaceDay.pick({ space: true, open: true, free: true, load: true }).extend({
  name: z.string(),
  capacity: z.int(),
  now: z
    .object({ end: z.string(), places: z.int().optional() })
    .optional()
    .meta({ description: 'Until when nobody has some of its places; absent while it is full or not lent' }),
})

/** Lists are absent where the reader's role does not open them; `requests` and `calls` begin with the most urgent. */
export const SiteToday = z.object({
  id: z.string(),
  name: z.string(),
  departement: z.string(),
  parent: z.string().optional(),
  today: z.string().meta({ description: 'The local date of the site' }),
  time: z.string().meta({ description: 'Its local time' }),
  counter: CounterText,
  closures: z.array(ClosureView).meta({ description: 'Those of today' }),
  spaces: z.array(SpaceToday),
  coming: z.array(ComingView).meta({ description: 'Bookings of today that are not over, by time' }),
  next: z
    .object({ date: z.string(), count: z.int() })
    .optional()
    .meta({ description: 'How many bookings the next day with some has, within a week' }),
  requests: z.object({ count: z.int(), first: z.array(HeldView) }).optional(),
  calls: z
    .object({
      count: z.int().meta({ description: 'How many people are to be told something by voice' }),
      first: z.array(CallView.pick({ holder: true, holderName: true, phone: true, news: true })),
    })
    .optional(),
})

/** With `isAll` false, there are more sites than these. */
export const TodayView = z.object({
  sites: z.array(SiteToday).meta({ description: 'Those that need somebody first' }),
  isAll: z.boolean(),
  sittings: WeekView.shape.workshops.meta({ description: 'What the reader leads today, over all sites' }),
})

const AttachedView = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(SITE_KINDS),
  departement: z.string(),
  parent: z.string().meta({ description: 'The office that it is attached to' }),
  lends: z.boolean(),
})

export const AttachedList = z.object({ points: z.array(AttachedView) })

export type AttachedView = z.infer<typeof AttachedView>
export type AttachedList = z.infer<typeof AttachedList>
export type ComingView = z.infer<typeof ComingView>
export type SpaceToday = z.infer<typeof SpaceToday>
export type SiteToday = z.infer<typeof SiteToday>
export type TodayView = z.infer<typeof TodayView>
