import * as z from 'zod'
import { BOOKING_STATUSES } from '../domain/booking.ts'
import { CLOSURE_KINDS, CLOSURE_STATES } from '../domain/closure.ts'
import { BookingView } from './booking-views.ts'
import { ClosureView, SiteSummary, SpaceView } from './site-views.ts'
import { ClosureIdText, DateText, LineText, SiteIdText, SpaceIdText, TimeText } from './values.ts'

const MOST_SPACES = 50

export const ClosureParam = z.strictObject({ site: SiteIdText, id: ClosureIdText })

/** It is public. */
const ReasonText = LineText(200).min(3)

/**
 * From `start` on the first date to `end` on the last one. Defaults: whole days, only `from`, every space. A
 * closure from today begins now.
 */
export const NewClosure = z
  .strictObject({
    kind: z.enum(CLOSURE_KINDS),
    reason: ReasonText,
    from: DateText,
    to: DateText.exactOptional(),
    start: TimeText.prefault('00:00'),
    end: TimeText.prefault('24:00'),
    spaces: z.array(SpaceIdText).min(1).max(MOST_SPACES).exactOptional(),
  })
  .refine(({ from, to = from }) => from <= to, { message: 'expected no earlier date', path: ['to'] })
  .refine(({ from, to = from, start, end }) => from < to || start < end, {
    message: 'expected an end after the start',
    path: ['end'],
  })
  .refine(({ start }) => start < 96, { message: 'expected a start within the day', path: ['start'] })
  .refine(({ end }) => end > 0, { message: 'expected an end within the day', path: ['end'] })

const State = z
  .enum(CLOSURE_STATES)
  .meta({ description: 'While closing or reopening, repeat the same request to finish' })

export const ClosureList = z.object({ closures: z.array(ClosureView.extend({ state: State })) })

const Reachable = BookingView.pick({ holderName: true }).extend({
  hasEmail: z.boolean(),
  phone: z.string().optional(),
})

/**
 * `proposed` elsewhere, `cancelled`, or `standing` (still closing, or its holder has checked in). Holders
 * without e-mail are to be called.
 */
const TouchedBookingView = BookingView.pick({
  id: true,
  reference: true,
  date: true,
  start: true,
  end: true,
  use: true,
  places: true,
  holderName: true,
}).extend({
  space: z.object({ id: z.string(), name: z.string() }),
  title: z.string().optional().meta({ description: 'Of the workshop that is led, or has the seat' }),
  isAppointment: BookingView.shape.isAppointment,
  holder: z.string().meta({ description: 'The same for all that is the same person’s' }),
  ...Reachable.shape,
  outcome: z.enum(['proposed', 'cancelled', 'standing']),
})

/** The distance is a straight line, absent within the same site. */
const ProposedPlace = z.object({
  site: SiteSummary.pick({ id: true, name: true, commune: true }),
  space: SpaceView.pick({ id: true, name: true }),
  distanceKm: z.number().optional(),
})

/** `people` have a seat in a workshop that would end. */
export const ClosurePreview = ClosureView.pick({ from: true, to: true, start: true, end: true }).extend({
  bookings: z.array(
    TouchedBookingView.extend({
      proposal: ProposedPlace.optional(),
      workshop: z.object({ title: z.string(), people: z.array(Reachable) }).optional(),
    }),
  ),
})

export const ClosureReportView = ClosureView.extend({
  kind: z.enum(CLOSURE_KINDS),
  state: State,
  bookings: z.array(
    TouchedBookingView.extend({
      proposal: ProposedPlace.extend({
        id: z.string(),
        reference: z.string(),
        status: z.enum(BOOKING_STATUSES),
      }).optional(),
      call: z
        .object({ id: z.string(), version: z.int(), made: z.boolean() })
        .optional()
        .meta({ description: 'To tell of it, at the site of the proposal if there is one' }),
    }),
  ),
})

export type NewClosure = z.input<typeof NewClosure>
export type ClosurePreview = z.infer<typeof ClosurePreview>
export type ClosureList = z.infer<typeof ClosureList>
export type ClosureReportView = z.infer<typeof ClosureReportView>
