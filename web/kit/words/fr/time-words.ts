import { laterDate } from '../../later-date.ts'

const NBSP = '\u00A0'

/** `"08:30"` as people say it: `8 h 30`. */
export const hourWords = (time: string): string => {
  const [hours = '', minutes = ''] = time.split(':')
  if (hours === '24') return 'minuit'
  return [Number(hours), 'h', ...(minutes === '00' ? [] : [minutes])].join(NBSP)
}

export const rangeWords = (start: string, end: string): string => `de ${hourWords(start)} à ${hourWords(end)}`

export const shortRangeWords = (start: string, end: string): string =>
  `${hourWords(start)} – ${hourWords(end)}`

const conjunction = new Intl.ListFormat('fr-FR', { type: 'conjunction' })

/** `Sophie et Karim`. */
export const listWords = (all: readonly string[]): string => conjunction.format(all)

/** Several ranges of one day: `de 9 h à 12 h et de 14 h à 17 h`; empty when there is none. */
export const rangesWords = (ranges: readonly (readonly [string, string])[]): string =>
  conjunction.format(ranges.map(([start, end]) => rangeWords(start, end)))

const formatIn = (options: Intl.DateTimeFormatOptions) => {
  // A local date has no zone: read as UTC and written in UTC, it never shifts with the browser's zone.
  const format = new Intl.DateTimeFormat('fr-FR', { timeZone: 'UTC', ...options })
  return (date: string): string =>
    format.format(new Date(`${date}T00:00Z`)).replace(/(^|\s)1(?=\s|$)/, '$11er')
}

const longDay = formatIn({ weekday: 'long', day: 'numeric', month: 'long' })
/** `mardi 24 novembre 2026`. */
export const dayAndYearWords = formatIn({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })

/** `novembre 2026`. */
export const monthWords = formatIn({ month: 'long', year: 'numeric' })

/** `mardi 24 novembre`, with the year when it is not the one of `today`. */
export const dayWords = (date: string, today = date): string =>
  (date.slice(0, 4) === today.slice(0, 4) ? longDay : dayAndYearWords)(date)

export const shortDayWords = formatIn({ weekday: 'short', day: 'numeric', month: 'short' })

const dayAndMonth = formatIn({ day: 'numeric', month: 'long' })

/** Both ends of a span of days, the month once when it is the same: `23`, `29 novembre`. */
export const spanWords = (from: string, to: string): [string, string] => {
  const first = dayAndMonth(from)
  const sameMonth = from.slice(0, 7) === to.slice(0, 7)
  return [sameMonth ? (first.split(' ')[0] ?? first) : first, dayAndMonth(to)]
}

/** For a postmark: `24 NOV`. */
export const stampDayWords = (date: string): string =>
  formatIn({ day: 'numeric', month: 'short' })(date).replace('.', '').toLocaleUpperCase('fr-FR')

/** `"2026-11-24T08:30"` as `mardi 24 novembre à 8 h 30`, with the year as `dayWords`; midnight is the day itself. */
export const momentWords = (moment: string, today?: string): string => {
  const [date = '', time = ''] = moment.split('T')
  const day = dayWords(date, today)
  return time === '00:00' ? day : `${day} à ${hourWords(time)}`
}

export const weekdayWords = formatIn({ weekday: 'long' })

/** `aujourd’hui`, `demain`, or nothing for another day. */
const nearDayWords = (date: string, today: string): string | undefined => {
  if (date === today) return 'aujourd’hui'
  return date === laterDate(today, 1) ? 'demain' : undefined
}

/** `demain, mardi 24 novembre`. */
export const fullDayWords = (date: string, today: string): string =>
  [nearDayWords(date, today), dayWords(date, today)].filter(Boolean).join(', ')

/** Within a fortnight: `mardi 1er`. */
export const dayAndNumberWords = formatIn({ weekday: 'long', day: 'numeric' })

/** `aujourd’hui`, `demain`, `jeudi 26` within the week, else `jeu. 3 déc.`. */
export const soonDayWords = (date: string, today: string): string =>
  nearDayWords(date, today) ?? (date < laterDate(today, 7) ? dayAndNumberWords(date) : shortDayWords(date))

const counted = (count: number, unit: string): string => `${count}${NBSP}${unit}${count > 1 ? 's' : ''}`

/** `45 minutes`, `2 heures`, `1 heure 30`, `3 jours`. */
export const durationWords = (minutes: number): string => {
  if (minutes < 60) return counted(minutes, 'minute')
  if (minutes % 1440 === 0) return counted(minutes / 1440, 'jour')
  const rest = minutes % 60
  return counted(Math.floor(minutes / 60), 'heure') + (rest ? NBSP + String(rest).padStart(2, '0') : '')
}

const wholeNumber = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 0 })

/** `à moins de 1 km`, `à 23 km`; `isAbout`: counted from a place that is only about where somebody is. */
export const kilometresWords = (km: number, isAbout = false): string => {
  if (isAbout) return `à environ ${wholeNumber.format(Math.max(1, km))}${NBSP}km`
  return km < 1 ? `à moins de 1${NBSP}km` : `à ${wholeNumber.format(km)}${NBSP}km`
}

export const placesWords = (places: number): string => counted(places, 'place')

/** `51210 Montmirail`, never cut after the postcode. */
export const communeWords = ({ postcode, commune }: { postcode: string; commune: string }): string =>
  `${postcode}${NBSP}${commune}`
