import * as z from 'zod'
import { BOOKING_STATUSES, CANCELLATION_CAUSES } from '../domain/booking.ts'
import { CLOSURE_KINDS } from '../domain/closure.ts'
import type { HookTopic } from '../domain/hook.ts'
import { HOOK_EVENT_TYPES, type HookEventType, topicOf } from '../domain/hook-event.ts'
import { CALL_NEWS } from '../domain/news.ts'
import { USES } from '../domain/space.ts'
import { WORKSHOP_LEVELS, WORKSHOP_STATUSES } from '../domain/workshop.ts'
import { WORKSHOP_LANGUAGES, WORKSHOP_THEMES } from '../domain/workshop-theme.ts'

const Time = z.string().meta({ examples: ['08:30'] })
const Day = z.string().meta({ examples: ['2026-11-24'] })

const changing = { id: z.string(), revision: z.int(), timeZone: z.string().optional() }
const period = { date: Day, start: Time, end: Time }

const BookingEventData = z.object({
  ...changing,
  ...period,
  status: z.enum(BOOKING_STATUSES),
  cause: z.enum(CANCELLATION_CAUSES).optional(),
  site: z.string(),
  space: z.string().optional(),
  use: z.enum(USES),
  places: z.int(),
  series: z.string().optional(),
  workshop: z.string().optional(),
})

const WorkshopEventData = z.object({
  ...changing,
  ...period,
  status: z.enum(WORKSHOP_STATUSES),
  site: z.string(),
  space: z.string(),
  title: z.string(),
  level: z.enum(WORKSHOP_LEVELS).optional(),
  theme: z.enum(WORKSHOP_THEMES).optional(),
  languages: z.array(z.enum(WORKSHOP_LANGUAGES)).optional(),
  seats: z.int(),
  cycle: z.string().optional(),
})

const ClosureEventData = z.object({
  ...changing,
  site: z.string(),
  spaces: z.array(z.string()).optional(),
  kind: z.enum(CLOSURE_KINDS),
  reason: z.string(),
  from: Day,
  to: Day,
  start: Time,
  end: Time,
})

const CallEventData = z.object({ ...changing, site: z.string(), date: Day, news: z.enum(CALL_NEWS) })

const eventOf = <Data extends z.ZodType>(types: readonly [string, ...string[]], data: Data) =>
  z.object({
    type: z.enum(types),
    version: z.literal(1),
    timestamp: z.string().meta({ format: 'date-time' }),
    data,
  })

const typesOf = (topic: HookTopic) =>
  HOOK_EVENT_TYPES.filter((type) => topicOf(type) === topic) as [HookEventType, ...HookEventType[]]

export const BookingEvent = eventOf(typesOf('booking'), BookingEventData)
export const WorkshopEvent = eventOf(typesOf('workshop'), WorkshopEventData)
export const ClosureEvent = eventOf(typesOf('closure'), ClosureEventData)
export const CallEvent = eventOf(typesOf('call'), CallEventData)
export const TestEvent = eventOf(['hook.test'], z.object({ hook: z.string() }))
