import type { Instant } from './instant.ts'

/** How long is kept who booked, waited, acted. */
export const KEPT_MONTHS = 24

/** So many calendar months before, at the same second; of a month that is shorter, its last day. */
export const monthsBefore = (at: Instant, months: number): Instant => {
  const then = new Date(at)
  const day = then.getUTCDate()
  then.setUTCMonth(then.getUTCMonth() - months, 1)
  const last = new Date(Date.UTC(then.getUTCFullYear(), then.getUTCMonth() + 1, 0)).getUTCDate()
  then.setUTCDate(Math.min(day, last))
  return then.getTime() as Instant
}
