import * as z from 'zod'
import { BOOKING_STATUSES, CHANNELS } from '../domain/booking.ts'
import { BookingView } from './booking-views.ts'
import { AvailabilityView, ClosureView } from './site-views.ts'

const PersonView = BookingView.pick({
  ...{ id: true, reference: true, holderName: true, until: true, places: true, guest: true },
  ...{ start: true, end: true },
}).extend({
  status: z.enum(BOOKING_STATUSES),
  hasEmail: z
    .boolean()
    .optional()
    .meta({ description: 'Whether they are told by message; otherwise they are to be called' }),
  phone: z.string().optional(),
  sentBy: z.string().optional().meta({ description: 'Who sent them to a workshop' }),
})

/** For a workshop, `workshop` counts its taken seats, and `people` hold them. */
export const PlannedView = PersonView.extend(
  BookingView.pick({ date: true, use: true, places: true, begun: true }).shape,
).extend({
  space: z.string(),
  channel: z.enum(CHANNELS),
  workshop: z
    .object({
      id: z.string(),
      title: z.string(),
      isPermanence: z.boolean().meta({ description: 'Its seats are appointments' }),
      mediatorName: z.string(),
      seats: z.int(),
      taken: z.int().optional(),
      people: z.array(PersonView).meta({ description: 'By name' }),
    })
    .optional(),
})

const { days: Days } = AvailabilityView.shape
const SpaceDay = Days.element.shape.spaces.element

/** `held` of the taken places await an answer. */
export const LoadView = z.object({ start: z.string(), end: z.string(), taken: z.int(), held: z.int() })

/** What is open and free of a space on a date; `load` where its reader sees who comes. */
export const FullSpaceDay = SpaceDay.extend({
  load: z
    .array(LoadView)
    .optional()
    .meta({ description: 'How full it is, without stretches that are empty' }),
})

/** For the owner of the premises, nothing in it tells of people. */
export const PlanningView = z.object({
  site: z.string(),
  today: z.string().meta({ description: 'The local date of the site' }),
  days: z.array(Days.element.extend({ spaces: z.array(FullSpaceDay) })),
  spaces: z.array(z.object({ id: z.string(), name: z.string(), capacity: z.int() })),
  closures: z.array(ClosureView).meta({ description: 'Those in force on the dates' }),
  bookings: z.array(PlannedView).meta({ description: 'By date and time' }),
  requests: z.int().optional().meta({ description: 'How many await approval, whatever their dates' }),
  calls: z.int().optional().meta({ description: 'How many people are to be told something by voice' }),
})

export type FullSpaceDayView = z.infer<typeof FullSpaceDay>
export type LoadView = z.infer<typeof LoadView>
export type PersonView = z.infer<typeof PersonView>
export type PlannedView = z.infer<typeof PlannedView>
export type PlanningView = z.infer<typeof PlanningView>
