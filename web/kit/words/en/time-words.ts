import { laterDate } from '../../later-date.ts'

const NBSP = '\u00A0'

/** `"08:30"` as people say it: `8:30 am`. */
export const hourWords = (time: string): string => {
  const [hours = '', minutes = ''] = time.split(':')
  if (minutes === '00' && Number(hours) % 24 === 0) return 'midnight'
  if (time === '12:00') return `12${NBSP}noon`
  const hour = Number(hours) % 12 || 12
  return `${hour}${minutes === '00' ? '' : `:${minutes}`}${NBSP}${Number(hours) < 12 ? 'am' : 'pm'}`
}

export const rangeWords = (start: string, end: string): string => `${hourWords(start)} to ${hourWords(end)}`

/** `8 – 11:30 am`, `8 am – noon`: `am` and `pm` once when both ends have the same. */
export const shortRangeWords = (start: string, end: string): string => {
  const [from = '', to = ''] = [start, end].map((time) => hourWords(time).replace(/^12\b.(?=noon)/, ''))
  const suffix = /.[ap]m$/.exec(to)?.[0]
  return `${suffix && from.endsWith(suffix) ? from.slice(0, -suffix.length) : from} – ${to}`
}

const conjunction = new Intl.ListFormat('en-GB', { type: 'conjunction' })

export const listWords = (all: readonly string[]): string => conjunction.format(all)

/** Several ranges of one day: `9 am to 12 noon and 2 pm to 5 pm`; empty when there is none. */
export const rangesWords = (ranges: readonly (readonly [string, string])[]): string =>
  conjunction.format(ranges.map(([start, end]) => rangeWords(start, end)))

const formatIn = (options: Intl.DateTimeFormatOptions) => {
  // A local date has no zone: read as UTC and written in UTC, it never shifts with the browser's zone.
  const format = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...options })
  // Browsers differ in the comma after the weekday.
  return (date: string): string => format.format(new Date(`${date}T00:00Z`)).replaceAll(',', '')
}

const longDay = formatIn({ weekday: 'long', day: 'numeric', month: 'long' })
/** `Tuesday 24 November 2026`. */
export const dayAndYearWords = formatIn({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })

/** `Tuesday 24 November`, with the year when it is not the one of `today`. */
export const dayWords = (date: string, today = date): string =>
  (date.slice(0, 4) === today.slice(0, 4) ? longDay : dayAndYearWords)(date)

export const shortDayWords = formatIn({ weekday: 'short', day: 'numeric', month: 'short' })

const dayAndMonth = formatIn({ day: 'numeric', month: 'long' })

/** Both ends of a span of days, the month once when it is the same: `23`, `29 November`. */
export const spanWords = (from: string, to: string): [string, string] => {
  const first = dayAndMonth(from)
  const sameMonth = from.slice(0, 7) === to.slice(0, 7)
  return [sameMonth ? (first.split(' ')[0] ?? first) : first, dayAndMonth(to)]
}

/** For a postmark: `24 NOV`. */
export const stampDayWords = (date: string): string =>
  formatIn({ day: 'numeric', month: 'short' })(date).toLocaleUpperCase('en-GB')

/** `"2026-11-24T08:30"` as `Tuesday 24 November at 8:30 am`, with the year as `dayWords`; midnight is the day itself. */
export const momentWords = (moment: string, today?: string): string => {
  const [date = '', time = ''] = moment.split('T')
  const day = dayWords(date, today)
  return time === '00:00' ? day : `${day} at ${hourWords(time)}`
}

export const weekdayWords = formatIn({ weekday: 'long' })

/** `today`, `tomorrow`, or nothing for another day. */
const nearDayWords = (date: string, today: string): string | undefined => {
  if (date === today) return 'today'
  return date === laterDate(today, 1) ? 'tomorrow' : undefined
}

/** `tomorrow, Tuesday 24 November`. */
export const fullDayWords = (date: string, today: string): string =>
  [nearDayWords(date, today), dayWords(date, today)].filter(Boolean).join(', ')

/** Within a fortnight: `Tuesday 1`. */
export const dayAndNumberWords = formatIn({ weekday: 'long', day: 'numeric' })

/** `today`, `tomorrow`, `Thursday 26` within the week, else `Thu 3 Dec`. */
export const soonDayWords = (date: string, today: string): string =>
  nearDayWords(date, today) ?? (date < laterDate(today, 7) ? dayAndNumberWords(date) : shortDayWords(date))

const counted = (count: number, unit: string): string => `${count}${NBSP}${unit}${count === 1 ? '' : 's'}`

/** `45 minutes`, `2 hours`, `1 hour 30 minutes`, `3 days`. */
export const durationWords = (minutes: number): string => {
  if (minutes < 60) return counted(minutes, 'minute')
  if (minutes % 1440 === 0) return counted(minutes / 1440, 'day')
  const rest = minutes % 60
  return counted(Math.floor(minutes / 60), 'hour') + (rest ? ` ${counted(rest, 'minute')}` : '')
}

/** `less than 1 km away`, `23 km away`. */
export const kilometresWords = (km: number, isAbout = false): string => {
  if (isAbout) return `about ${Math.max(1, Math.round(km))}${NBSP}km away`
  return km < 1 ? `less than 1${NBSP}km away` : `${Math.round(km)}${NBSP}km away`
}

export const placesWords = (places: number): string => counted(places, 'place')

/** `51210 Montmirail`, never cut after the postcode. */
export const communeWords = ({ postcode, commune }: { postcode: string; commune: string }): string =>
  `${postcode}${NBSP}${commune}`
