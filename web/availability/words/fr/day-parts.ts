import { laterDate } from '../../../kit/later-date.ts'
import { weekdayWords } from '../../../kit/words/fr/time-words.ts'
import type { DayPart } from '../../day-part.ts'

const PARTS = { morning: 'matin', afternoon: 'après-midi', evening: 'soir' } as const

/** Under the name of the day. */
export const dayParts = {
  morning: 'le matin',
  afternoon: 'l’après-midi',
  evening: 'le soir',
  day: 'la journée',
} as const satisfies Record<DayPart, string>

const TODAY = {
  morning: 'ce matin',
  afternoon: 'cet après-midi',
  evening: 'ce soir',
  day: 'aujourd’hui',
} as const satisfies Record<DayPart, string>

/** `ce soir`, `demain matin`, `mardi après-midi`, `mardi`. */
export const dayPartWords = (date: string, part: DayPart | undefined, today: string): string => {
  if (date === today) return TODAY[part ?? 'day']
  const day = date === laterDate(today, 1) ? 'demain' : weekdayWords(date)
  return part === undefined || part === 'day' ? day : `${day} ${PARTS[part]}`
}
