import { dateWords } from '../../../../use-cases/words/en/time-words.ts'
import type * as fr from '../fr/others.ts'

export const code: typeof fr.code = {
  subject: (digits) => `${digits}: your Restante code`,
  says: 'Your code',
  type: (minutes) =>
    `Type it on the page where you asked for it, within ${minutes} minutes. Do not give it to anybody.`,
  sameDevice: 'On the same device, you can also get in without typing it.',
  action: 'Get in without typing the code',
  unasked: 'You did not ask for anything? Do nothing: without this code, nobody can get in as you.',
}

export const waitEnded: typeof fr.waitEnded = {
  subjects: {
    workshop: (date, site) => `Workshop cancelled: ${dateWords(date)}, ${site}`,
    appointments: (date, site) => `Appointments cancelled: ${dateWords(date)}, ${site}`,
  },
  says: {
    workshop: (title) =>
      `The workshop “${title}”, for which you were on the waiting list, will not take place.`,
    appointments: (title) =>
      `The appointments “${title}”, for which you were on the waiting list, will not take place.`,
  },
  why: (note) => `Why: ${note}`,
  action: 'See the other workshops and appointments',
}

export const proposal: typeof fr.proposal = {
  subjects: {
    accepted: (site) => `Your idea is accepted: ${site}`,
    declined: (site) => `Your idea is not accepted: ${site}`,
  },
  about: (site) => `You suggested a use for ${site}:`,
  accepted: 'Your idea is accepted.',
  declined: 'Your idea cannot be accepted.',
  answer: (note) => `The answer: ${note}`,
  action: 'See the post office',
}
