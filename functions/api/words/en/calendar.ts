import type { Translation } from '../../../../shared/domain/language.ts'
import type * as fr from '../fr/calendar.ts'

export const calendarWords = {
  space: 'Booked space',
  reference: (reference: string): string => `Reference ${reference}`,
} satisfies Translation<typeof fr.calendarWords>
