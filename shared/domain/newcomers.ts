import type { Booking } from './booking.ts'
import { type Instant, instantAt, type TimeZone } from './instant.ts'
import { addDays, type LocalDate } from './local-date.ts'
import { quarter } from './quarter.ts'
import type { Workshop } from './workshop.ts'

const DAYS_BACK = 365
const DAYS_OF_PRIORITY = 7

type Prioritised = Pick<Workshop, 'date' | 'newcomersFirst'>

/** The first day on which people who came before get what is left; undefined where nobody comes first. */
export const openToAllFrom = ({ date, newcomersFirst }: Prioritised): LocalDate | undefined =>
  newcomersFirst && addDays(date, -DAYS_OF_PRIORITY)

export const opensToAllAt = (
  workshop: Prioritised,
  { timeZone }: { readonly timeZone: TimeZone },
): Instant | undefined => {
  const from = openToAllFrom(workshop)
  return from && instantAt(from, quarter(0), timeZone)
}

/** Somebody came if they had a seat in a workshop of the same title there on one of these dates. */
export const datesThatCount = (today: LocalDate): { readonly from: LocalDate; readonly to: LocalDate } => ({
  from: addDays(today, -DAYS_BACK),
  to: addDays(today, -1),
})

/** A past seat whose holder came, as far as anybody knows. */
export const wasUsed = ({ status }: Booking): boolean => status === 'attended' || status === 'confirmed'
