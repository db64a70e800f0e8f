import type { Translation } from '../../../../shared/domain/language.ts'
import { dayWords } from '../../../kit/words/en/time-words.ts'
import type * as fr from '../fr/repeating.ts'

export const repeating = {
  page: 'Repeat every week',
  title: 'Repeat every week',
  signInLead: 'Give your email address: we will send you a code. We keep what you chose.',
  rhythm: 'When',
  rhythms: { week: 'Every week', fortnight: 'Every two weeks' },
  end: 'End',
  ends: { until: 'A day that I choose', never: 'No end: I will stop it when I want to' },
  until: 'Until',
  untilWrong: 'Choose an end after the first day.',
  horizon: (lastDate, today) => `Here, you can book until ${dayWords(lastDate, today)}.`,
  looking: 'Looking at each date…',
  free: (count) => (count > 1 ? `${count} free dates` : count === 1 ? 'One free date' : 'No date is free'),
  later: (lastDate, until, today) =>
    `The post office has not opened its dates after ${dayWords(lastDate, today)} yet. We will book them for you as soon as it does${until ? `, until ${dayWords(until, today)}` : ''}, and write to you.`,
  change: 'Choose another end, or other times.',
  submit: (count) => (count > 1 ? `Book these ${count} dates` : 'Book this date'),
  ask: (count) => (count > 1 ? `Send my request for ${count} dates` : 'Send my request'),
  working: 'Booking your dates…',
  after: 'The first one stays as it is. We add the same times on the dates that follow.',
} satisfies Translation<typeof fr.repeating>
