import type * as fr from '../fr/time-words.ts'

const DATE_WORDS = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  timeZone: 'UTC',
})

export const dateWords: typeof fr.dateWords = (date) =>
  DATE_WORDS.format(Date.parse(`${date}T00:00Z`)).replaceAll(',', '')

export const minuteWords: typeof fr.minuteWords = (minutes) => {
  if (minutes % 1440 === 0) return 'midnight'
  if (minutes === 720) return '12 noon'
  const past = minutes % 60 ? `:${String(minutes % 60).padStart(2, '0')}` : ''
  return `${Math.floor(minutes / 60) % 12 || 12}${past} ${minutes < 720 ? 'am' : 'pm'}`
}
