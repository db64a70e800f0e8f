import type { Translation } from '../../../../shared/domain/language.ts'
import type * as fr from '../fr/calendar.ts'

export const calendarWords = {
  space: 'Booked space',
  phone: (phone: string): string => `Phone of the place: ${phone}`,
  reference: (reference: string): string => `Reference ${reference}`,
} satisfies Translation<typeof fr.calendarWords>

export const feedWords = {
  full: (space: string): string => `${space}: full`,
  taken: (space: string, taken: number, capacity: number): string =>
    `${space}: ${taken} of ${capacity} ${capacity > 1 ? 'places' : 'place'} taken`,
} satisfies Translation<typeof fr.feedWords>
