import { type Instant, localTimeAt, type TimeZone } from './instant.ts'
import { addDays, type LocalDate, localDate } from './local-date.ts'

/** How long it is kept who booked, waited or acted. */
const RETENTION_MONTHS = 24

const DAY_MS = 86_400_000
const MONTHS_A_YEAR = 12

const lastOfMonth = (year: number, month: number): LocalDate =>
  addDays(localDate(month === MONTHS_A_YEAR ? year + 1 : year, (month % MONTHS_A_YEAR) + 1, 1), -1)

/** Calendar months at the same second; clamped to the last day of a shorter month. */
export const monthsBefore = (at: Instant, months: number): Instant => {
  const { date } = localTimeAt(at, 'UTC' as TimeZone)
  const counted = Number(date.slice(0, 4)) * MONTHS_A_YEAR + Number(date.slice(5, 7)) - 1 - months
  const [year, month] = [Math.floor(counted / MONTHS_A_YEAR), (counted % MONTHS_A_YEAR) + 1]
  const [same, last] = [localDate(year, month, Number(date.slice(8))), lastOfMonth(year, month)]
  return (Date.parse(`${same < last ? same : last}T00:00Z`) + (at % DAY_MS)) as Instant
}

/** From here on it is not kept any longer. */
export const retainedUntil = (end: Instant): Instant => monthsBefore(end, -RETENTION_MONTHS)

export const retentionCutoff = (now: Instant): Instant => monthsBefore(now, RETENTION_MONTHS)
