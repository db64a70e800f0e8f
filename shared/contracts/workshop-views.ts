import * as z from 'zod'
import { WORKSHOP_LEVELS, WORKSHOP_STATUSES } from '../domain/workshop.ts'
import { PersonActedFor } from './booking-views.ts'
import { SiteSummary, SpaceView } from './site-views.ts'
import {
  DateText,
  DepartementText,
  HolderIdText,
  LineText,
  PositionText,
  ProseText,
  SiteIdText,
  SpaceIdText,
  TimeText,
  WholeNumberText,
  WorkshopIdText,
} from './values.ts'

export const WorkshopParam = z.strictObject({ id: WorkshopIdText })

/** Defaults: all `places` of the space, and the signed-in person as `mediator`. */
export const NewWorkshop = z
  .strictObject({
    site: SiteIdText,
    space: SpaceIdText,
    date: DateText,
    start: TimeText,
    end: TimeText,
    title: LineText(80),
    level: z.enum(WORKSHOP_LEVELS).exactOptional(),
    description: ProseText(600).exactOptional(),
    seats: z.int().min(1).max(50).default(6),
    places: z.int().min(1).max(100).exactOptional(),
    mediator: HolderIdText.exactOptional(),
  })
  .refine(({ start, end }) => start < end, { message: 'expected an end after the start', path: ['end'] })

/** For the signed-in person by default. */
export const NewSeat = z.strictObject({ for: PersonActedFor.exactOptional() })

/** Participants read the note. */
export const WorkshopCancellation = z.strictObject({ note: ProseText(300).exactOptional() })

/** What is named changes; null takes a text away, and `mediator` is a colleague who takes over. */
export const WorkshopEdit = z
  .strictObject({
    title: LineText(80).exactOptional(),
    level: z.enum(WORKSHOP_LEVELS).nullable().exactOptional(),
    description: ProseText(600).nullable().exactOptional(),
    seats: z.int().min(1).max(50).exactOptional(),
    mediator: HolderIdText.exactOptional(),
  })
  .refine((edit) => Object.keys(edit).length > 0, 'expected something to change')

/** By name. */
export const ColleagueList = z.object({
  colleagues: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      leads: z.boolean().meta({ description: 'Leads the workshop now' }),
      busy: z.boolean().meta({ description: 'Has something else at that time' }),
    }),
  ),
})

/** At least one of `site`, `near` and `departement`; `after` is the `next` of another page. */
export const WorkshopSearch = z
  .strictObject({
    site: SiteIdText.exactOptional(),
    departement: DepartementText.exactOptional(),
    near: PositionText.exactOptional(),
    radius: WholeNumberText(1, 100).exactOptional().meta({ description: 'Kilometres, default 30' }),
    from: DateText.exactOptional(),
    begun: z
      .literal('true')
      .exactOptional()
      .meta({ description: 'Also those that have begun and are not over' }),
    after: z
      .string()
      .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d#[0-9a-z]{20}$/)
      .exactOptional(),
  })
  .refine(({ site, departement, near }) => site ?? departement ?? near, 'expected site, departement or near')

export const WorkshopSummary = z.object({
  id: z.string(),
  status: z.enum(WORKSHOP_STATUSES),
  title: z.string(),
  level: z.enum(WORKSHOP_LEVELS).optional(),
  site: SiteSummary.pick({ id: true, name: true, address: true, postcode: true, commune: true }).extend({
    phone: z.string().optional(),
    timeZone: z.string(),
  }),
  date: z.string(),
  start: z.string(),
  end: z.string(),
  seats: z.int(),
  seatsLeft: z.int(),
  waiting: z.int().meta({ description: 'How many wait for a seat' }),
  begun: z.boolean(),
  distanceKm: z.number().optional().meta({ description: 'From `near`' }),
})

/** `next` is set when there may be more. */
export const WorkshopList = z.object({ workshops: z.array(WorkshopSummary), next: z.string().optional() })

/** The reader's seat, or their rank on the waitlist (1 is next). */
export const MyPlace = z.union([
  z.object({
    status: z.enum(['confirmed', 'requested', 'offered', 'attended']),
    booking: z.string(),
    until: z.string().optional().meta({ description: 'Until when an offer is held, local to the site' }),
  }),
  z.object({ status: z.literal('waiting'), rank: z.int() }),
])

export const WorkshopView = WorkshopSummary.extend({
  description: z.string().optional(),
  note: z.string().optional().meta({ description: 'Why it is cancelled' }),
  mediatorName: z.string(),
  space: SpaceView.pick({ id: true, name: true, amenities: true, access: true }).meta({
    description: 'Its mediator opens it',
  }),
  mine: MyPlace.optional().meta({ description: 'When signed in' }),
})

export type ColleagueList = z.infer<typeof ColleagueList>
export type NewWorkshop = z.input<typeof NewWorkshop>
export type WorkshopSummary = z.infer<typeof WorkshopSummary>
export type WorkshopList = z.infer<typeof WorkshopList>
export type WorkshopView = z.infer<typeof WorkshopView>
export type MyPlace = z.infer<typeof MyPlace>
export type NewSeat = z.input<typeof NewSeat>
