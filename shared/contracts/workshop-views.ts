import * as z from 'zod'
import { WORKSHOP_LEVELS, WORKSHOP_STATUSES } from '../domain/workshop.ts'
import { WORKSHOP_LANGUAGES, WORKSHOP_THEMES } from '../domain/workshop-theme.ts'
import { MyPlace } from './seat-views.ts'
import { SiteSummary, SpaceView } from './site-views.ts'
import {
  CycleIdText,
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

const WorkshopDescriptionText = {
  title: LineText(80),
  level: z.enum(WORKSHOP_LEVELS).exactOptional(),
  theme: z.enum(WORKSHOP_THEMES).exactOptional().meta({
    description: 'A theme of the activity report of digital mediators (La Coop de la médiation numérique)',
  }),
  description: ProseText(600).exactOptional(),
  bring: LineText(200).exactOptional().meta({ description: 'What people are asked to have with them' }),
  languages: z
    .array(z.enum(WORKSHOP_LANGUAGES))
    .max(WORKSHOP_LANGUAGES.length)
    .exactOptional()
    .meta({ description: 'Spoken beside French' }),
  newcomersFirst: z
    .literal(true)
    .exactOptional()
    .meta({ description: 'Until seven days before, who came to such a workshop here within a year waits' }),
}

/** Defaults: all `places` of the space, and the signed-in person as `mediator`. */
const PlannedText = {
  site: SiteIdText,
  space: SpaceIdText,
  start: TimeText,
  end: TimeText,
  ...WorkshopDescriptionText,
  seats: z.int().min(1).max(50).default(6),
  places: z.int().min(1).max(100).exactOptional(),
  mediator: HolderIdText.exactOptional(),
}

const endsLater = ({ start, end }: { readonly start: number; readonly end: number }): boolean => start < end
const END_EXPECTED = { message: 'expected an end after the start', path: ['end'] }

export const NewWorkshop = z.strictObject({ ...PlannedText, date: DateText }).refine(endsLater, END_EXPECTED)

/** From `from` on: by an RRULE with an end, or on the first working days of so many months. */
export const NewCycle = z
  .strictObject({
    ...PlannedText,
    from: DateText,
    rule: z.string().min(1).max(300).exactOptional(),
    firstWorkingDays: z
      .strictObject({ days: z.int().min(1).max(10), months: z.int().min(1).max(12) })
      .exactOptional(),
  })
  .refine(endsLater, END_EXPECTED)
  .refine(
    ({ rule, firstWorkingDays }) => (rule === undefined) !== (firstWorkingDays === undefined),
    'expected either rule or firstWorkingDays',
  )

export const CycleParam = z.strictObject({ id: CycleIdText })

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
  space: SpaceView.pick({ id: true, name: true, amenities: true, access: true }).meta({
    description: 'Its mediator opens it',
  }),
  mine: MyPlace.optional().meta({ description: 'When signed in' }),
})

export type NewWorkshop = z.input<typeof NewWorkshop>
export type NewCycle = z.input<typeof NewCycle>
export type CyclePreview = z.infer<typeof CyclePreview>
export type PlannedCycle = z.infer<typeof PlannedCycle>
export type CycleView = z.infer<typeof CycleView>
export type SittingView = z.infer<typeof SittingView>
export type WorkshopSummary = z.infer<typeof WorkshopSummary>
export type WorkshopList = z.infer<typeof WorkshopList>
export type WorkshopView = z.infer<typeof WorkshopView>
