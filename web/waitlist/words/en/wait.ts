import type { Translation } from '../../../../shared/domain/language.ts'
import { ordinal } from '../../../kit/words/ordinal.ts'
import type * as fr from '../fr/wait.ts'

const turnWords = (rank: number): string => (rank < 100 ? ordinal(rank) : 'more than 99th')

export const waitWords = {
  page: 'On the waiting list',
  title: 'On the waiting list',
  next: 'You are next',
  rank: (rank: number) => `You are ${turnWords(rank)} in line`,
  lead: 'As soon as a place becomes free, we write to you and keep it for you for a few hours.',
  what: 'What',
  day: 'Day',
  hours: 'Time',
  where: 'Where',
  window: (duration: string, from: string, to: string) => `${duration}, between ${from} and ${to}`,
  around: (names: string) => `or at ${names}`,
  leave: 'Stop waiting',
  leaving: 'Withdrawing your request…',
  left: 'You are no longer waiting',
  leftLead: 'Your request is withdrawn. You can make another one.',
  ended: 'What you were waiting for is cancelled',
  endedLead: 'You can wait for something else.',
  over: 'Nothing became free',
  overLead: 'The day has passed. You can wait for another one.',
  again: 'Choose another day',
  absent: 'We cannot find this request.',
  absentLead: 'Check the address, or look for it in your bookings.',
  signedOut: 'To see what you are waiting for, give the email address you used to ask for it.',
  listTitle: 'Waiting for',
  seat: (places: number) => `${places > 1 ? `${places} seats` : 'a seat'} in a workshop`,
  lineNext: 'you are next',
  lineRank: (rank: number) => `you are ${turnWords(rank)} in line`,
} satisfies Translation<typeof fr.waitWords>
