import { dateWords } from '../../../../use-cases/words/en/time-words.ts'
import type * as fr from '../fr/membership.ts'

export const membership: typeof fr.membership = {
  member: {
    subject: (site) => `Your membership: ${site}`,
    you: (site) => `You are now a member at ${site}.`,
    they: (name, site) => `The association ${name} is now a member at ${site}.`,
  },
  subscriber: {
    subject: (site) => `Your subscription: ${site}`,
    you: (site) => `You are now a subscriber at ${site}.`,
    they: (name, site) => `The association ${name} is now a subscriber at ${site}.`,
  },
  everyone: {
    subject: (site) => `Your membership has ended: ${site}`,
    you: (site) => `You now book like everyone at ${site}.`,
    they: (name, site) => `The association ${name} now books like everyone at ${site}.`,
  },
  lasts: 'It lasts until the place ends it.',
  lastsUntil: (date) => `It lasts until ${dateWords(date)} ${date.slice(0, 4)}.`,
  signIn: 'Sign in to book: you will then see the hours that are open to you.',
  stay: 'Bookings already made stay.',
  action: 'See the place',
}
