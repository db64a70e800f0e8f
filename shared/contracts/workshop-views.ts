import * as z from 'zod'
import { WORKSHOP_LEVELS, WORKSHOP_STATUSES } from '../domain/workshop.ts'
import { WORKSHOP_LANGUAGES, WORKSHOP_THEMES } from '../domain/workshop-theme.ts'
import { MyPlace } from './seat-views.ts'
import { SiteSummary, SpaceView } from './site-views.ts'
import {
  CycleIdText,
  DateText,
  DepartementText,
  PositionText,
  ProseText,
  SiteIdText,
  WholeNumberText,
  WorkshopIdText,
} from './values.ts'

export const WorkshopParam = z.strictObject({ id: WorkshopIdText })

export const CycleParam = z.strictObject({ id: CycleIdText })

/** The names of those who lead it too. */
export const OtherMediators = z.array(z.string()).optional()

/** `refusal` is a problem code, with its facts; a date without one is free. */
const SittingView = z.looseObject({
  date: z.string(),
  movedFrom: z.string().optional().meta({ description: 'The public holiday on which it would have been' }),
  refusal: z.string().optional(),
})

export const CyclePreview = z.object({ dates: z.array(SittingView) })

/** Each date has its workshop, or why there is none. */
export const PlannedCycle = z.object({
  id: z.string(),
  title: z.string(),
  dates: z.array(SittingView.extend({ workshop: z.string().optional() })),
})

/** Participants read the note. */
export const WorkshopCancellation = z.strictObject({ note: ProseText(300).exactOptional() })

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

const AppointmentsView = z
  .object({
    minutes: z.int(),
    dropIn: z.boolean(),
    free: z.array(z.string()).meta({ description: 'When those begin that can still be taken' }),
  })
  .meta({ description: 'Of a permanence, whose seats these are' })

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
  appointments: AppointmentsView.optional(),
  waiting: z.int().meta({ description: 'How many requests wait, each for one seat or two' }),
  cycle: z.string().optional().meta({ description: 'Of workshops planned together' }),
  begun: z.boolean(),
  distanceKm: z.number().optional().meta({ description: 'From `near`' }),
})

/** `next` is set when there may be more. */
export const WorkshopList = z.object({ workshops: z.array(WorkshopSummary), next: z.string().optional() })

/** Its workshops that are still planned, those that are over included. */
export const CycleView = z.object({
  id: z.string(),
  title: z.string(),
  workshops: z.array(WorkshopSummary),
})

export const WorkshopView = WorkshopSummary.extend({
  theme: z.enum(WORKSHOP_THEMES).optional(),
  description: z.string().optional(),
  bring: z.string().optional(),
  languages: z.array(z.enum(WORKSHOP_LANGUAGES)).optional(),
  openToAllFrom: z
    .string()
    .optional()
    .meta({ description: 'Before that date, who came to such a workshop here within a year waits' }),
  note: z.string().optional().meta({ description: 'Why it is cancelled' }),
  mediatorName: z.string(),
  otherMediators: OtherMediators,
  space: SpaceView.pick({ id: true, name: true, amenities: true, access: true }).meta({
    description: 'Its mediator opens it',
  }),
  mine: MyPlace.optional().meta({ description: 'When signed in' }),
})

export type CyclePreview = z.infer<typeof CyclePreview>
export type PlannedCycle = z.infer<typeof PlannedCycle>
export type CycleView = z.infer<typeof CycleView>
export type SittingView = z.infer<typeof SittingView>
export type WorkshopSummary = z.infer<typeof WorkshopSummary>
export type WorkshopList = z.infer<typeof WorkshopList>
export type WorkshopView = z.infer<typeof WorkshopView>
