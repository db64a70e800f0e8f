import type { NewSeries } from '../../shared/contracts/series-views.ts'
import type { Choice } from '../availability/choice.ts'

export const RHYTHMS = ['week', 'fortnight'] as const
type Rhythm = (typeof RHYTHMS)[number]

/** `until` is the last day that counts, `YYYY-MM-DD`; without it, the series has no end. */
export type Repetition = { readonly rhythm: Rhythm; readonly until?: string | undefined }

const RULES: Record<Rhythm, string> = { week: 'FREQ=WEEKLY', fortnight: 'FREQ=WEEKLY;INTERVAL=2' }

/** Associations plan until the summer: the first end of June that is at least a month away. */
export const endOfSeason = (date: string): string => {
  const year = Number(date.slice(0, 4))
  return `${date.slice(5) < '06-01' ? year : year + 1}-06-30`
}

/** A choice repeated on its weekday; its own date is left out where it is booked already. */
export const seriesOf = (
  { date, ...choice }: Choice,
  { rhythm, until }: Repetition,
  booked = false,
): NewSeries => ({
  ...choice,
  from: date,
  rule: until ? `${RULES[rhythm]};UNTIL=${until.replaceAll('-', '')}` : RULES[rhythm],
  mode: 'possible',
  rolling: true,
  ...(booked && { exceptions: [date] }),
})
