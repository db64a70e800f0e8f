/** A date on the site's calendar, `YYYY-MM-DD`: no instant and no zone. */
export type LocalDate = string & { readonly brand: 'LocalDate' }

/** ISO 8601: Monday = 1 … Sunday = 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

const DAY_MS = 86_400_000

const epochDay = (year: number, month: number, day: number): number => Date.UTC(year, month - 1, day) / DAY_MS

const partsOf = (date: LocalDate): [year: number, month: number, day: number] => [
  Number(date.slice(0, 4)),
  Number(date.slice(5, 7)),
  Number(date.slice(8, 10)),
]

const fromEpochDay = (days: number): LocalDate => {
  // Civil-from-days, days counted from 1970-01-01: howardhinnant.github.io/date_algorithms.html
  const shifted = days + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  return localDate(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
}

export const localDate = (year: number, month: number, day: number): LocalDate =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as LocalDate

/** Reads `"2026-11-24"`; undefined when malformed or absent from the calendar (`2026-02-30`). */
export const parseLocalDate = (text: string): LocalDate | undefined => {
  if (!/^[12]\d{3}-\d{2}-\d{2}$/.test(text)) return undefined
  const date = text as LocalDate
  return fromEpochDay(epochDay(...partsOf(date))) === date ? date : undefined
}

export const addDays = (date: LocalDate, days: number): LocalDate =>
  fromEpochDay(epochDay(...partsOf(date)) + days)

export const daysBetween = (from: LocalDate, to: LocalDate): number =>
  epochDay(...partsOf(to)) - epochDay(...partsOf(from))

export const weekdayOf = (date: LocalDate): Weekday =>
  (((((epochDay(...partsOf(date)) + 3) % 7) + 7) % 7) + 1) as Weekday

/** The first day of a date's week, after ISO 8601. */
export const mondayOf = (date: LocalDate): LocalDate => addDays(date, 1 - weekdayOf(date))

export const yearOf = (date: LocalDate): number => partsOf(date)[0]

export const datesFrom = (from: LocalDate, days: number): LocalDate[] =>
  Array.from({ length: days }, (_, index) => addDays(from, index))
