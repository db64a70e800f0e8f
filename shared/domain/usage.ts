import type { Booking } from './booking.ts'
import { isActive } from './booking-state.ts'
import type { BookingId, PersonId, SiteId } from './ids.ts'
import { type Instant, localTimeAt, type TimeZone } from './instant.ts'
import { addDays, type LocalDate } from './local-date.ts'
import type { QuarterRange } from './quarter-range.ts'

/** `until`: held for some time only, it counts until then. */
export type UsageEntry = QuarterRange & { readonly date: LocalDate; readonly until?: Instant | undefined }

export type UsageEntries = Readonly<Record<BookingId, UsageEntry>>

/** A person's bookings at a site: those that stand, and those that nobody came to. `revision` counts its changes. */
export type UsageRecord = {
  readonly site: SiteId
  readonly person: PersonId
  readonly revision: number
  readonly active: UsageEntries
  readonly missed: UsageEntries
}

export type UsageList = 'active' | 'missed'

/** Where a booking counts in its person's usage record; cancelled too late counts as if nobody had come. */
export const usageListOf = ({ status, late }: Pick<Booking, 'status' | 'late'>): UsageList | undefined =>
  isActive({ status }) ? 'active' : status === 'no-show' || late ? 'missed' : undefined

export const usageEntryOf = ({ date, start, end, until }: Booking): UsageEntry => ({
  date,
  start,
  end,
  ...(until !== undefined && { until }),
})

const counts = (booking: Booking | undefined, { site, person }: UsageRecord): booking is Booking =>
  booking !== undefined && booking.site === site && booking.countsFor === person

/** A usage record as it is once some changes are made. */
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

/** What no rule looks at any more: hours count within the week, what was missed for a year at the most. */
export const forgettableEntries = (usage: UsageRecord, list: UsageList, now: Instant): BookingId[] => {
  const oldest = addDays(localTimeAt(now, 'UTC' as TimeZone).date, -KEPT_DAYS[list])
  const entries = Object.entries(usage[list]) as [BookingId, UsageEntry][]
  return entries.filter(([, { date }]) => date < oldest).map(([id]) => id)
}
