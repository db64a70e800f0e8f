import type * as fr from '../fr/weekday-words.ts'

const WEEKDAY_NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const

/** Days of the week, Monday is 1: `Monday to Friday`. */
export const daysWords: typeof fr.daysWords = (weekdays) => {
  const days = [...weekdays].sort()
  if (days.length === 7) return 'every day'
  if (days.join() === '1,2,3,4,5') return 'Monday to Friday'
  if (days.join() === '1,2,3,4,5,6') return 'Monday to Saturday'
  return new Intl.ListFormat('en-GB').format(days.map((day) => WEEKDAY_NAMES[day - 1] ?? ''))
}
