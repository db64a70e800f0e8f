import * as z from 'zod'
import { OPENING_BASES } from '../domain/opening.ts'
import { PUBLICS, type Public } from '../domain/public.ts'
import { AMENITIES, FREE, USES } from '../domain/space.ts'
import { AccessText } from './access-text.ts'
import { DateText, LineText, SpaceIdText, TimeText } from './values.ts'

const DAY_MINUTES = 1440

const minutes = (least: number, most: number) => z.int().min(least).max(most)
const quarters = (least: number, most: number) =>
  minutes(least, most).multipleOf(15).meta({ description: 'Minutes, on the quarter of an hour' })

const once = (list: readonly unknown[]) => new Set(list).size === list.length

const OpeningText = z
  .strictObject({
    basis: z.enum(OPENING_BASES),
    start: TimeText,
    end: TimeText,
    weekdays: z.array(z.int().min(1).max(7)).min(1).max(7).refine(once, 'expected each day once'),
    from: DateText,
    until: DateText.exactOptional(),
    onHolidays: z.boolean(),
    publics: z.array(z.enum(PUBLICS)).min(1).refine(once, 'expected each public once').exactOptional(),
  })
  .refine(({ start, end }) => start < end, { path: ['end'], message: 'expected an end after the start' })
  .refine(({ from, until }) => until === undefined || from <= until, {
    path: ['until'],
    message: 'expected a last date that is not before the first',
  })

const LimitsText = z.strictObject({
  noticeMinutes: minutes(0, 30 * DAY_MINUTES),
  horizonDays: z.int().min(0).max(400),
  shortestMinutes: quarters(15, DAY_MINUTES),
  longestMinutes: quarters(15, DAY_MINUTES),
  gridMinutes: quarters(15, DAY_MINUTES).exactOptional(),
  cancelBeforeMinutes: minutes(0, 30 * DAY_MINUTES).exactOptional(),
  takeBackNoticeDays: z.int().min(0).max(366).exactOptional(),
})

const FairUseText = z.strictObject({
  activeBookings: z.int().min(1).max(1000).exactOptional(),
  hoursAWeek: z.int().min(1).max(168).exactOptional(),
  noShows: z.strictObject({ most: z.int().min(1).max(100), days: z.int().min(1).max(366) }).exactOptional(),
})

const PriceText = z.discriminatedUnion('per', [
  z.strictObject({ per: z.literal('free') }),
  z.strictObject({ per: z.enum(['half-day', 'day']), cents: z.int().min(1).max(100_000) }),
])

/** Omitted options are off. */
export const SET_UP = {
  name: LineText(80),
  capacity: z.int().min(1).max(500),
  uses: z.array(z.enum(USES)).max(USES.length).refine(once, 'expected each use once'),
  workshops: z.boolean(),
  amenities: z.array(z.enum(AMENITIES)).refine(once, 'expected each amenity once').default([]),
  features: z.array(LineText(60)).max(12),
  access: AccessText,
  openings: z.array(OpeningText).max(12),
  limits: LimitsText,
  limitsFor: z.partialRecord(z.enum(PUBLICS), LimitsText.exactPartial()).exactOptional(),
  fairUse: FairUseText.exactOptional(),
  buffers: z.strictObject({ beforeMinutes: quarters(0, 240), afterMinutes: quarters(0, 240) }),
  approval: z.strictObject({ hours: z.int().min(1).max(720) }).exactOptional(),
  checkIn: z
    .strictObject({
      opensMinutes: minutes(0, DAY_MINUTES),
      closesMinutes: minutes(0, DAY_MINUTES),
      releases: z.boolean(),
    })
    .exactOptional(),
  parts: z.array(SpaceIdText).max(20),
  price: PriceText.default(FREE),
}

type Fitting = {
  readonly uses: readonly unknown[]
  readonly workshops: boolean
  readonly limits: z.infer<typeof LimitsText>
  readonly limitsFor?: Partial<Record<Public, Partial<z.infer<typeof LimitsText>>>>
}

/** Checks across fields: some use is lent, and a booking can be made at all. */
export const fitting = <S extends z.ZodType<Fitting>>(schema: S) =>
  schema
    .refine(({ uses, workshops }) => uses.length > 0 || workshops, {
      path: ['uses'],
      message: 'expected a use',
    })
    .refine(({ limits }) => limits.shortestMinutes <= limits.longestMinutes, {
      path: ['limits', 'longestMinutes'],
      message: 'expected a longest duration that is not below the shortest',
    })
    .refine(
      ({ limits, limitsFor = {} }) =>
        Object.values(limitsFor).every((own) => {
          const { shortestMinutes, longestMinutes } = { ...limits, ...own }
          return shortestMinutes <= longestMinutes
        }),
      {
        path: ['limitsFor'],
        message: 'expected a longest duration that is not below the shortest, for each public',
      },
    )
