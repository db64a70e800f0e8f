import type { Booking } from '../../shared/domain/booking.ts'
import { addMinutes, type Instant, instantAt, instantOf } from '../../shared/domain/instant.ts'
import type { Site } from '../../shared/domain/site.ts'
import type { WayIn } from '../../shared/domain/way-in.ts'

const HOUR = 60
const DAY = 24 * HOUR

/** An hour before; for a key also the day before, or when it can be fetched last, whichever is earlier. */
export const alarmsOf = (
  { date, start }: Booking,
  { access, keyPickup }: WayIn,
  { timeZone }: Pick<Site, 'timeZone'>,
): Instant[] => {
  const begins = instantAt(date, start, timeZone)
  const anHour = addMinutes(begins, -HOUR)
  if (access.kind !== 'key-holder') return [anHour]
  const aDay = addMinutes(begins, -DAY)
  const [opens] = keyPickup?.ranges ?? []
  if (!keyPickup || !opens) return [aDay, anHour]
  const fetched = instantOf({ date: keyPickup.date, minute: opens[0] }, timeZone)
  return [fetched < aDay ? fetched : aDay, anHour]
}
