import { dateWords } from '../../../../use-cases/words/en/time-words.ts'
import type * as fr from '../fr/series.ts'

type Words = typeof fr.series

const WHY: Words['extended']['why'] = {
  taken: 'already taken',
  'holder-busy': 'you have another booking at that time',
  'hour-skipped': 'that hour does not exist that day: the clocks go forward',
  'outside-opening': 'the space is not available at that time',
  'conditions-missing': 'the house rules have changed, and you have not accepted them yet',
  'insurance-missing': 'your insurance does not run that long',
}

const datesWords = (count: number): string => `${count} ${count > 1 ? 'dates' : 'date'}`

const theseDates = (count: number): string => (count > 1 ? 'these dates' : 'this date')

const changed: Words['changed'] = {
  own: {
    moved: (count) => `You have moved ${theseDates(count)}. Here ${count > 1 ? 'they are' : 'it is'} now:`,
    cancelled: (count) => `You have cancelled ${theseDates(count)}:`,
    stopped: () => 'You have stopped this series.',
  },
  moved: (count, association) =>
    `Somebody from the association ${association} has moved ${theseDates(count)}. Here ${count > 1 ? 'they are' : 'it is'} now:`,
  cancelled: (count, association) =>
    `Somebody from the association ${association} has cancelled ${theseDates(count)}:`,
  stopped: (association) => `Somebody from the association ${association} has stopped this series.`,
  noOtherDate: 'No other date will be booked.',
  subjects: {
    moved: (count, site) => `Series moved: ${datesWords(count)}, ${site}`,
    cancelled: (count, site) => `Series cancelled: ${datesWords(count)}, ${site}`,
    stopped: (site) => `Series stopped: ${site}`,
  },
  action: 'See the series',
}

const extended: Words['extended'] = {
  subjects: {
    booked: (count, site) => `It’s booked: ${extended.more(count)}, ${site}`,
    asked: (count, site) => `Request sent: ${extended.more(count)}, ${site}`,
    none: (site) => `Not booked: ${site}`,
  },
  more: (count) => (count > 1 ? `${count} more dates` : 'one more date'),
  goesOn: (hours) => `Your series goes on, ${hours}:`,
  refused: (hours) => `We could not book, ${hours}:`,
  why: WHY,
  notPossible: 'it is not possible',
  refusedDate: (date, why) => `- ${dateWords(date)}: ${why}`,
  accept: 'Give what is missing for the next dates',
  action: 'See or stop the series',
}

export const series: Words = {
  subjects: {
    booked: (count, site) => `It’s booked: ${datesWords(count)}, ${site}`,
    asked: (count, site) => `Request sent: ${datesWords(count)}, ${site}`,
  },
  dates: (hours) => `Here are your dates, ${hours}:`,
  answerBy: (moment, counts) =>
    `The post office answers for each of them before ${moment}, or before it starts if that is earlier. ${counts} Until then, it is kept for you.`,
  answer: (counts) => `The post office answers for each of them. ${counts}`,
  refused: (count) => `${count} ${count > 1 ? 'dates are not possible' : 'date is not possible'}.`,
  rolling: 'Your later dates will be booked as they open.',
  rollingUntil: (date) => `Your later dates will be booked as they open, until ${dateWords(date)}.`,
  action: 'See or cancel my dates',
  extended,
  changed,
}
