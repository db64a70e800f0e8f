import type { Translation } from '../../../../shared/domain/language.ts'
import type * as fr from '../fr/choose.ts'

export const choose = {
  page: 'Choose a time',
  title: 'When would you like to come?',
  useTitle: 'What are you booking?',
  uses: { desk: 'One place', room: 'The whole room' },
  nothingThatWeek: 'Nothing free in these seven days.',
  noneOn: (days: string) => `Nothing free: ${days}.`,
  hoursUnknown: (days: string) => `The counter hours are not known yet: ${days}.`,
  nextWeek: 'Next week',
  previousWeek: 'Previous week',
  horizon: (day: string) => `You can book up to ${day}.`,
  missing: 'Choose a time from the list.',
  submit: 'Continue',
  current: 'your choice',
  other: 'Other times',
  day: 'Day',
  start: 'From',
  end: 'To',
  places: 'Number of places',
  submitOther: 'Continue with these times',
  week: (from: string, to: string) => `${from} to ${to}`,
  incomplete: 'Part of the address of this page is missing. Search for your post office again.',
} satisfies Translation<typeof fr.choose>
