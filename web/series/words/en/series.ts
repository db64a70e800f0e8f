import type { Translation } from '../../../../shared/domain/language.ts'
import { dayWords } from '../../../kit/words/en/time-words.ts'
import type * as fr from '../fr/series.ts'

export const series = {
  page: 'Your series',
  title: 'Your series',
  calendar: 'Add these dates to my calendar',
  booked: (count: number) =>
    count > 1 ? `${count} dates booked` : count === 1 ? 'One date booked' : 'No dates',
  asked: (count) => (count > 1 ? `${count} dates requested` : 'One date requested'),
  askedLead: 'The post office answers for each date, and we write to you. Until then, they are kept for you.',
  laterDates: (count) => (count > 1 ? `The ${count} later dates` : 'The later date'),
  unfinished: 'Not all dates are booked yet. Send the same request again: nothing will be booked twice.',
  rolling: (until) =>
    `This series goes on${until ? ` until ${dayWords(until)}` : ''}: we book your next dates as soon as the post office opens them.`,
  pending: 'not booked yet',
  requested: 'request sent',
  cancelled: 'cancelled',
  cancelledBecause: 'cancelled: ',
  cancelledFor: {
    staff: 'by the post office',
    closure: 'closed that day',
    'hours-changed': 'the opening hours have changed',
    'lending-changed': 'the space can no longer be booked that way',
  },
  stays: 'has started: it can no longer be cancelled',
  reference: 'reference',
  refusedTitle: (count: number) =>
    count > 1 ? `${count} dates are not possible` : 'One date is not possible',
  datesTitle: 'Your dates',
  restTitle: 'What is not booked',
  why: {
    taken: 'Already taken',
    closed: (reason) => (typeof reason === 'string' ? `Closed (${reason})` : 'Closed'),
    holiday: 'Public holiday',
    notThatDay: 'Not available that day',
    notThen: (hours) => `Only available ${hours}`,
  },
  instead: 'Other times on those days',
  absent: 'We cannot find this series.',
  absentLead: 'Check the address, or look for your dates in your bookings.',
  cancelTitle: 'Cancel dates',
  cancelLead: 'To cancel just one date, open its own page.',
  from: 'This date and those after it',
  cancel: 'Cancel these dates',
  stop: 'Stop the series',
  sure: (count: number) => {
    if (count === 0) return 'Stop this series?'
    return count > 1 ? `Cancel ${count} dates? They will be given up at once.` : 'Cancel this date?'
  },
  yes: 'Yes, cancel them',
  no: 'No, I keep them',
  working: 'Cancelling…',
  done: 'It’s cancelled.',
} satisfies Translation<typeof fr.series>
