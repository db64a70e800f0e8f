import type { NewSeries } from '../../shared/contracts/series-views.ts'
import type { Choice } from '../availability/choice.ts'

export const RHYTHMS = ['week', 'fortnight'] as const
export type Rhythm = (typeof RHYTHMS)[number]

/** `until` is the last day that counts, `YYYY-MM-DD`. */
export type Repetition = { readonly rhythm: Rhythm; readonly until: string; readonly mode: NewSeries['mode'] }

const RULES: Record<Rhythm, string> = { week: 'FREQ=WEEKLY', fortnight: 'FREQ=WEEKLY;INTERVAL=2' }

/** A choice repeated on its weekday; its own date is left out where it is booked already. */
export const seriesOf = (
  { date, ...choice }: Choice,
  { rhythm, until, mode }: Repetition,
  booked = false,
): NewSeries => ({
  ...choice,
  from: date,
  rule: `${RULES[rhythm]};UNTIL=${until.replaceAll('-', '')}`,
  mode,
  ...(booked && { exceptions: [date] }),
})
