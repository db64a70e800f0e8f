import type { Translation } from '../../../../shared/domain/language.ts'
import type * as fr from '../fr/cycle.ts'

export const cycle = {
  title: (dates: number) => `A workshop on ${dates}\u00A0dates`,
  lead: 'You sign up for each date on its own, or for all of them at once.',
  all: 'Sign up for all dates',
  allTitle: 'Sign up for all dates',
  here: 'this date',
  fullLead: 'Where a date is full, you will be on the waiting list.',
  working: 'Signing you up, date by date…',
  done: 'Your dates',
  doneLead: 'This is how things stand, date by date.',
  seat: (places: number) => (places > 1 ? `${places}\u00A0seats` : 'a seat'),
  rank: (rank: number) => `waiting list, number ${rank}`,
  offered: 'a seat kept for you to accept',
  cancelled: 'cancelled',
  refused: 'not possible',
  mine: 'See my bookings',
  calendar: 'Add my dates to my calendar',
} satisfies Translation<typeof fr.cycle>
