import type { Translation } from '../../../../shared/domain/language.ts'
import type { WebProblem } from '../../../kit/api-client.ts'
import { dayWords, durationWords, rangesWords } from '../../../kit/words/en/time-words.ts'
import type * as fr from '../fr/time-refusals.ts'
import { startsWords } from './rule-words.ts'

const minutesIn = (fact: unknown, otherwise: string): string =>
  typeof fact === 'number' ? durationWords(fact) : otherwise

const isRange = (fact: unknown): fact is [string, string] =>
  Array.isArray(fact) && typeof fact[0] === 'string'

const openWords = (fact: unknown): string =>
  Array.isArray(fact) && fact.length > 0 && fact.every(isRange)
    ? `That day, you can have this space ${rangesWords(fact)}.`
    : 'You cannot have this space that day.'

export const timeRefusals = {
  taken: {
    title: 'That time has just been taken',
    says: ({ alternatives }: WebProblem) =>
      alternatives?.length
        ? 'Here are the closest ones:'
        : 'Nothing else suits in this space that day. Try other days.',
    remedy: 'choose',
  },
  'use-not-offered': {
    title: 'This space cannot be booked that way',
    says: () => 'Choose one place or the whole room, depending on what is on offer.',
    remedy: 'choose',
  },
  'too-many-places': {
    title: 'That is more places than there are',
    says: ({ capacity }: WebProblem) =>
      `${typeof capacity === 'number' ? `There are ${capacity} here. ` : ''}Ask for fewer.`,
    remedy: 'choose',
  },
  'too-short': {
    title: 'That is too short',
    says: ({ shortestMinutes }: WebProblem) =>
      `Book at least ${minutesIn(shortestMinutes, 'a little longer')}.`,
    remedy: 'choose',
  },
  'too-long': {
    title: 'That is too long',
    says: ({ longestMinutes }: WebProblem) => `Book at most ${minutesIn(longestMinutes, 'a little less')}.`,
    remedy: 'choose',
  },
  past: { title: 'That time has passed', says: () => 'Choose a time still to come.', remedy: 'choose' },
  'too-late': {
    title: 'It is too late for that time',
    says: ({ noticeMinutes }: WebProblem) =>
      `This post office needs ${minutesIn(noticeMinutes, 'some time')} of notice. Choose a later time, or call them.`,
    remedy: 'choose',
  },
  'beyond-horizon': {
    title: 'That is too far ahead',
    says: ({ lastDate }: WebProblem) =>
      typeof lastDate === 'string'
        ? `You can book here up to ${dayWords(lastDate)}.`
        : 'Choose an earlier day.',
    remedy: 'choose',
  },
  'hour-skipped': {
    title: 'That hour does not exist that day',
    says: () => 'The clocks go forward. Choose a time before or after.',
    remedy: 'choose',
  },
  'outside-opening': {
    title: 'You cannot have this space at that time',
    says: ({ open, holiday }: WebProblem) =>
      holiday ? 'It is a public holiday. Choose another day.' : openWords(open),
    remedy: 'choose',
  },
  'off-grid': {
    title: 'You cannot start at that time',
    says: ({ starts }: WebProblem) => startsWords(starts),
    remedy: 'choose',
  },
  closed: {
    title: 'It is closed at that time',
    says: ({ reason }: WebProblem) => `${typeof reason === 'string' ? `${reason}. ` : ''}Choose another day.`,
    remedy: 'choose',
  },
} satisfies Translation<typeof fr.timeRefusals>
