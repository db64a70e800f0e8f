import { type CounterDay, type CounterHours, counterDayOn, type MinuteRange } from './counter-hours.ts'
import { skippedHourOn, type TimeZone } from './instant.ts'
import { type LocalDate, type Weekday, weekdayOf } from './local-date.ts'
import type { Public } from './public.ts'
import { isPublicHoliday } from './public-holidays.ts'
import { MINUTES_A_QUARTER, QUARTERS_A_DAY } from './quarter.ts'
import { flagsOf, type QuarterRange, rangesOf } from './quarter-range.ts'

/** `idle`: while the counter is closed; `counter`: while staff is there; `fixed`: whatever the counter does. */
export const OPENING_BASES = ['idle', 'counter', 'fixed'] as const
export type OpeningBasis = (typeof OPENING_BASES)[number]

/** When a space is lent, on some weekdays, inside a window, from a date on; to all publics unless told. */
export type Opening = {
  readonly basis: OpeningBasis
  readonly window: QuarterRange
  readonly weekdays: readonly Weekday[]
  readonly from: LocalDate
  readonly until?: LocalDate
  readonly onHolidays: boolean
  readonly publics?: readonly Public[] | undefined
}

/** Whether a space is lent on a date or later. */
export const isLentFrom = (
  { openings }: { readonly openings: readonly Opening[] },
  date: LocalDate,
): boolean => openings.some(({ until }) => until === undefined || until >= date)

/** What a date's opening depends on. A day whose counter hours are unknown has no idle and no counter time. */
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

const flagsOfOpening = (opening: Opening, day: CounterDay): boolean[] => {
  const window = flagsOf([opening.window])
  if (opening.basis === 'fixed') return window
  if (day === 'unknown') return window.fill(false)
  // A quarter is idle only when the counter is closed all through it, staffed only when it is open all through it.
  const counter = flagsOfCounter(day, opening.basis === 'idle')
  return window.map((inside, at) => inside && counter[at] === (opening.basis === 'counter'))
}

const applies = (opening: Opening, { date, departement }: DayContext): boolean =>
  opening.from <= date &&
  date <= (opening.until ?? date) &&
  opening.weekdays.includes(weekdayOf(date)) &&
  (opening.onHolidays || !isPublicHoliday(date, departement))

/**
 * The quarters of a date when a space is lent: the union of its openings without the hour that a clock change skips; in
 * order, disjoint.
 */
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

/** Whether something more would be lent, or less, were the hours of the counter known. */
export const isUndecidedOn = (openings: readonly Opening[], day: DayContext): boolean =>
  counterDayOn(day.counter, day.date, day.departement) === 'unknown' &&
  openings.some((each) => each.basis !== 'fixed' && applies(each, day))

/** Where a booking may stay: hours that are not known, or not any more, end none. */
export const keptRangesOn = (openings: readonly Opening[], day: DayContext): QuarterRange[] => {
  const isKnown = counterDayOn(day.counter, day.date, day.departement) !== 'unknown'
  return openRangesOn(isKnown ? openings : openings.map((each) => ({ ...each, basis: 'fixed' })), day)
}
