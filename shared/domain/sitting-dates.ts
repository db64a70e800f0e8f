import { addDays, datesFrom, type LocalDate, localDate, weekdayOf, yearOf } from './local-date.ts'
import { isPublicHoliday } from './public-holidays.ts'
import { type DatesRefusal, datesOfRule, type Recurrence, type RecurrenceRule } from './recurrence-rule.ts'
import { ok, type Result, refuse } from './result.ts'

/** As many as a workshop that is held each week between two summers. */
export const MOST_SITTINGS = 40

/** `movedFrom` is the public holiday on which it would have been. */
export type SittingDate = { readonly date: LocalDate; readonly movedFrom?: LocalDate }

/** By a rule, or on the first working days of each of some months. */
export type SittingPattern =
  | { readonly rule: RecurrenceRule }
  | { readonly workingDays: number; readonly months: number }

export type SittingDatesRefusal = DatesRefusal | { readonly kind: 'rule-endless'; readonly most: number }

/** Code du travail, L3133-1 and following: Monday to Friday, without the holidays of the territory. */
export const isWorkingDay = (date: LocalDate, departement: string): boolean =>
  weekdayOf(date) <= 5 && !isPublicHoliday(date, departement)

/** A date on a holiday goes to the next working day that no other date takes. */
export const movedOffHolidays = (dates: readonly LocalDate[], departement: string): SittingDate[] => {
  const taken = new Set(dates)
  const sittings = dates.map((wanted): SittingDate => {
    if (!isPublicHoliday(wanted, departement)) return { date: wanted }
    let date = addDays(wanted, 1)
    while (taken.has(date) || !isWorkingDay(date, departement)) date = addDays(date, 1)
    taken.add(date)
    return { date, movedFrom: wanted }
  })
  return sittings.toSorted((one, other) => (one.date < other.date ? -1 : 1))
}

const LONGEST_MONTH = 31

/** The month of a date is the first of them. */
export const firstWorkingDays = (
  { workingDays, months }: { readonly workingDays: number; readonly months: number },
  from: LocalDate,
  departement: string,
): LocalDate[] =>
  Array.from({ length: months }, (_, at) => {
    const month = Number(from.slice(5, 7)) - 1 + at
    const first = localDate(yearOf(from) + Math.floor(month / 12), (month % 12) + 1, 1)
    return datesFrom(first, LONGEST_MONTH)
      .filter((date) => date.slice(0, 7) === first.slice(0, 7) && isWorkingDay(date, departement))
      .slice(0, workingDays)
  })
    .flat()
    .filter((date) => date >= from)

type Asked = {
  readonly pattern: SittingPattern
  readonly from: LocalDate
  readonly lastDate: LocalDate
  readonly departement: string
}

/** The dates of a cycle, holidays moved; one without end is refused. */
export const sittingDates = async (
  { pattern, from, lastDate, departement }: Asked,
  recurrence: Recurrence,
): Promise<Result<readonly SittingDate[], SittingDatesRefusal>> => {
  const tooMany = (dates: readonly LocalDate[]) =>
    refuse<SittingDatesRefusal>({
      kind: 'too-many-dates',
      most: MOST_SITTINGS,
      lastDate: dates[MOST_SITTINGS - 1] ?? lastDate,
    })
  if ('workingDays' in pattern) {
    const dates = firstWorkingDays(pattern, from, departement)
    if (dates.length === 0) return refuse({ kind: 'no-date' })
    return dates.length > MOST_SITTINGS ? tooMany(dates) : ok(dates.map((date) => ({ date })))
  }
  const { rule } = pattern
  if (rule.count === undefined && rule.until === undefined)
    return refuse({ kind: 'rule-endless', most: MOST_SITTINGS })
  const found = await datesOfRule({ rule, from, lastDate, exceptions: [] }, recurrence)
  if (!found.ok) return found.error.kind === 'too-many-dates' ? tooMany([]) : found
  return found.value.length > MOST_SITTINGS
    ? tooMany(found.value)
    : ok(movedOffHolidays(found.value, departement))
}
