import type { DayPart } from '../../day-part.ts'

/** Under the name of the day. */
export const dayParts = {
  morning: 'le matin',
  afternoon: 'l’après-midi',
  evening: 'le soir',
  day: 'la journée',
} as const satisfies Record<DayPart, string>
