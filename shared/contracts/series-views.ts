import * as z from 'zod'
import { BOOKING_STATUSES, CANCELLATION_CAUSES } from '../domain/booking.ts'
import { SERIES_MODES, SERIES_STATES } from '../domain/series.ts'
import { USES } from '../domain/space.ts'
import { AssociationText, BookingView } from './booking-views.ts'
import { Alternative } from './problem.ts'
import { DateText, SeriesIdText, SiteIdText, SpaceIdText, TimeText } from './values.ts'

const MOST_EXCEPTIONS = 400

export const SeriesParam = z.strictObject({ id: SeriesIdText })

/** Without `from`, the whole series. */
export const SeriesFrom = z.strictObject({ from: DateText.exactOptional() })

/**
 * `from` is the first possible date, `rule` an RRULE such as `FREQ=WEEKLY;BYDAY=TH;UNTIL=20270630`. Without
 * COUNT and UNTIL, a series continues as dates come within reach.
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
    rolling: z.boolean().exactOptional().meta({
      description: 'Dates that cannot be booked yet are booked as they come, until UNTIL; not with COUNT',
    }),
    as: AssociationText.exactOptional(),
  })
  .refine(({ start, end }) => start < end, { message: 'expected an end after the start', path: ['end'] })

const MOST_DAYS_AWAY = 31

/** Omitted fields stay; `days` counts from the dates of the rule. */
export const SeriesMove = z
  .strictObject({
    space: SpaceIdText.exactOptional(),
    start: TimeText.exactOptional(),
    end: TimeText.exactOptional(),
    days: z.int().min(-MOST_DAYS_AWAY).max(MOST_DAYS_AWAY).exactOptional(),
  })
  .refine((move) => Object.keys(move).length > 0, 'expected something to change')
  .refine(({ start, end }) => start === undefined || end === undefined || start < end, {
    message: 'expected an end after the start',
    path: ['end'],
  })

/**
 * `date` is the current one. Each is booked (`booking`), refused (`refusal`, a problem code with its facts)
 * or waiting. Both together: it could not be cancelled or moved. `moved`: it is where it was asked to go.
 */
export const SeriesDateView = z.looseObject({
  date: z.string(),
  ruleDate: z.string().optional(),
  space: z.string().optional(),
  start: z.string().optional(),
  end: z.string().optional(),
  moved: z.literal(true).optional(),
  booking: z.string().optional(),
  reference: z.string().optional(),
  status: z.enum(BOOKING_STATUSES).optional(),
  cause: z.enum(CANCELLATION_CAUSES).optional(),
  note: z.string().optional(),
  refusal: z.string().optional(),
  alternatives: z.array(Alternative).optional(),
})

const ROLLING = {
  rolling: z.boolean(),
  until: z.string().optional().meta({ description: 'The last date wanted of a rolling series' }),
}

/** A date without a refusal would be booked now; `lastDate` is the last one that can be. */
export const SeriesPreviewView = z.object({
  ...ROLLING,
  lastDate: z.string(),
  dates: z.array(SeriesDateView),
})

/** `rolling` while more dates are booked as time passes, with `space`, `start` and `end`. */
export const SeriesView = BookingView.pick({
  site: true,
  start: true,
  end: true,
  use: true,
  places: true,
}).extend({
  id: z.string(),
  state: z.enum(SERIES_STATES),
  ...ROLLING,
  mode: z.enum(SERIES_MODES),
  rule: z.string(),
  space: z.object({ id: z.string(), name: z.string() }),
  dates: z.array(SeriesDateView),
})

export type NewSeries = z.input<typeof NewSeries>
export type SeriesDateView = z.infer<typeof SeriesDateView>
export type SeriesPreviewView = z.infer<typeof SeriesPreviewView>
export type SeriesView = z.infer<typeof SeriesView>
