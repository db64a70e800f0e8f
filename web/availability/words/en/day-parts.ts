import { laterDate } from '../../../kit/later-date.ts'
import { weekdayWords } from '../../../kit/words/en/time-words.ts'
import type { DayPart } from '../../day-part.ts'
import type * as fr from '../fr/day-parts.ts'

export const dayParts = {
  morning: 'morning',
  afternoon: 'afternoon',
  evening: 'evening',
  day: 'all day',
} as const satisfies Record<DayPart, string>

const TODAY = {
  morning: 'this morning',
  afternoon: 'this afternoon',
  evening: 'this evening',
  day: 'today',
} as const satisfies Record<DayPart, string>

/** `this evening`, `tomorrow morning`, `Tuesday afternoon`, `Tuesday`. */
export const dayPartWords: typeof fr.dayPartWords = (date, part, today) => {
  if (date === today) return TODAY[part ?? 'day']
  const day = date === laterDate(today, 1) ? 'tomorrow' : weekdayWords(date)
  return part === undefined || part === 'day' ? day : `${day} ${part}`
}
