import type { DayPart } from '../../day-part.ts'

export const dayParts = {
  morning: 'morning',
  afternoon: 'afternoon',
  evening: 'evening',
  day: 'all day',
} as const satisfies Record<DayPart, string>
