import type { LocalDate } from '../../../../shared/domain/local-date.ts'

const DATE_WORDS = new Intl.DateTimeFormat('fr-FR', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  timeZone: 'UTC',
})

export const dateWords = (date: LocalDate): string =>
  DATE_WORDS.format(Date.parse(`${date}T00:00Z`)).replace(/ 1 /, ' 1er ')

export const minuteWords = (minutes: number): string =>
  `${Math.floor(minutes / 60)} h${minutes % 60 ? ` ${String(minutes % 60).padStart(2, '0')}` : ''}`
