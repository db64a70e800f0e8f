import type * as fr from '../fr/cycle.ts'

const datesWords = (count: number): string => `${count} ${count > 1 ? 'dates' : 'date'}`

export const cycle: typeof fr.cycle = {
  subject: (count, site) => `It’s booked: ${datesWords(count)}, ${site}`,
  dates: (title) => `Here are your dates for the workshops “${title}”:`,
  waiting: 'These dates are full. You are on the waiting list:',
  action: 'See my dates or give a seat back',
}
