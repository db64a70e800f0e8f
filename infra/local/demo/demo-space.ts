import type { SiteId, SpaceId } from '../../../shared/domain/ids.ts'
import { type LocalDate, localDate, type Weekday } from '../../../shared/domain/local-date.ts'
import type { Opening, OpeningBasis } from '../../../shared/domain/opening.ts'
import type { LentSpace } from '../../../shared/domain/overlapping-spaces.ts'
import { type Quarter, quarter } from '../../../shared/domain/quarter.ts'
import { type BookingLimits, FREE, NO_BUFFERS } from '../../../shared/domain/space.ts'

const hour = (value: number): Quarter => quarter(value * 4)

export const MONDAY_TO_FRIDAY: readonly Weekday[] = [1, 2, 3, 4, 5]
export const MONDAY_TO_SATURDAY: readonly Weekday[] = [1, 2, 3, 4, 5, 6]

export const opening = (
  basis: OpeningBasis,
  from: number,
  to: number,
  weekdays: readonly Weekday[],
  since: LocalDate = localDate(2026, 1, 1),
): Opening => ({
  basis,
  window: { start: hour(from), end: hour(to) },
  weekdays,
  from: since,
  onHolidays: false,
})

export const DESK_LIMITS: BookingLimits = {
  noticeMinutes: 30,
  horizonDays: 60,
  shortestQuarters: 4,
  longestQuarters: 48,
}
/** A whole year, so that an association books until June whenever it asks. */
export const ROOM_LIMITS: BookingLimits = {
  ...DESK_LIMITS,
  noticeMinutes: 120,
  horizonDays: 366,
  longestQuarters: 32,
}

type Lent = Omit<LentSpace, 'id' | 'workshops' | 'limits' | 'buffers' | 'parts' | 'price'> &
  Partial<LentSpace>

export const space = (site: string, id: string, lent: Lent): readonly [SiteId, LentSpace] => [
  site as SiteId,
  {
    id: id as SpaceId,
    workshops: false,
    buffers: NO_BUFFERS,
    parts: [],
    price: FREE,
    limits: lent.uses.includes('desk') ? DESK_LIMITS : ROOM_LIMITS,
    ...lent,
  },
]
