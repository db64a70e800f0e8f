import { withoutAllocations } from '../../shared/domain/allocation.ts'
import { type Alternative, nearestAlternatives } from '../../shared/domain/availability.ts'
import { holderAllocationsOf } from '../../shared/domain/booking-change.ts'
import type { BookingRequest } from '../../shared/domain/booking-request.ts'
import type { HolderId, SiteId } from '../../shared/domain/ids.ts'
import { datesFrom, type LocalDate } from '../../shared/domain/local-date.ts'
import { EMPTY_OCCUPANCY, type Occupancy } from '../../shared/domain/occupancy.ts'
import { type QuarterRange, runsOf } from '../../shared/domain/quarter-range.ts'
import type { Dependencies } from '../dependencies.ts'
import { type AvailabilityDeps, type ReadAvailability, readSiteDays } from './read-availability.ts'

const DAYS_LOOKED_AT = 7

type Asked = BookingRequest &
  Pick<ReadAvailability, 'moving'> & { readonly site: SiteId; readonly holder?: HolderId | undefined }

/** Empty while the holder is unknown. */
const readOwnTimes = async (
  dates: readonly LocalDate[],
  { holder, moving }: Asked,
  { bookings }: Pick<Dependencies, 'bookings'>,
): Promise<Map<LocalDate, QuarterRange[]>> => {
  const occupancies = holder ? await bookings.readOwnDays(holder, dates) : new Map<LocalDate, Occupancy>()
  const own = moving ? holderAllocationsOf(moving) : []
  const busyOn = (date: LocalDate) => {
    const occupancy = withoutAllocations(
      occupancies.get(date) ?? EMPTY_OCCUPANCY,
      own.filter((time) => time.date === date),
    )
    return runsOf((at) => (occupancy[at] ?? 0) > 0 || undefined)
  }
  return new Map(dates.map((date) => [date, busyOn(date)]))
}

/** Nearby times in the same site, while the holder is free. */
export const findAlternatives = async (
  wanted: Asked,
  deps: AvailabilityDeps & Pick<Dependencies, 'bookings'>,
): Promise<Alternative[]> => {
  const [found, ownTimes] = await Promise.all([
    readSiteDays(
      { ...wanted, reader: async () => wanted.holder, from: wanted.date, days: DAYS_LOOKED_AT },
      deps,
    ),
    readOwnTimes(datesFrom(wanted.date, DAYS_LOOKED_AT), wanted, deps),
  ])
  const days = found?.days.map(({ closed = [], ...day }) => ({
    ...day,
    closed: [...closed, ...(ownTimes.get(day.date) ?? [])],
  }))
  return days ? nearestAlternatives(wanted, days) : []
}
