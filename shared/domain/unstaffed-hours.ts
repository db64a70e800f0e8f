import type { CounterDay, CounterHours } from './counter-hours.ts'
import { type LocalDate, WEEKDAYS, type Weekday } from './local-date.ts'
import { type Opening, rangesOfOpening } from './opening.ts'
import { formatQuarter, QUARTERS_A_DAY, quarter } from './quarter.ts'
import { minusRanges, type QuarterRange } from './quarter-range.ts'
import type { Site } from './site.ts'
import type { Space } from './space.ts'

/** Hours of each such day that are lent while no agent is there to open; texts such as `08:00`. */
export type UnstaffedHours = {
  readonly day: Weekday | 'holiday'
  readonly start: string
  readonly end: string
}

export type LentHours = Pick<Space, 'access' | 'openings'>

const WHOLE_DAY: QuarterRange = { start: quarter(0), end: quarter(QUARTERS_A_DAY) }

export const staffedRanges = (day: CounterDay): QuarterRange[] =>
  rangesOfOpening({ basis: 'counter', window: WHOLE_DAY }, day)

/** Idle hours are never staffed, even before the hours of the counter are known. */
const unstaffedIn = (opening: Opening, day: CounterDay): QuarterRange[] => {
  if (day === 'unknown') return opening.basis === 'idle' ? [opening.window] : []
  return minusRanges(rangesOfOpening(opening, day), staffedRanges(day))
}

const dayOf = (counter: CounterHours | undefined, day: Weekday | 'holiday'): CounterDay => {
  if (!counter) return 'unknown'
  if (day !== 'holiday') return counter.weekly[day - 1] ?? 'unknown'
  return counter.onHolidays === 'as-usual' ? 'unknown' : counter.onHolidays
}

const rangesOn = (
  openings: readonly Opening[],
  counter: CounterHours | undefined,
  day: Weekday | 'holiday',
): QuarterRange[] => {
  const applying = openings.filter(({ weekdays, onHolidays }) =>
    day === 'holiday' ? onHolidays : weekdays.includes(day),
  )
  const unstaffed = applying.flatMap((opening) => unstaffedIn(opening, dayOf(counter, day)))
  return minusRanges([WHOLE_DAY], minusRanges([WHOLE_DAY], unstaffed))
}

/** Ordinary weeks and public holidays from today on; exceptions of the counter are left to each date. */
export const unstaffedHours = (
  { access, openings }: LentHours,
  { counter }: Pick<Site, 'counter'>,
  today: LocalDate,
): UnstaffedHours[] => {
  if (access.kind !== 'counter-staff') return []
  const lent = openings.filter(({ until }) => until === undefined || until >= today)
  return [...WEEKDAYS, 'holiday' as const].flatMap((day) =>
    rangesOn(lent, counter, day).map(({ start, end }) => ({
      day,
      start: formatQuarter(start),
      end: formatQuarter(end),
    })),
  )
}
