import { laterDate } from '../../../kit/later-date.ts'
import { dayWords, weekdayWords } from '../../../kit/words/en/time-words.ts'
import type * as fr from '../fr/date-list.ts'

const and = new Intl.ListFormat('en-GB', { type: 'conjunction' })

const monthOf = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', month: 'long' })
const monthAndYearOf = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', month: 'long', year: 'numeric' })

const NEAR_DAYS = 330

const monthWords = (date: string, today: string): string =>
  (date < laterDate(today, NEAR_DAYS) ? monthOf : monthAndYearOf).format(new Date(`${date}T00:00Z`))

/** `3, 10 and 17 December`. */
const ofMonth = (dates: readonly string[], today: string): string =>
  `${and.format(dates.map((date) => String(Number(date.slice(8)))))} ${monthWords(dates[0] ?? '', today)}`

/** `Thursday 4 March`, `Thursdays 4 and 11 March`, the months in order; other days one by one. */
export const dateListWords: typeof fr.dateListWords = (dates, today) => {
  const [first] = dates
  if (!first) return ''
  const weekday = weekdayWords(first)
  if (dates.length === 1) return `${weekday} ${ofMonth(dates, today)}`
  if (dates.some((date) => weekdayWords(date) !== weekday))
    return and.format(dates.map((date) => dayWords(date, today)))
  const months = [...Map.groupBy(dates, (date) => date.slice(0, 7)).values()]
  return `${weekday}s ${months.map((each) => ofMonth(each, today)).join(', ')}`
}
