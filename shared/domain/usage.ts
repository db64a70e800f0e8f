import type { Booking } from './booking.ts'
import { isActive } from './booking-state.ts'
import type { BookingId, PersonId, SiteId } from './ids.ts'
import { type Instant, localTimeAt, type TimeZone } from './instant.ts'
import { addDays, type LocalDate } from './local-date.ts'
import type { QuarterRange } from './quarter-range.ts'

/** A held booking counts `until` then. */
export type UsageEntry = QuarterRange & { readonly date: LocalDate; readonly until?: Instant | undefined }

type UsageEntries = Readonly<Record<BookingId, UsageEntry>>

export type UsageRecord = {
  readonly site: SiteId
  readonly person: PersonId
  readonly revision: number
  readonly active: UsageEntries
  readonly missed: UsageEntries
}

export type UsageList = 'active' | 'missed'

/** A late cancellation counts as missed, an excused absence does not. */
export const usageListOf = ({ status, late, excused }: Booking): UsageList | undefined => {
  if (isActive({ status })) return 'active'
  return (status === 'no-show' && !excused) || late ? 'missed' : undefined
}

export const usageEntryOf = ({ date, start, end, until }: Booking): UsageEntry => ({
  date,
  start,
  end,
  ...(until !== undefined && { until }),
})

const counts = (booking: Booking | undefined, { site, person }: UsageRecord): booking is Booking =>
  booking !== undefined && booking.site === site && booking.countsFor === person

export const usageAfter = (
  usage: UsageRecord,
  changes: readonly { readonly from?: Booking; readonly to: Booking }[],
): UsageRecord => {
  const lists = { active: { ...usage.active }, missed: { ...usage.missed } }
  for (const { from, to } of changes) {
    if (counts(from, usage)) for (const list of ['active', 'missed'] as const) delete lists[list][from.id]
    const list = counts(to, usage) && usageListOf(to)
    if (list) lists[list][to.id] = usageEntryOf(to)
  }
  return { ...usage, ...lists }
}

const KEPT_DAYS = { active: 31, missed: 400 } as const satisfies Record<UsageList, number>

/** Entries that no rule needs: hours count within a week, missed bookings for a year at most. */
export const forgettableEntries = (usage: UsageRecord, list: UsageList, now: Instant): BookingId[] => {
  const oldest = addDays(localTimeAt(now, 'UTC' as TimeZone).date, -KEPT_DAYS[list])
  const entries = Object.entries(usage[list]) as [BookingId, UsageEntry][]
  return entries.filter(([, { date }]) => date < oldest).map(([id]) => id)
}
