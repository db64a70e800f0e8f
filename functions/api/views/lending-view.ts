import type {
  LendingPreview,
  LentSpaceView,
  SetUp,
  SetUpList,
  TouchedView,
} from '../../../shared/contracts/lending-views.ts'
import { referenceOf } from '../../../shared/domain/booking.ts'
import type { SpaceId } from '../../../shared/domain/ids.ts'
import { type Instant, localTimeAt } from '../../../shared/domain/instant.ts'
import { WEEKDAYS } from '../../../shared/domain/local-date.ts'
import { isLentFrom } from '../../../shared/domain/opening.ts'
import type { LentSpace } from '../../../shared/domain/overlapping-spaces.ts'
import { PUBLICS, type Public } from '../../../shared/domain/public.ts'
import { isPublicHoliday } from '../../../shared/domain/public-holidays.ts'
import { formatQuarter, MINUTES_A_QUARTER } from '../../../shared/domain/quarter.ts'
import { formatRange } from '../../../shared/domain/quarter-range.ts'
import type { BookingLimits, Space } from '../../../shared/domain/space.ts'
import { unstaffedHours } from '../../../shared/domain/unstaffed-hours.ts'
import type { LentSpaceNow } from '../../use-cases/change-lending.ts'
import type { Previewed, Touched } from '../../use-cases/preview-lending.ts'
import { viewOfLentAccess } from './access-view.ts'
import { viewOfCounterOn } from './site-view.ts'

const MOST_SHOWN = 50

type LimitsText = SetUp['limits']
type LimitsView = LentSpaceView['limits']

const someLimitsOf = ({
  shortestMinutes,
  longestMinutes,
  gridMinutes,
  ...rest
}: Partial<LimitsText>): Partial<BookingLimits> => ({
  ...rest,
  ...(shortestMinutes && { shortestQuarters: shortestMinutes / MINUTES_A_QUARTER }),
  ...(longestMinutes && { longestQuarters: longestMinutes / MINUTES_A_QUARTER }),
  ...(gridMinutes && { gridQuarters: gridMinutes / MINUTES_A_QUARTER }),
})

const limitsOf = ({ shortestMinutes, longestMinutes, gridMinutes, ...rest }: LimitsText): BookingLimits => ({
  ...rest,
  shortestQuarters: shortestMinutes / MINUTES_A_QUARTER,
  longestQuarters: longestMinutes / MINUTES_A_QUARTER,
  ...(gridMinutes && { gridQuarters: gridMinutes / MINUTES_A_QUARTER }),
})

const viewOfSomeLimits = ({
  shortestQuarters,
  longestQuarters,
  gridQuarters,
  ...rest
}: Partial<BookingLimits>): Partial<LimitsView> => ({
  ...rest,
  ...(shortestQuarters && { shortestMinutes: shortestQuarters * MINUTES_A_QUARTER }),
  ...(longestQuarters && { longestMinutes: longestQuarters * MINUTES_A_QUARTER }),
  ...(gridQuarters && { gridMinutes: gridQuarters * MINUTES_A_QUARTER }),
})

const viewOfLimits = ({
  shortestQuarters,
  longestQuarters,
  gridQuarters,
  ...rest
}: BookingLimits): LimitsView => ({
  ...rest,
  shortestMinutes: shortestQuarters * MINUTES_A_QUARTER,
  longestMinutes: longestQuarters * MINUTES_A_QUARTER,
  ...(gridQuarters && { gridMinutes: gridQuarters * MINUTES_A_QUARTER }),
})

type ForPublics<T> = { [P in Public]?: T | undefined }

const mapped = <A, B>(record: ForPublics<A>, each: (value: A) => B): { [P in Public]?: B } => {
  const entries: { [P in Public]?: B } = {}
  for (const name of PUBLICS) {
    const value = record[name]
    if (value !== undefined) entries[name] = each(value)
  }
  return entries
}

export const spaceOf = (id: SpaceId, setUp: SetUp): LentSpace => {
  const { openings, limits, limitsFor, buffers, ...rest } = setUp
  return {
    ...rest,
    id,
    openings: openings.map(({ start, end, weekdays, ...opening }) => ({
      ...opening,
      window: { start, end },
      weekdays: WEEKDAYS.filter((day) => weekdays.includes(day)),
    })),
    limits: limitsOf(limits),
    ...(limitsFor && { limitsFor: mapped(limitsFor, someLimitsOf) }),
    buffers: {
      beforeQuarters: buffers.beforeMinutes / MINUTES_A_QUARTER,
      afterQuarters: buffers.afterMinutes / MINUTES_A_QUARTER,
    },
  }
}

const viewOfSetUp = (space: Space) => ({
  ...space,
  uses: [...space.uses],
  amenities: [...space.amenities],
  features: [...space.features],
  parts: [...space.parts],
  access: viewOfLentAccess(space.access),
  openings: space.openings.map(({ window, publics, ...opening }) => ({
    ...opening,
    start: formatQuarter(window.start),
    end: formatQuarter(window.end),
    weekdays: [...opening.weekdays],
    ...(publics && { publics: [...publics] }),
  })),
  limits: viewOfLimits(space.limits),
  limitsFor: space.limitsFor && mapped(space.limitsFor, viewOfSomeLimits),
  buffers: {
    beforeMinutes: space.buffers.beforeQuarters * MINUTES_A_QUARTER,
    afterMinutes: space.buffers.afterQuarters * MINUTES_A_QUARTER,
  },
})

export const viewOfLentSpace = ({ site, space, settled }: LentSpaceNow, now: Instant): LentSpaceView => {
  const { date: today } = localTimeAt(now, site.timeZone)
  return {
    ...viewOfSetUp(space),
    revision: space.revision ?? 0,
    ended: !isLentFrom(space, today),
    unstaffed: unstaffedHours(space, site, today),
    settled,
  }
}

/** Access details belong to the site itself, so they are not copied. */
export const viewOfSetUps = (spaces: readonly Space[]): SetUpList => ({
  spaces: spaces.map((space) => ({ ...viewOfSetUp(space), access: { kind: space.access.kind } })),
})

export const viewOfTouched = ({ mark, touched, holders, spaces }: Touched): TouchedView => ({
  mark,
  count: touched.length,
  bookings: touched.slice(0, MOST_SHOWN).map(({ booking, why }) => ({
    id: booking.id,
    reference: referenceOf(booking.id),
    space: { id: booking.space, name: spaces.find(({ id }) => id === booking.space)?.name ?? booking.space },
    date: booking.date,
    start: formatQuarter(booking.start),
    end: formatQuarter(booking.end),
    use: booking.use,
    places: booking.places,
    holderName: holders.get(booking.holder)?.name ?? '',
    why,
  })),
})

export const viewOfLendingPreview = ({ site, days, ...touched }: Previewed): LendingPreview => ({
  days: days.map(({ date, open, undecided }) => ({
    date,
    holiday: isPublicHoliday(date, site.departement),
    counter: viewOfCounterOn(site, date),
    open: open.map(formatRange),
    ...(undecided && { undecided: true as const }),
  })),
  touched: viewOfTouched(touched),
})
