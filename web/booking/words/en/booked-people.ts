import type { Translation } from '../../../../shared/domain/language.ts'
import type * as fr from '../fr/booked-people.ts'

export const bookedPeople = {
  who: (holder: string, { places, guest }) => {
    if (!guest) return holder
    return places > 1 ? `${holder} and ${guest}` : `${guest}, by ${holder}`
  },
  party: ({ places, guest }) => {
    if (places > 1) return guest ? `with ${guest}` : `${places}\u00A0seats`
    return guest ? `for ${guest}` : ''
  },
} satisfies Translation<typeof fr.bookedPeople>
