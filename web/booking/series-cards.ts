import type { BookingView } from '../../shared/contracts/booking-views.ts'

/** At least two dates of one series, soonest first. */
export type SeriesCard = {
  readonly series: string
  readonly bookings: readonly [BookingView, ...BookingView[]]
}

export type Rhythm = 'week' | 'fortnight' | 'dates'

const DAY_MS = 86_400_000
const DAYS: Readonly<Record<number, Rhythm>> = { 7: 'week', 14: 'fortnight' }

/** A date may be missing, so the shortest step between two of them counts; two dates alone tell little. */
export const rhythmOf = ({ bookings }: SeriesCard): Rhythm => {
  const days = bookings.map(({ date }) => Date.parse(date) / DAY_MS)
  const steps = days.slice(1).map((day, at) => day - (days[at] ?? day))
  const isOneWeekday = steps.every((step) => step % 7 === 0)
  const rhythm = isOneWeekday ? DAYS[Math.min(...steps)] : undefined
  return rhythm === 'fortnight' && steps.length < 2 ? 'dates' : (rhythm ?? 'dates')
}

/** The bookings in their order, those of a series together at its first date. */
export const withSeriesCards = (bookings: readonly BookingView[]): (BookingView | SeriesCard)[] => {
  const inOrder = bookings.toSorted((one, other) =>
    one.date + one.start < other.date + other.start ? -1 : 1,
  )
  const groups = Map.groupBy(inOrder, ({ series, id }) => series ?? id)
  return [...groups].flatMap(([series, [first, ...others]]): (BookingView | SeriesCard)[] => {
    if (!first) return []
    return others.length > 0 ? [{ series, bookings: [first, ...others] as const }] : [first]
  })
}
