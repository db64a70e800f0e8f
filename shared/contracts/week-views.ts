import * as z from 'zod'
import { DateText, WholeNumberText } from './values.ts'
import { OtherMediators, WorkshopSummary } from './workshop-views.ts'

export const WeekQuery = z.strictObject({
  from: DateText,
  days: WholeNumberText(1, 14).exactOptional().meta({ description: 'Default 7' }),
})

/** In order of time; `way` is that from the workshop before, on the same day at another site, by a stated rule. */
export const WeekView = z.object({
  from: z.string(),
  to: z.string(),
  workshops: z.array(
    WorkshopSummary.extend({
      spaceName: z.string(),
      otherMediators: OtherMediators,
      booked: z
        .array(z.string())
        .optional()
        .meta({ description: 'When the appointments begin that people have, in a permanence' }),
      way: z.object({ km: z.int(), minutes: z.int() }).optional(),
    }),
  ),
  plannedMinutes: z.int(),
  weeklyHours: z.number().optional().meta({ description: 'Of the contract, as the person says' }),
})

export type WeekView = z.infer<typeof WeekView>
