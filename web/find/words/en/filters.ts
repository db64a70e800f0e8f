import type { Translation } from '../../../../shared/domain/language.ts'
import { dayWords, fullDayWords, hourWords } from '../../../kit/words/en/time-words.ts'
import { EVENING, type Filter } from '../../wanted.ts'
import type * as fr from '../fr/filters.ts'

const ACCESS: Readonly<Record<string, string>> = {
  'counter-staff': 'staff let me in',
  'key-holder': 'I fetch a key',
  'door-code': 'I have a code',
  host: 'somebody is waiting for me',
  open: 'the door is open',
}

const peopleWords = (people: string): string => (people === '1' ? '1 person' : `${people} people`)

const SAID: Readonly<Record<Filter, (value: string) => string>> = {
  date: (date) => `on ${dayWords(date)}`,
  after: (time) => (time === EVENING ? 'in the evening' : `after ${hourWords(time)}`),
  people: (people) => `for ${peopleWords(people)}`,
  stepFree: () => 'step-free',
  free: () => 'free of charge',
  access: (kind) => ACCESS[kind] ?? kind,
}

export const filterWords = {
  summary: 'Refine',
  what: 'What',
  uses: { desk: 'A desk', room: 'A room', workshop: 'A digital workshop' },
  day: 'Which day',
  anyDay: 'Any day',
  dayOption: fullDayWords,
  evening: 'In the evening, after 6 pm',
  people: 'How many people',
  peopleOption: peopleWords,
  access: 'How to get in',
  accessOption: (kind) => ACCESS[kind] ?? kind,
  any: 'I don’t mind',
  more: 'I need',
  stepFree: 'Step-free access',
  free: 'Free of charge',
  submit: 'See the places',
  remove: 'Remove: ',
  activeTitle: 'What you asked for',
  inWords: (wanted, names) =>
    (Object.keys(SAID) as Filter[])
      .filter((name) => names.includes(name))
      .map((name) => SAID[name](wanted[name] ?? '')),
} satisfies Translation<typeof fr.filterWords>
