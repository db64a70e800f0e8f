/** A date on the site's calendar, `YYYY-MM-DD`: no instant and no zone. */
export type LocalDate = string & { readonly brand: 'LocalDate' }

/** ISO 8601: Monday = 1 … Sunday = 7. */
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const
export type Weekday = (typeof WEEKDAYS)[number]

const DAY_MS = 86_400_000

const atMidnight = (date: LocalDate): Date =>
  new Date(Date.UTC(yearOf(date), Number(date.slice(5, 7)) - 1, Number(date.slice(8))))

const localDateOf = (utc: Date): LocalDate => utc.toISOString().slice(0, 10) as LocalDate

const twoDigits = (value: number): string => String(value).padStart(2, '0')

export const localDate = (year: number, month: number, day: number): LocalDate =>
  `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}` as LocalDate

/** Reads `"2026-11-24"`; undefined when malformed or absent from the calendar (`2026-02-30`). */
export const parseLocalDate = (text: string): LocalDate | undefined => {
  if (!/^[12]\d{3}-\d{2}-\d{2}$/.test(text)) return undefined
  const date = text as LocalDate
  return localDateOf(atMidnight(date)) === date ? date : undefined
}

export const addDays = (date: LocalDate, days: number): LocalDate =>
  localDateOf(new Date(atMidnight(date).getTime() + days * DAY_MS))

export const daysBetween = (from: LocalDate, to: LocalDate): number =>
  (atMidnight(to).getTime() - atMidnight(from).getTime()) / DAY_MS

export const weekdayOf = (date: LocalDate): Weekday => (atMidnight(date).getUTCDay() || 7) as Weekday

export const mondayOf = (date: LocalDate): LocalDate => addDays(date, 1 - weekdayOf(date))

export const yearOf = (date: LocalDate): number => Number(date.slice(0, 4))

export const datesFrom = (from: LocalDate, days: number): LocalDate[] =>
  Array.from({ length: days }, (_, index) => addDays(from, index))
