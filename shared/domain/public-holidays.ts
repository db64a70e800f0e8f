import { addDays, type LocalDate, localDate, yearOf } from './local-date.ts'

/** Easter Sunday of the Gregorian calendar (Meeus, Astronomical Algorithms, chapter 8). */
const easterOf = (year: number): LocalDate => {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = Math.floor(b / 4)
  const f = Math.floor((b + 8) / 25)
  const g = Math.floor((b - f + 1) / 3)
  const h = (19 * a + b - d - g + 15) % 30
  const i = Math.floor(c / 4)
  const l = (32 + 2 * (b % 4) + 2 * i - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  return localDate(year, Math.floor(n / 31), (n % 31) + 1)
}

/** Code du travail, L3133-1. Days after Easter, or month and day. */
const NATIONAL: readonly (number | readonly [month: number, day: number])[] = [
  [1, 1],
  1,
  [5, 1],
  [5, 8],
  39,
  50,
  [7, 14],
  [8, 15],
  [11, 1],
  [11, 11],
  [12, 25],
]

const GOOD_FRIDAY = -2

/** Code du travail, L3134-13 (Alsace-Moselle) and L3422-2 (overseas); local law in the Pacific. */
const LOCAL: Readonly<Record<string, typeof NATIONAL>> = {
  57: [GOOD_FRIDAY, [12, 26]],
  67: [GOOD_FRIDAY, [12, 26]],
  68: [GOOD_FRIDAY, [12, 26]],
  971: [[5, 27]],
  972: [[5, 22]],
  973: [[6, 10]],
  974: [[12, 20]],
  976: [[4, 27]],
  977: [[10, 9]],
  978: [[5, 28]],
  988: [[9, 24]],
}

const cache = new Map<string, ReadonlySet<LocalDate>>()

export const publicHolidays = (year: number, departement: string): ReadonlySet<LocalDate> => {
  const key = `${year} ${departement}`
  const known = cache.get(key)
  if (known) return known
  const easter = easterOf(year)
  const dates = [...NATIONAL, ...(LOCAL[departement] ?? [])].map((rule) =>
    typeof rule === 'number' ? addDays(easter, rule) : localDate(year, rule[0], rule[1]),
  )
  const holidays = new Set(dates)
  cache.set(key, holidays)
  return holidays
}

export const isPublicHoliday = (date: LocalDate, departement: string): boolean =>
  publicHolidays(yearOf(date), departement).has(date)
