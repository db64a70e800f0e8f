import * as z from 'zod'
import { ATTENDANCES } from '../domain/attendance.ts'
import { AGE_BANDS, OCCUPATIONS } from '../domain/drop-in.ts'
import type { DropInId } from '../domain/ids.ts'
import type { Instant } from '../domain/instant.ts'
import { WORKSHOP_LEVELS } from '../domain/workshop.ts'
import { BookingView } from './booking-views.ts'
import { SiteSummary } from './site-views.ts'
import { BookingIdText, reading } from './values.ts'

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/

const readInstant = (text: string): Instant | undefined => {
  const at = INSTANT.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(at) ? undefined : (at as Instant)
}

const InstantText = reading(
  z.string().meta({ examples: ['2026-11-24T09:05:00.000Z'] }),
  readInstant,
  'expected an instant in UTC as 2026-11-24T09:05:00.000Z',
)

const DropInIdText = z
  .string()
  .regex(/^[0-9a-f]{32}$/, 'expected 128 random bits in hexadecimal')
  .transform((text) => text as DropInId)

const DropInFacts = {
  ageBand: z.enum(AGE_BANDS),
  occupation: z.enum(OCCUPATIONS),
  skillsTest: z.boolean(),
}

const MOST_NOTES = 50

/** All times are those of the device that noted them, `sentAt` included. */
export const NewAttendanceNotes = z.strictObject({
  sentAt: InstantText,
  marks: z
    .array(z.strictObject({ booking: BookingIdText, attendance: z.enum(ATTENDANCES), at: InstantText }))
    .max(MOST_NOTES),
  dropIns: z
    .array(
      z.strictObject({
        id: DropInIdText.meta({ description: 'Made by the device: the same one counts once' }),
        ...DropInFacts,
        at: InstantText,
        gone: z.literal(true).exactOptional().meta({ description: 'Counted by mistake' }),
      }),
    )
    .max(MOST_NOTES),
})

/** `markedAt`, `opensAt` and the like are instants of RFC 3339. */
export const AttendanceView = z.object({
  id: z.string(),
  me: z.string().meta({ description: 'Who reads it' }),
  title: z.string(),
  site: SiteSummary.pick({ id: true, name: true }),
  spaceName: z.string(),
  mediatorName: z.string(),
  date: z.string(),
  start: z.string(),
  end: z.string(),
  isCancelled: z.boolean(),
  opensAt: z.string().meta({ description: 'From then on it can be noted who is there' }),
  closesAt: z.string(),
  people: z
    .array(
      BookingView.pick({ id: true, start: true, end: true, places: true, guest: true }).extend({
        name: z.string(),
        sentBy: z.string().optional(),
        done: z
          .array(z.enum(WORKSHOP_LEVELS))
          .optional()
          .meta({ description: 'Levels that they have been to here within a year' }),
        isOwn: z.boolean().meta({ description: 'Nobody notes their own attendance' }),
        attendance: z.enum(ATTENDANCES).optional(),
        markedAt: z.string().optional(),
      }),
    )
    .meta({ description: 'Who has a seat, or missed it, by name' }),
  dropIns: z
    .array(z.object({ id: z.string(), ...DropInFacts, at: z.string() }))
    .meta({ description: 'Who came without a seat: counted, never named' }),
})

export const NotedAttendanceView = z.object({
  refused: z
    .array(z.looseObject({ id: z.string(), code: z.string() }))
    .meta({ description: 'Notes that were not kept, with the code of a problem each' }),
})

export type AttendanceView = z.infer<typeof AttendanceView>
export type NotedAttendanceView = z.infer<typeof NotedAttendanceView>
