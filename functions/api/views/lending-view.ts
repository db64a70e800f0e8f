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
import type { Weekday } from '../../../shared/domain/local-date.ts'
import { isLentFrom } from '../../../shared/domain/opening.ts'
import type { LentSpace } from '../../../shared/domain/overlapping-spaces.ts'
import { isPublicHoliday } from '../../../shared/domain/public-holidays.ts'
import { formatQuarter, MINUTES_A_QUARTER } from '../../../shared/domain/quarter.ts'
import { formatRange } from '../../../shared/domain/quarter-range.ts'
import type { BookingLimits, Space } from '../../../shared/domain/space.ts'
import type { LentSpaceNow } from '../../use-cases/change-lending.ts'
import type { Previewed, Touched } from '../../use-cases/preview-lending.ts'
import { viewOfCounterOn } from './site-view.ts'

const MOST_SHOWN = 50

type LimitsText = SetUp['limits']

const inQuarters = (minutes: number | undefined) => minutes !== undefined && minutes / MINUTES_A_QUARTER
const inMinutes = (quarters: number | undefined) => quarters !== undefined && quarters * MINUTES_A_QUARTER

/** Whatever is given, in the domain's quarters. */
const limitsOf = <T extends Partial<LimitsText>>({
  shortestMinutes,
  longestMinutes,
  gridMinutes,
  ...rest
}: T) => ({
  ...rest,
  ...(inQuarters(shortestMinutes) && { shortestQuarters: inQuarters(shortestMinutes) as number }),
  ...(inQuarters(longestMinutes) && { longestQuarters: inQuarters(longestMinutes) as number }),
  ...(inQuarters(gridMinutes) && { gridQuarters: inQuarters(gridMinutes) as number }),
})

const viewOfLimits = <T extends Partial<BookingLimits>>({
  shortestQuarters,
  longestQuarters,
  gridQuarters,
  ...rest
}: T) => ({
  ...rest,
  ...(inMinutes(shortestQuarters) && { shortestMinutes: inMinutes(shortestQuarters) as number }),
  ...(inMinutes(longestQuarters) && { longestMinutes: inMinutes(longestQuarters) as number }),
  ...(inMinutes(gridQuarters) && { gridMinutes: inMinutes(gridQuarters) as number }),
})

const mapped = <K extends string, A, B>(record: Partial<Record<K, A>>, each: (value: A) => B) =>
  Object.fromEntries(
    Object.entries<A | undefined>(record).flatMap(([key, value]) => (value ? [[key, each(value)]] : [])),
  )

/** A space as it was written, under an identifier. */
export const spaceOf = (id: SpaceId, setUp: SetUp): LentSpace => {
  const { openings, limits, limitsFor, buffers, ...rest } = setUp
  return {
    ...rest,
    id,
    openings: openings.map(({ start, end, weekdays, ...opening }) => ({
      ...opening,
      window: { start, end },
      weekdays: [...weekdays].sort() as Weekday[],
    })),
    limits: limitsOf(limits) as BookingLimits,
    ...(limitsFor && { limitsFor: mapped(limitsFor, limitsOf) }),
    buffers: {
      beforeQuarters: buffers.beforeMinutes / MINUTES_A_QUARTER,
      afterQuarters: buffers.afterMinutes / MINUTES_A_QUARTER,
    },
  } as LentSpace
}

const viewOfSetUp = (space: Space) => ({
  ...space,
  uses: [...space.uses],
  features: [...space.features],
  parts: [...space.parts],
  access: {
    ...space.access,
    ...(space.access.door && { door: { ...space.access.door, byHand: space.access.door.byHand ?? false } }),
  },
  openings: space.openings.map(({ window, publics, ...opening }) => ({
    ...opening,
    start: formatQuarter(window.start),
    end: formatQuarter(window.end),
    weekdays: [...opening.weekdays],
    ...(publics && { publics: [...publics] }),
  })),
  limits: viewOfLimits(space.limits),
  ...(space.limitsFor && { limitsFor: mapped(space.limitsFor, viewOfLimits) }),
  buffers: {
    beforeMinutes: space.buffers.beforeQuarters * MINUTES_A_QUARTER,
    afterMinutes: space.buffers.afterQuarters * MINUTES_A_QUARTER,
  },
})

export const viewOfLentSpace = ({ site, space, settled }: LentSpaceNow, now: Instant): LentSpaceView =>
  ({
    ...viewOfSetUp(space),
    revision: space.revision ?? 0,
    ended: !isLentFrom(space, localTimeAt(now, site.timeZone).date),
    settled,
  }) as LentSpaceView

/** Where a key is or how a door opens is of the place itself. */
export const viewOfSetUps = (spaces: readonly Space[]): SetUpList =>
  ({
    spaces: spaces.map((space) => ({ ...viewOfSetUp(space), access: { kind: space.access.kind } })),
  }) as SetUpList

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
