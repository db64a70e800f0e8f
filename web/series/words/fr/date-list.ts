import { laterDate } from '../../../kit/later-date.ts'
import { dayWords, weekdayWords } from '../../../kit/words/fr/time-words.ts'

const and = new Intl.ListFormat('fr-FR', { type: 'conjunction' })

const monthOf = new Intl.DateTimeFormat('fr-FR', { timeZone: 'UTC', month: 'long' })
const monthAndYearOf = new Intl.DateTimeFormat('fr-FR', { timeZone: 'UTC', month: 'long', year: 'numeric' })

const NEAR_DAYS = 330

const monthWords = (date: string, today: string): string =>
  (date < laterDate(today, NEAR_DAYS) ? monthOf : monthAndYearOf).format(new Date(`${date}T00:00Z`))

const numberWords = (date: string): string => {
  const day = Number(date.slice(8))
  return day === 1 ? '1er' : String(day)
}

/** `3, 10 et 17 décembre`. */
const ofMonth = (dates: readonly string[], today: string): string =>
  `${and.format(dates.map(numberWords))} ${monthWords(dates[0] ?? '', today)}`

/** `jeudi 4 mars`, `les jeudis 4 et 11 mars`, the months in order; other days one by one. */
export const dateListWords = (dates: readonly string[], today: string): string => {
  const [first] = dates
  if (!first) return ''
  const weekday = weekdayWords(first)
  if (dates.length === 1) return `${weekday} ${ofMonth(dates, today)}`
  if (dates.some((date) => weekdayWords(date) !== weekday))
    return and.format(dates.map((date) => dayWords(date, today)))
  const months = [...Map.groupBy(dates, (date) => date.slice(0, 7)).values()]
  return `les ${weekday}s ${months.map((each) => ofMonth(each, today)).join(', ')}`
}
