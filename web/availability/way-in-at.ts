import type { BookingView } from '../../shared/contracts/booking-views.ts'
import type { SiteView, SpaceView } from '../../shared/contracts/site-views.ts'
import type { Instant, TimeZone } from '../../shared/domain/instant.ts'
import { keyPickupBefore } from '../../shared/domain/key-pickup.ts'
import { parseLocalDate, weekdayOf } from '../../shared/domain/local-date.ts'
import { isPublicHoliday } from '../../shared/domain/public-holidays.ts'
import { formatMinutes, parseMinutes, parseQuarter } from '../../shared/domain/quarter.ts'
import type { Choice } from './choice.ts'

type Time = Pick<Choice, 'date' | 'start' | 'end'>
type Keeper = Extract<SpaceView['access'], { kind: 'key-holder' }>['keeper']

const minutesOf = (text: string): number => parseMinutes(text) ?? 0

const pickupAt = ({ date, start }: Time, { hours }: Keeper, site: SiteView): BookingView['keyPickup'] => {
  const [day, quarter] = [parseLocalDate(date), parseQuarter(start)]
  if (!day || quarter === undefined) return undefined
  const days = hours.map((ranges) => ranges.map(([from, to]) => [minutesOf(from), minutesOf(to)] as const))
  const where = { departement: site.departement, timeZone: site.timeZone as TimeZone }
  const now = Date.now() as Instant
  const pickup = keyPickupBefore({ date: day, start: quarter }, { hours: days }, { ...where, now })
  return (
    pickup && {
      date: pickup.date,
      ranges: pickup.ranges.map(([from, to]) => [formatMinutes(from), formatMinutes(to)]),
      ...(pickup.isOver && { over: true }),
    }
  )
}

const isUnstaffedAt = ({ date, start, end }: Time, { unstaffed }: SpaceView, site: SiteView): boolean => {
  const day = parseLocalDate(date)
  if (!day || unstaffed.length === 0) return false
  const name = isPublicHoliday(day, site.departement) ? 'holiday' : weekdayOf(day)
  return unstaffed.some((hours) => hours.day === name && hours.start < end && start < hours.end)
}

/** What somebody has to know of the way in before they book a time. */
export const wayInAt = (
  time: Time,
  space: SpaceView,
  site: SiteView,
): Pick<BookingView, 'keyPickup' | 'unstaffed'> => {
  const { access } = space
  const keyPickup = access.kind === 'key-holder' ? pickupAt(time, access.keeper, site) : undefined
  return {
    ...(keyPickup && { keyPickup }),
    ...(isUnstaffedAt(time, space, site) && { unstaffed: true }),
  }
}
