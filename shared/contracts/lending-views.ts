import * as z from 'zod'
import { TOUCHED_ANSWERS, TOUCHED_REASONS } from '../domain/lending.ts'
import { OPENING_BASES } from '../domain/opening.ts'
import { PUBLICS } from '../domain/public.ts'
import { USES } from '../domain/space.ts'
import { AccessText, AccessView } from './access-views.ts'
import { HeldView } from './answer-views.ts'
import { AvailabilityView, PriceView } from './site-views.ts'
import { DateText, LineText, ProseText, SiteIdText, SpaceIdText, TimeRangeView, TimeText } from './values.ts'

export const LentSpaceParam = z.strictObject({ site: SiteIdText, space: SpaceIdText })

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

/** All that is said of a space to lend it: what is left out is not so. */
const SET_UP = {
  name: LineText(80),
  capacity: z.int().min(1).max(500),
  uses: z.array(z.enum(USES)).max(USES.length).refine(once, 'expected each use once'),
  workshops: z.boolean(),
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
  price: PriceText.exactOptional(),
}

type Fitting = {
  readonly uses: readonly unknown[]
  readonly workshops: boolean
  readonly limits: z.infer<typeof LimitsText>
}

/** What no single field says: it is lent for something, and a booking can be made at all. */
const fitting = <S extends z.ZodType<Fitting>>(schema: S) =>
  schema
    .refine(({ uses, workshops }) => uses.length > 0 || workshops, { path: ['uses'], message: 'expected a use' })
    .refine(({ limits }) => limits.shortestMinutes <= limits.longestMinutes, {
      path: ['limits', 'longestMinutes'],
      message: 'expected a longest duration that is not below the shortest',
    })

/** What becomes of the bookings that a change touches; `seen` is the mark of those that were shown. */
const TouchedText = z
  .strictObject({
    answer: z.enum(TOUCHED_ANSWERS),
    reason: ProseText(500).exactOptional(),
    seen: z.string().regex(/^[0-9a-f]{16}$/, 'expected the mark of the bookings that were shown'),
  })
  .refine(({ answer, reason }) => answer === 'keep' || reason !== undefined, {
    path: ['reason'],
    message: 'expected a reason to tell',
  })

const RevisionText = z.int().min(0).meta({ description: 'As it was read' })

export const NewLentSpace = fitting(z.strictObject(SET_UP))
export const SetUpTrial = fitting(z.strictObject({ ...SET_UP, space: SpaceIdText.exactOptional() }))
export const LentSpaceChange = fitting(
  z.strictObject({ ...SET_UP, revision: RevisionText, touched: TouchedText.exactOptional() }),
)
export const LendingEnd = z.strictObject({
  revision: RevisionText,
  from: DateText.meta({ description: 'The first date on which it is no longer lent' }),
  touched: TouchedText.exactOptional(),
})

const LimitsView = z.object({
  noticeMinutes: z.int(),
  horizonDays: z.int(),
  shortestMinutes: z.int(),
  longestMinutes: z.int(),
  gridMinutes: z.int().optional(),
  cancelBeforeMinutes: z.int().optional(),
  takeBackNoticeDays: z.int().optional(),
})

/** As it is written, and as it was stored before anything was bounded. */
const SetUpView = z.object({
  name: z.string(),
  capacity: z.int(),
  uses: z.array(z.enum(USES)),
  workshops: z.boolean(),
  features: z.array(z.string()),
  access: AccessView,
  openings: z.array(
    z.object({
      basis: z.enum(OPENING_BASES),
      start: z.string(),
      end: z.string(),
      weekdays: z.array(z.int()),
      from: z.string(),
      until: z.string().optional(),
      onHolidays: z.boolean(),
      publics: z.array(z.enum(PUBLICS)).optional(),
    }),
  ),
  limits: LimitsView,
  limitsFor: z.partialRecord(z.enum(PUBLICS), LimitsView.partial()).optional(),
  fairUse: z
    .object({
      activeBookings: z.int().optional(),
      hoursAWeek: z.int().optional(),
      noShows: z.object({ most: z.int(), days: z.int() }).optional(),
    })
    .optional(),
  buffers: z.object({ beforeMinutes: z.int(), afterMinutes: z.int() }),
  approval: z.object({ hours: z.int() }).optional(),
  checkIn: z.object({ opensMinutes: z.int(), closesMinutes: z.int(), releases: z.boolean() }).optional(),
  parts: z.array(z.string()),
  price: PriceView.optional(),
})

export const LentSpaceView = SetUpView.extend({
  id: z.string(),
  revision: z.int(),
  ended: z.boolean().meta({ description: 'Nothing of it is lent any more' }),
  settled: z.boolean().meta({ description: 'False while bookings that the last change touches are being dealt with' }),
})

export const LentSpaceList = z.object({ spaces: z.array(LentSpaceView) })

/** How spaces are lent elsewhere, to be copied: nothing about people, nor where a key is. */
export const SetUpList = z.object({ spaces: z.array(SetUpView.omit({ parts: true }).extend({ id: z.string() })) })

export const TouchedView = z.object({
  mark: z.string(),
  count: z.int(),
  bookings: z
    .array(HeldView.omit({ until: true }).extend({ why: z.enum(TOUCHED_REASONS) }))
    .meta({ description: 'The first of them' }),
})

export const LendingPreview = z.object({
  days: z.array(AvailabilityView.shape.days.element.omit({ spaces: true }).extend({ open: z.array(TimeRangeView) })),
  touched: TouchedView,
})

export type SetUp = z.output<typeof NewLentSpace>
export type SetUpText = z.input<typeof NewLentSpace>
export type LentSpaceView = z.infer<typeof LentSpaceView>
export type LentSpaceList = z.infer<typeof LentSpaceList>
export type SetUpList = z.infer<typeof SetUpList>
export type TouchedView = z.infer<typeof TouchedView>
export type LendingPreview = z.infer<typeof LendingPreview>
