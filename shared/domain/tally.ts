import type { Booking, BookingId } from './booking.ts'
import { type BookingChange, isStanding } from './booking-change.ts'
import { type Instant, localTimeAt, type TimeZone } from './instant.ts'
import { addDays, type LocalDate } from './local-date.ts'
import type { QuarterRange } from './quarter.ts'
import type { SiteId } from './site.ts'

/** Whose bookings count together, whatever address they were made with. Never an identity. */
export type PersonId = string & { readonly brand: 'PersonId' }

/** `until`: held for some time only, it counts until then. */
export type TallyEntry = QuarterRange & { readonly date: LocalDate; readonly until?: Instant | undefined }

export type TallyEntries = Readonly<Record<BookingId, TallyEntry>>

/** A person's bookings at a site: those that stand, and those that nobody came to. `revision` counts its changes. */
export type Tally = {
  readonly site: SiteId
  readonly person: PersonId
  readonly revision: number
  readonly standing: TallyEntries
  readonly missed: TallyEntries
}

export type TallyList = 'standing' | 'missed'

/** Where a booking counts in its person's tally; cancelled too late counts as if nobody had come. */
export const listOf = ({ status, late }: Pick<Booking, 'status' | 'late'>): TallyList | undefined =>
  isStanding({ status }) ? 'standing' : status === 'no-show' || late ? 'missed' : undefined

export const entryOf = ({ date, start, end, until }: Booking): TallyEntry => ({
  date,
  start,
  end,
  ...(until !== undefined && { until }),
})

const counts = (booking: Booking | undefined, { site, person }: Tally): booking is Booking =>
  booking !== undefined && booking.site === site && booking.tally === person

/** A tally as it is once some changes are made. */
export const tallyAfter = (tally: Tally, changes: readonly BookingChange[]): Tally => {
  const lists = { standing: { ...tally.standing }, missed: { ...tally.missed } }
  for (const { from, to } of changes) {
    if (counts(from, tally)) for (const list of ['standing', 'missed'] as const) delete lists[list][from.id]
    const list = counts(to, tally) && listOf(to)
    if (list) lists[list][to.id] = entryOf(to)
  }
  return { ...tally, ...lists }
}

const KEPT_DAYS = { standing: 31, missed: 400 } as const satisfies Record<TallyList, number>

/** What no rule looks at any more: hours count within the week, what was missed for a year at the most. */
export const forgettable = (tally: Tally, list: TallyList, now: Instant): BookingId[] => {
  const oldest = addDays(localTimeAt(now, 'UTC' as TimeZone).date, -KEPT_DAYS[list])
  const entries = Object.entries(tally[list]) as [BookingId, TallyEntry][]
  return entries.filter(([, { date }]) => date < oldest).map(([id]) => id)
}
