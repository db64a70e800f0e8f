import { type CounterDay, type CounterHours, counterDayOn } from './counter-hours.ts'
import { type LocalDate, WEEKDAYS, type Weekday } from './local-date.ts'
import { type DayContext, type Opening, openRangesOn, rangesOfOpening } from './opening.ts'
import { formatQuarter, QUARTERS_A_DAY, quarter } from './quarter.ts'
import { minusRanges, type QuarterRange } from './quarter-range.ts'
import type { Space } from './space.ts'

/** Hours of each such day that are lent while no agent is there to open; texts such as `08:00`. */
export type UnstaffedHours = {
  readonly day: Weekday | 'holiday'
  readonly start: string
  readonly end: string
}

export type UnstaffedRefusal = { readonly kind: 'unstaffed'; readonly hours: readonly UnstaffedHours[] }

type Lent = Pick<Space, 'access' | 'openings'>

const WHOLE_DAY: QuarterRange = { start: quarter(0), end: quarter(QUARTERS_A_DAY) }

const staffedRanges = (day: CounterDay): QuarterRange[] =>
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

type Counter = { readonly counter?: CounterHours | undefined }

/** Ordinary weeks and public holidays from today on; exceptions of the counter are left to each date. */
export const unstaffedHours = (
  { access, openings }: Lent,
  { counter }: Counter,
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

const isSaved = (hours: UnstaffedHours, before: readonly UnstaffedHours[]): boolean =>
  before.some(({ day, start, end }) => day === hours.day && start <= hours.start && hours.end <= end)

/** Hours that were unstaffed before, since those of the counter changed, block no other change. */
export const unstaffedRefusal = (
  lent: Lent,
  before: Lent | undefined,
  { counter, today }: Counter & { readonly today: LocalDate },
): UnstaffedRefusal | undefined => {
  const saved = before ? unstaffedHours(before, { counter }, today) : []
  const hours = unstaffedHours(lent, { counter }, today).filter((each) => !isSaved(each, saved))
  return hours.length > 0 ? { kind: 'unstaffed', hours } : undefined
}

/** Lent hours of a date on which no agent opens; none where the hours of the counter are unknown. */
export const unstaffedRangesOn = ({ access, openings }: Lent, day: DayContext): QuarterRange[] => {
  const counter = counterDayOn(day.counter, day.date, day.departement)
  if (access.kind !== 'counter-staff' || counter === 'unknown') return []
  return minusRanges(openRangesOn(openings, day), staffedRanges(counter))
}
