import * as z from 'zod'
import { APPOINTMENT_MINUTES, isCutEvenly } from '../domain/appointments.ts'
import { MOST_MEDIATORS } from '../domain/mediators.ts'
import type { QuarterRange } from '../domain/quarter-range.ts'
import { WORKSHOP_LEVELS } from '../domain/workshop.ts'
import { WORKSHOP_LANGUAGES, WORKSHOP_THEMES } from '../domain/workshop-theme.ts'
import { DateText, HolderIdText, LineText, ProseText, SiteIdText, SpaceIdText, TimeText } from './values.ts'

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

/** Of a permanence: one person at a time, each for so many minutes. */
const AppointmentsText = z.strictObject({
  minutes: z.literal(APPOINTMENT_MINUTES),
  dropIn: z.literal(true).exactOptional().meta({ description: 'People may also come without one' }),
})

type Planned = QuarterRange & {
  readonly seats?: number
  readonly appointments?: z.infer<typeof AppointmentsText>
}

const isEven = (planned: Planned): boolean => planned.start >= planned.end || isCutEvenly(planned)

const EVEN_EXPECTED = {
  message: 'expected appointments that fill the time from start to end',
  path: ['appointments', 'minutes'],
}

const isOneAtATime = ({ seats, appointments }: Planned): boolean => !(seats && appointments)

const NO_SEATS_EXPECTED = { message: 'expected no seats beside appointments', path: ['seats'] }

/** All who lead it, each once. */
export const MediatorsText = z
  .array(HolderIdText)
  .min(1)
  .max(MOST_MEDIATORS)
  .refine((all) => new Set(all).size === all.length, 'expected each mediator once')

/** Defaults: all `places` of the space, and the signed-in person as mediator. */
const PlannedText = {
  site: SiteIdText,
  space: SpaceIdText,
  start: TimeText,
  end: TimeText,
  ...WorkshopDescriptionText,
  seats: z.int().min(1).max(50).exactOptional().meta({ description: 'Default 6' }),
  appointments: AppointmentsText.exactOptional(),
  places: z.int().min(1).max(100).exactOptional(),
  mediators: MediatorsText.exactOptional(),
}

const endsLater = ({ start, end }: { readonly start: number; readonly end: number }): boolean => start < end
const END_EXPECTED = { message: 'expected an end after the start', path: ['end'] }

export const NewWorkshop = z
  .strictObject({ ...PlannedText, date: DateText })
  .refine(endsLater, END_EXPECTED)
  .refine(isEven, EVEN_EXPECTED)
  .refine(isOneAtATime, NO_SEATS_EXPECTED)

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
  .refine(isEven, EVEN_EXPECTED)
  .refine(isOneAtATime, NO_SEATS_EXPECTED)
  .refine(
    ({ rule, firstWorkingDays }) => (rule === undefined) !== (firstWorkingDays === undefined),
    'expected either rule or firstWorkingDays',
  )

export type NewWorkshop = z.input<typeof NewWorkshop>
export type NewCycle = z.input<typeof NewCycle>
