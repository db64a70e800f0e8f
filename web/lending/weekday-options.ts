import { weekdayWords } from '../kit/words/fr/time-words.ts'

/** The first of January 2024 was a Monday. */
export const WEEKDAY_OPTIONS = [...'1234567'].map((day) => [day, weekdayWords(`2024-01-0${day}`)] as const)
