import * as z from 'zod'
import { TOUCHED_ANSWERS, TOUCHED_REASONS } from '../domain/lending.ts'
import { OPENING_BASES } from '../domain/opening.ts'
import { PUBLICS } from '../domain/public.ts'
import { ACCESS_KINDS, AMENITIES, USES } from '../domain/space.ts'
import { LentAccessView, UnstaffedView } from './access-text.ts'
import { WarningsView } from './access-views.ts'
import { HeldView } from './answer-views.ts'
import { fitting, SET_UP } from './set-up-text.ts'
import { AvailabilityView, PriceView, UndecidedText } from './site-views.ts'
import { DateText, ProseText, SiteIdText, SpaceIdText, TimeRangeView, TimeText } from './values.ts'

export const LentSpaceParam = z.strictObject({ site: SiteIdText, space: SpaceIdText })

export const WayInQuery = z
  .strictObject({ date: DateText, start: TimeText, end: TimeText })
  .refine(({ start, end }) => start < end, { message: 'expected an end after the start', path: ['end'] })

export const WayInView = WarningsView

/** `seen` is the mark of the bookings as shown. */
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

/** Stored set-ups may exceed today's bounds. */
const SetUpView = z.object({
  name: z.string(),
  capacity: z.int(),
  uses: z.array(z.enum(USES)),
  workshops: z.boolean(),
  amenities: z.array(z.enum(AMENITIES)),
  features: z.array(z.string()),
  access: LentAccessView,
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
  price: PriceView,
})

export const LentSpaceView = SetUpView.extend({
  id: z.string(),
  revision: z.int(),
  ended: z.boolean().meta({ description: 'Whether the space is no longer lent' }),
  unstaffed: UnstaffedView,
  settled: z
    .boolean()
    .meta({ description: 'False while bookings that the last change touches are being dealt with' }),
})

export const LentSpaceList = z.object({ spaces: z.array(LentSpaceView) })

/** Without people, or where keys are. */
export const SetUpList = z.object({
  spaces: z.array(
    SetUpView.omit({ parts: true }).extend({
      id: z.string(),
      access: z.object({ kind: z.enum(ACCESS_KINDS) }),
    }),
  ),
})

export const TouchedView = z.object({
  mark: z.string(),
  count: z.int(),
  bookings: z
    .array(HeldView.omit({ until: true }).extend({ why: z.enum(TOUCHED_REASONS) }))
    .meta({ description: 'The first of them' }),
})

export const LendingPreview = z.object({
  days: z.array(
    AvailabilityView.shape.days.element
      .omit({ spaces: true })
      .extend({ open: z.array(TimeRangeView), undecided: UndecidedText }),
  ),
  touched: TouchedView,
})

export type SetUp = z.output<typeof NewLentSpace>
export type SetUpText = z.input<typeof NewLentSpace>
export type LentSpaceView = z.infer<typeof LentSpaceView>
export type LentSpaceList = z.infer<typeof LentSpaceList>
export type SetUpList = z.infer<typeof SetUpList>
export type TouchedView = z.infer<typeof TouchedView>
export type LendingPreview = z.infer<typeof LendingPreview>
