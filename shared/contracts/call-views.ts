import * as z from 'zod'
import { CANCELLATION_CAUSES } from '../domain/booking.ts'
import { CALL_NEWS } from '../domain/news.ts'
import { BookingView } from './booking-views.ts'
import { reading, SiteIdText } from './values.ts'

export const CallParam = z.strictObject({
  site: SiteIdText,
  id: reading(
    z.string().meta({ pattern: '^[0-9a-z]{20}$' }),
    (text) => (/^[0-9a-z]{20}$/.test(text) ? text : undefined),
    'expected the identifier of a call',
  ),
})

/** `version` of the news as listed. */
export const NewCallMade = z.strictObject({ version: z.int().min(0) })

/** News for a person without e-mail, about a booking, a workshop that they wait for, or their membership. */
export const CallView = BookingView.pick({ id: true, date: true, start: true, end: true, holderName: true })
  .extend({
    version: z.int(),
    news: z.enum(CALL_NEWS),
    holder: z.string().meta({ description: 'The same for all calls to the same person' }),
    phone: z.string().optional(),
    space: z.string().optional().meta({ description: 'Its name' }),
    instead: z
      .object({
        place: z.string(),
        cause: z.enum(CANCELLATION_CAUSES).optional(),
        note: z.string().optional(),
      })
      .optional()
      .meta({ description: 'What is lost, of which the offer takes the place' }),
  })
  .extend(
    BookingView.pick({
      reference: true,
      use: true,
      places: true,
      cause: true,
      note: true,
      until: true,
      title: true,
      isAppointment: true,
    }).partial().shape,
  )

export const CallList = z.object({ calls: z.array(CallView) })

/** With `isAll` false, there are more than are listed. */
export const PlacedCallList = z.object({
  calls: z.array(CallView.extend({ site: z.object({ id: z.string(), name: z.string() }) })),
  isAll: z.boolean(),
})

export const CallMade = z.object({ id: z.string(), version: z.int() })

export type PlacedCallList = z.infer<typeof PlacedCallList>
export type CallView = z.infer<typeof CallView>
