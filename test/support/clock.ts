import { type Instant, instantAt, localTimeAt, type TimeZone } from '../../shared/domain/instant.ts'
import { datesFrom, type LocalDate, type Weekday, weekdayOf } from '../../shared/domain/local-date.ts'
import { isPublicHoliday } from '../../shared/domain/public-holidays.ts'
import { quarter } from '../../shared/domain/quarter.ts'

const PARIS = 'Europe/Paris' as TimeZone
const DAYS = 35
const NEAR_DAYS = 4

/** The next such day from tomorrow on that no public holiday is near. */
export const nextDay = (weekday: Weekday): LocalDate => {
  const [, ...days] = datesFrom(localTimeAt(Date.now() as Instant, PARIS).date, DAYS)
  const isCalm = (from: LocalDate) => !datesFrom(from, NEAR_DAYS).some((date) => isPublicHoliday(date, '51'))
  const next = days.find((date) => weekdayOf(date) === weekday && isCalm(date))
  if (!next) throw new Error('five weeks of public holidays')
  return next
}

/** The variables of a service that starts at an hour of a day. */
export const startingAt = (date: LocalDate, hour: number): Record<string, string> => {
  const shift = new URL('./shift-clock.ts', import.meta.url)
  return {
    NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --import=${shift}`,
    RESTANTE_TEST_AHEAD_MS: String(instantAt(date, quarter(hour * 4), PARIS) - Date.now()),
  }
}
