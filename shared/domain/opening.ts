import { type CounterDay, type CounterHours, counterDayOn, type MinuteRange } from './counter-hours.ts'
import { skippedHourOn, type TimeZone } from './instant.ts'
import { type LocalDate, type Weekday, weekdayOf } from './local-date.ts'
import type { Public } from './public.ts'
import { isPublicHoliday } from './public-holidays.ts'
import { MINUTES_A_QUARTER, QUARTERS_A_DAY } from './quarter.ts'
import { flagsOf, type QuarterRange, rangesOf } from './quarter-range.ts'

/** `idle`: counter closed; `counter`: counter open; `fixed`: independent of it. */
export const OPENING_BASES = ['idle', 'counter', 'fixed'] as const
export type OpeningBasis = (typeof OPENING_BASES)[number]

export type Opening = {
  readonly basis: OpeningBasis
  readonly window: QuarterRange
  readonly weekdays: readonly Weekday[]
  readonly from: LocalDate
  readonly until?: LocalDate
  readonly onHolidays: boolean
  readonly publics?: readonly Public[] | undefined
}

export const isLentFrom = (
  { openings }: { readonly openings: readonly Opening[] },
  date: LocalDate,
): boolean => openings.some(({ until }) => until === undefined || until >= date)

/** A day of unknown counter hours has no idle and no counter time. */
export type DayContext = {
  readonly date: LocalDate
  readonly departement: string
  readonly timeZone: TimeZone
  readonly counter?: CounterHours | undefined
}

const flagsOfCounter = (ranges: readonly MinuteRange[], touched: boolean): boolean[] => {
  const flags = Array<boolean>(QUARTERS_A_DAY).fill(false)
  for (const [from, to] of ranges) {
    const start = (touched ? Math.floor : Math.ceil)(from / MINUTES_A_QUARTER)
    const end = (touched ? Math.ceil : Math.floor)(to / MINUTES_A_QUARTER)
    flags.fill(true, start, Math.max(start, end))
  }
  return flags
}

type Lending = Pick<Opening, 'basis' | 'window'>

const flagsOfOpening = (opening: Lending, day: CounterDay): boolean[] => {
  const window = flagsOf([opening.window])
  if (opening.basis === 'fixed') return window
  if (day === 'unknown') return window.fill(false)
  // A quarter is idle only if the counter is closed throughout, staffed only if it is open throughout.
  const counter = flagsOfCounter(day, opening.basis === 'idle')
  return window.map((inside, at) => inside && counter[at] === (opening.basis === 'counter'))
}

export const rangesOfOpening = (opening: Lending, day: CounterDay): QuarterRange[] =>
  rangesOf(flagsOfOpening(opening, day))

const applies = (opening: Opening, { date, departement }: DayContext): boolean =>
  opening.from <= date &&
  date <= (opening.until ?? date) &&
  opening.weekdays.includes(weekdayOf(date)) &&
  (opening.onHolidays || !isPublicHoliday(date, departement))

/** The ranges are in order and disjoint; a skipped hour is not lent. */
export const openRangesOn = (openings: readonly Opening[], day: DayContext): QuarterRange[] => {
  const open = Array<boolean>(QUARTERS_A_DAY).fill(false)
  const counter = counterDayOn(day.counter, day.date, day.departement)
  for (const opening of openings.filter((each) => applies(each, day))) {
    for (const [at, flag] of flagsOfOpening(opening, counter).entries()) open[at] ||= flag
  }
  const skipped = open.includes(true) && skippedHourOn(day.date, day.timeZone)
  if (skipped) open.fill(false, skipped.start, skipped.end)
  return rangesOf(open)
}

export const isUndecidedOn = (openings: readonly Opening[], day: DayContext): boolean =>
  counterDayOn(day.counter, day.date, day.departement) === 'unknown' &&
  openings.some((each) => each.basis !== 'fixed' && applies(each, day))

/** Unknown counter hours end no existing booking. */
export const keptRangesOn = (openings: readonly Opening[], day: DayContext): QuarterRange[] => {
  const isKnown = counterDayOn(day.counter, day.date, day.departement) !== 'unknown'
  return openRangesOn(isKnown ? openings : openings.map((each) => ({ ...each, basis: 'fixed' })), day)
}
