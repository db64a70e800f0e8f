import type { Allocation } from './allocation.ts'
import { type ClosedDay, closedAllocations } from './closure.ts'
import type { ClosureId, SiteId, SpaceId } from './ids.ts'
import { addMinutes, type Instant, localTimeAt, type TimeZone } from './instant.ts'
import { addDays, type LocalDate } from './local-date.ts'
import { MINUTES_A_QUARTER, QUARTERS_A_DAY, quarter } from './quarter.ts'
import { flagsOf, type QuarterRange, rangesOf } from './quarter-range.ts'
import type { Space } from './space.ts'

/** Why the calendar at an address cannot be read. */
export const OUTSIDE_FAULTS = [
  'unreachable',
  'refused',
  'redirects',
  'not-a-calendar',
  'too-large',
  'too-many-events',
  'too-complicated',
] as const
export type OutsideFault = (typeof OUTSIDE_FAULTS)[number]

/** The last complete answer, and the day of it: an unchanged one need not be sent again that day. */
type OutsideReading = {
  readonly on: LocalDate
  readonly etag?: string | undefined
  readonly modified?: string | undefined
}

/**
 * A calendar that others keep, whose events take a space. `revision` counts its settings, `failures` the attempts
 * in a row since `failingSince`, of which those in charge were told at `toldAt`; `isEnding` while what it took is given back.
 */
export type OutsideCalendar = {
  readonly site: SiteId
  readonly space: SpaceId
  readonly url: string
  readonly revision: number
  readonly dueAt: Instant
  readonly reading?: OutsideReading | undefined
  readonly readAt?: Instant | undefined
  readonly failures: number
  readonly failingSince?: Instant | undefined
  readonly toldAt?: Instant | undefined
  readonly fault?: OutsideFault | undefined
  readonly isEnding?: true | undefined
}

/** From an instant to another, the second not included. */
export type BusyTime = { readonly from: Instant; readonly to: Instant }

/** However far ahead a space is booked. */
export const LONGEST_AHEAD_DAYS = 400

const PAUSE_MINUTES = 30
const LONGEST_PAUSE_MINUTES = 6 * 60

/** Twice as late after each failure. */
export const nextReadingAt = (now: Instant, failures: number): Instant =>
  addMinutes(now, Math.min(PAUSE_MINUTES * 2 ** failures, LONGEST_PAUSE_MINUTES))

const TOLD_AFTER_MINUTES = 24 * 60

/** Whether those in charge are to know that it cannot be read. */
export const isLongUnread = (failingSince: Instant, now: Instant): boolean =>
  addMinutes(failingSince, TOLD_AFTER_MINUTES) <= now

const joined = (times: readonly BusyTime[]): BusyTime[] => {
  const all: { from: Instant; to: Instant }[] = []
  for (const { from, to } of times.toSorted((one, other) => one.from - other.from)) {
    const last = all.at(-1)
    if (last && from <= last.to) last.to = Math.max(last.to, to) as Instant
    else if (from < to) all.push({ from, to })
  }
  return all
}

type Within = { readonly timeZone: TimeZone; readonly from: LocalDate; readonly to: LocalDate }

/** The quarters that some times touch, date by date on the clock of a site. */
export const busyDays = (
  times: readonly BusyTime[],
  { timeZone, from: first, to: last }: Within,
): ReadonlyMap<LocalDate, readonly QuarterRange[]> => {
  const days = new Map<LocalDate, QuarterRange[]>()
  for (const { from, to } of joined(times)) {
    const begins = localTimeAt(from, timeZone)
    const ends = localTimeAt(to, timeZone)
    let date = begins.date < first ? first : begins.date
    for (; date <= ends.date && date <= last; date = addDays(date, 1)) {
      const start = date === begins.date ? Math.floor(begins.minute / MINUTES_A_QUARTER) : 0
      const end = date === ends.date ? Math.ceil(ends.minute / MINUTES_A_QUARTER) : QUARTERS_A_DAY
      if (start < end)
        days.set(date, [...(days.get(date) ?? []), { start: quarter(start), end: quarter(end) }])
    }
  }
  return new Map([...days].map(([date, ranges]) => [date, rangesOf(flagsOf(ranges))]))
}

/** Its taken days are closed days of this one, which no closure is. */
export const closureOfOutside = (site: SiteId, space: SpaceId): ClosureId =>
  `outside-${site}-${space}` as ClosureId

/** What busy times of a date take of a space, and of those that share it. */
export const takenByOutside = (
  ranges: readonly QuarterRange[],
  {
    space,
    date,
    spaces,
  }: { readonly space: SpaceId; readonly date: LocalDate; readonly spaces: readonly Space[] },
): Allocation[] =>
  ranges.flatMap((range) =>
    closedAllocations({ ...range, from: date, to: date, spaces: [space] }, spaces, date),
  )

/** What a date that it takes would take of spaces as they are now. */
export const takenAnew = (
  { date, allocations }: ClosedDay,
  space: SpaceId,
  spaces: readonly Space[],
): Allocation[] =>
  takenByOutside(
    allocations.filter((allocation) => allocation.space === space),
    { space, date, spaces },
  )
