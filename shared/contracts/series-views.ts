import * as z from 'zod'
import { BOOKING_STATUSES, CANCELLATION_CAUSES } from '../domain/booking.ts'
import { SERIES_MODES, SERIES_STATES } from '../domain/series.ts'
import { USES } from '../domain/space.ts'
import { BookingView } from './booking-views.ts'
import { Alternative } from './problem.ts'
import { DateText, SeriesIdText, SiteIdText, SpaceIdText, TimeText } from './values.ts'

const MOST_EXCEPTIONS = 400

export const SeriesParam = z.strictObject({ id: SeriesIdText })

/** Without `from`, the whole series. */
export const SeriesFrom = z.strictObject({ from: DateText.exactOptional() })

/**
 * `from` is the first date that may be booked, `rule` an RRULE such as `FREQ=WEEKLY;BYDAY=TH;UNTIL=20270630`. Without
 * COUNT and UNTIL it goes as far as the space can be booked.
 */
export const NewSeries = z
  .strictObject({
    site: SiteIdText,
    space: SpaceIdText,
    from: DateText,
    start: TimeText,
    end: TimeText,
    use: z.enum(USES),
    places: z.int().min(1).max(100).default(1),
    rule: z.string().min(1).max(300),
    exceptions: z.array(DateText).max(MOST_EXCEPTIONS).default([]),
    mode: z.enum(SERIES_MODES),
  })
  .refine(({ start, end }) => start < end, { message: 'expected an end after the start', path: ['end'] })

/**
 * A date is booked (`booking`), refused (`refusal`, a code of problem details with its facts), or neither as long as
 * the series is `booking`. A booking with a refusal is one that could not be cancelled.
 */
export const SeriesDateView = z.looseObject({
  date: z.string(),
  booking: z.string().optional(),
  reference: z.string().optional(),
  status: z.enum(BOOKING_STATUSES).optional(),
  cause: z.enum(CANCELLATION_CAUSES).optional(),
  note: z.string().optional(),
  refusal: z.string().optional(),
  alternatives: z.array(Alternative).optional(),
})

export const SeriesView = BookingView.pick({ site: true, start: true, end: true, use: true, places: true }).extend({
  id: z.string(),
  state: z.enum(SERIES_STATES),
  mode: z.enum(SERIES_MODES),
  rule: z.string(),
  space: z.object({ id: z.string(), name: z.string() }),
  dates: z.array(SeriesDateView),
})

export type NewSeries = z.input<typeof NewSeries>
export type SeriesDateView = z.infer<typeof SeriesDateView>
export type SeriesView = z.infer<typeof SeriesView>
