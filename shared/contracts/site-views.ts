import * as z from 'zod'
import { LENT_USES } from '../domain/listed-space.ts'
import { PUBLICS } from '../domain/public.ts'
import { SITE_KINDS } from '../domain/site.ts'
import { ACCESS_KINDS, AMENITIES, USES } from '../domain/space.ts'
import { AccessView } from './access-views.ts'
import {
  BookingIdText,
  DateText,
  PositionView,
  SiteIdText,
  TimeRangeView,
  WholeNumberText,
} from './values.ts'

export const SiteParam = z.strictObject({ site: SiteIdText })

/** The same question has one address, also where answers are kept by it. */
export const NoQuery = z.strictObject({})

const SitePlace = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(SITE_KINDS),
  address: z.string(),
  postcode: z.string(),
  commune: z.string(),
  departement: z.string(),
  position: PositionView.optional(),
  uses: z.array(z.enum(LENT_USES)).meta({ description: 'Empty when nothing is lent there yet' }),
})

export const SiteSummary = SitePlace.extend({
  distanceKm: z.number().optional(),
  lends: z
    .array(z.object({ use: z.enum(LENT_USES), most: z.int() }))
    .meta({ description: 'For each use, how many people at most in one space' }),
  free: z.boolean().meta({ description: 'One of its spaces is free of charge' }),
  stepFree: z.boolean().meta({ description: 'One of its spaces has no step' }),
  access: z.array(z.enum(ACCESS_KINDS)).meta({ description: 'How one gets in' }),
})

export const PriceView = z.discriminatedUnion('per', [
  z.object({ per: z.literal('free') }),
  z.object({ per: z.enum(['half-day', 'day']), cents: z.int() }),
])

export const SpaceView = z.object({
  id: z.string(),
  name: z.string(),
  capacity: z.int(),
  uses: z.array(z.enum(USES)),
  workshops: z.boolean(),
  amenities: z.array(z.enum(AMENITIES)),
  features: z.array(z.string()).meta({ description: 'What else there is, in words of the site' }),
  access: AccessView,
  shortestMinutes: z.int(),
  longestMinutes: z.int(),
  noticeMinutes: z.int(),
  horizonDays: z.int(),
  gridMinutes: z.int().meta({ description: 'A start lies on a multiple of it, from midnight on' }),
  otherTerms: z.array(
    z.object({
      public: z.enum(PUBLICS),
      longestMinutes: z.int().optional(),
      horizonDays: z.int().optional(),
      moreHours: z.boolean().optional(),
    }),
  ),
  price: PriceView.meta({ description: 'In euro cents' }),
  approval: z
    .object({
      hours: z.int(),
      by: z
        .string()
        .meta({ description: 'When what is asked for now is answered, or at its start; local to the site' }),
    })
    .optional()
    .meta({ description: 'Hours run while the counter is open; a whole day of opening makes 24' }),
})

/** From `start` on the first date to `end` on the last one; every space by default. */
export const ClosureView = z.object({
  id: z.string(),
  from: z.string(),
  to: z.string(),
  start: z.string(),
  end: z.string(),
  spaces: z.array(z.string()).optional(),
  reason: z.string(),
})

export const ConditionsView = z.object({
  version: z.int(),
  rules: z.string().optional(),
  needsInsurance: z.boolean(),
})

export const CounterText = z
  .array(TimeRangeView)
  .optional()
  .meta({ description: 'When the counter is open; absent when its hours of that day are unknown' })

export const UndecidedText = z
  .literal(true)
  .optional()
  .meta({ description: 'More may be lent that day, once the hours of the counter are known' })

export const SiteView = SitePlace.extend({
  phone: z.string().optional(),
  parent: z.string().optional().meta({ description: 'The office that this point is attached to' }),
  timeZone: z.string(),
  today: z.string().meta({ description: 'The local date of the site' }),
  counter: z
    .object({
      openNow: z.boolean().optional().meta({ description: 'Absent when the hours of today are unknown' }),
      days: z
        .array(z.object({ date: z.string(), ranges: CounterText }))
        .meta({ description: 'Seven, from today on' }),
    })
    .optional()
    .meta({ description: 'Absent when none of its hours are known' }),
  spaces: z.array(SpaceView),
  closures: z.array(ClosureView).meta({ description: 'Those that are not over, soonest first' }),
  conditions: ConditionsView.optional(),
  owner: z.string().optional().meta({ description: 'Whose the premises are' }),
  operator: z.string().optional().meta({ description: 'Who runs the place' }),
})

export const AvailabilityQuery = z.strictObject({
  from: DateText.optional(),
  days: WholeNumberText(1, 14).optional().meta({ description: 'Default 7' }),
  moving: BookingIdText.optional().meta({
    description: 'A booking to move: for its holder, its own places count as free',
  }),
  public: z.literal('everyone').optional().meta({ description: 'For everyone, not for who is signed in' }),
})

export const SiteWeekQuery = z.strictObject({ from: DateText.optional() })

export const FreeRangeView = z.object({ start: z.string(), end: z.string(), places: z.int() })

export const AvailabilityView = z.object({
  site: z.string(),
  days: z.array(
    z.object({
      date: z.string(),
      holiday: z.boolean(),
      counter: CounterText,
      spaces: z.array(
        z.object({
          space: z.string(),
          open: z.array(TimeRangeView).meta({ description: 'When the space is lent, taken or not' }),
          undecided: UndecidedText,
          free: z.array(FreeRangeView).meta({
            description:
              'Can be booked now. Ranges that touch may be booked together, with the fewest of their places',
          }),
          shortestMinutes: z.int(),
          longestMinutes: z.int(),
          gridMinutes: z.int(),
        }),
      ),
    }),
  ),
})

export const SiteWeekView = z.object({ site: SiteView, week: AvailabilityView })

export type SiteWeekView = z.infer<typeof SiteWeekView>
export type SiteSummary = z.infer<typeof SiteSummary>
export type CounterText = z.infer<typeof CounterText>
export type SpaceView = z.infer<typeof SpaceView>
export type ClosureView = z.infer<typeof ClosureView>
export type SiteView = z.infer<typeof SiteView>
export type AvailabilityView = z.infer<typeof AvailabilityView>
export type FreeRangeView = z.infer<typeof FreeRangeView>
