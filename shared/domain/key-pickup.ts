import type { MinuteRange } from './counter-hours.ts'
import { type Instant, localTimeAt, type TimeZone } from './instant.ts'
import { addDays, type LocalDate, weekdayOf } from './local-date.ts'
import { isPublicHoliday } from './public-holidays.ts'
import { MINUTES_A_QUARTER, type Quarter } from './quarter.ts'
import type { KeyKeeper } from './space.ts'

/** The last hours in which a key can be fetched before a booking; `over` when they have passed. */
export type KeyPickup = {
  readonly date: LocalDate
  readonly ranges: readonly MinuteRange[]
  readonly isOver: boolean
}

type Booked = { readonly date: LocalDate; readonly start: Quarter }
type Where = { readonly departement: string; readonly timeZone: TimeZone }

const MOST_DAYS = 31

/** None on public holidays. */
export const keeperHoursOn = (
  { hours }: Pick<KeyKeeper, 'hours'>,
  date: LocalDate,
  { departement }: Pick<Where, 'departement'>,
): readonly MinuteRange[] => (isPublicHoliday(date, departement) ? [] : (hours[weekdayOf(date) - 1] ?? []))

const isOver = ({ date, ranges }: Omit<KeyPickup, 'isOver'>, { timeZone }: Where, now: Instant): boolean => {
  const local = localTimeAt(now, timeZone)
  return date < local.date || (date === local.date && (ranges.at(-1)?.[1] ?? 0) <= local.minute)
}

/** Undefined where the keeper is open when the booking starts. */
export const keyPickupBefore = (
  { date, start }: Booked,
  keeper: Pick<KeyKeeper, 'hours'>,
  { now, ...where }: Where & { readonly now: Instant },
): KeyPickup | undefined => {
  const minute = start * MINUTES_A_QUARTER
  const today = keeperHoursOn(keeper, date, where)
  if (today.some(([from, to]) => from <= minute && minute < to)) return undefined
  for (let back = 0; back <= MOST_DAYS; back++) {
    const day = addDays(date, -back)
    const ranges = keeperHoursOn(keeper, day, where).filter(([from]) => back > 0 || from < minute)
    if (ranges.length === 0) continue
    return { date: day, ranges, isOver: isOver({ date: day, ranges }, where, now) }
  }
  return undefined
}
