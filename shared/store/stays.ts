import type { Booking } from '../domain/booking.ts'
import { isRoom } from '../domain/booking-change.ts'
import type { LocalDate } from '../domain/local-date.ts'
import type { Item } from './client.ts'

/** The rooms of workshops that somebody leads stand in their own day, each as an attribute of its own. */
export const STAY = 'r-'

/** What bookings add to an own day (`taken`) and take from it. */
export const staysOn = (
  date: LocalDate,
  { freed, taken }: { readonly freed: readonly Booking[]; readonly taken: readonly Booking[] },
): Item => {
  const stays: Item = {}
  for (const each of [...freed, ...taken])
    if (each.date === date && isRoom(each)) {
      const { id, site, start, end } = each
      stays[STAY + id] = taken.includes(each) ? { site, start, end } : undefined
    }
  return stays
}
