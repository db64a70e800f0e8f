import type { Translation } from '../../../../shared/domain/language.ts'
import type * as fr from '../fr/party.ts'

export const party = {
  who: 'Who is it for?',
  whos: { me: 'For me', two: 'For me and another person', other: 'For somebody else' },
  guest: 'Their first name',
  guestHint: {
    two: 'Optional. Two seats are kept for you together.',
    other: 'The team will know who is coming. Messages will come to you.',
  },
  guestMissing: 'Write the first name of the person who is coming.',
  oneLeft: '1\u00A0seat left. To come together, you can wait for two seats.',
  oneLeftTitle: 'Only one seat is left',
  oneLeftLead: (rank: number) =>
    `You can wait for two seats together: number ${rank} on the list. Or come without the other person.`,
  waitForTwo: 'Wait for two seats',
  takeOne: 'Take the seat that is left',
  seated: ({ places, guest }) => {
    if (places > 1) return `You have two seats${guest ? `: you and ${guest}` : ''}.`
    return guest ? `${guest} has a seat.` : 'You have a seat.'
  },
  offered: ({ places, guest }) => {
    if (places > 1) return `Two seats are being kept for you${guest ? ` and ${guest}` : ''}.`
    return `A seat is being kept for ${guest ?? 'you'}.`
  },
  waitingForTwo:
    'For two seats together. If a single seat becomes free, it goes to the next person on the list.',
  waitForOne: 'Wait for one seat only',
  newcomersFirst: (day: string) =>
    `Until ${day}, seats are for people who have not come before. Others join the waiting list, and then get the seats that are left.`,
  notBefore: (day: string) => `From ${day} on, the seats that are left are offered in the order of the list.`,
} satisfies Translation<typeof fr.party>
