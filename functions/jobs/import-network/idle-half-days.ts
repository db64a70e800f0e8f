import {
  type CounterHours,
  counterDayOn,
  HALF_DAYS,
  isIdleDuring,
  type MinuteRange,
} from '../../../shared/domain/counter-hours.ts'
import { addDays, datesFrom, type LocalDate, weekdayOf } from '../../../shared/domain/local-date.ts'
import { isPublicHoliday } from '../../../shared/domain/public-holidays.ts'

export type NetworkSite = { readonly departement: string; readonly counter: CounterHours }

/** Sites whose week is known and that open in it; `halfDays` counts mornings and afternoons. */
export type IdleHalfDays = {
  readonly monday: LocalDate
  readonly sites: number
  readonly idleMornings: number
  readonly idleAfternoons: number
  readonly halfDays: number
}

const WEEKDAYS = 5

/** The first week without a public holiday from Monday to Friday anywhere in the network. */
const ordinaryWeek = (today: LocalDate, departements: ReadonlySet<string>): LocalDate[] => {
  let monday = addDays(today, (8 - weekdayOf(today)) % 7)
  const hasHoliday = () =>
    datesFrom(monday, WEEKDAYS).some((date) => [...departements].some((each) => isPublicHoliday(date, each)))
  while (hasHoliday()) monday = addDays(monday, 7)
  return datesFrom(monday, 7)
}

export const idleHalfDays = (sites: readonly NetworkSite[], today: LocalDate): IdleHalfDays => {
  const dates = ordinaryWeek(today, new Set(sites.map(({ departement }) => departement)))
  const open = sites
    .map(({ counter, departement }) =>
      dates.flatMap((date) => {
        const day = counterDayOn(counter, date, departement)
        return day === 'unknown' ? [] : [day]
      }),
    )
    .filter((days) => days.length === dates.length && days.some((ranges) => ranges.length > 0))
  const idle = (half: MinuteRange) =>
    open.flatMap((days) => days.slice(0, WEEKDAYS)).filter((ranges) => isIdleDuring(ranges, half)).length
  const [morning, afternoon] = HALF_DAYS
  return {
    monday: dates[0] ?? today,
    sites: open.length,
    idleMornings: idle(morning),
    idleAfternoons: idle(afternoon),
    halfDays: open.length * WEEKDAYS * 2,
  }
}
