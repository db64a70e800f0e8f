import type { Booking } from '../../../shared/domain/booking.ts'
import type { HolderId, SiteId } from '../../../shared/domain/ids.ts'
import { addMinutes, type Instant, instantAt, type TimeZone, UTC } from '../../../shared/domain/instant.ts'
import type { LocalDate } from '../../../shared/domain/local-date.ts'
import { QUARTERS_A_DAY, quarter } from '../../../shared/domain/quarter.ts'
import { retainedUntil } from '../../../shared/domain/retention.ts'
import type { Series } from '../../../shared/domain/series.ts'
import type { PurgeStore, RetainedCall, RetainedItem } from '../../../shared/store/purge-store.ts'
import type { Dependencies } from '../../dependencies.ts'
import type { IsOutOfTime } from '../../use-cases/finish-closure.ts'
import { type ForgetDeps, forgetBooking, forgetHolder } from '../../use-cases/forget-holder.ts'

export type ReviewDeps = ForgetDeps & { readonly purges: PurgeStore }

export type ZoneOf = (site: SiteId) => Promise<TimeZone>

/** What ended at `cutoff` or before is kept no longer. */
export type Review = {
  readonly now: Instant
  readonly cutoff: Instant
  readonly zoneOf: ZoneOf
  readonly isOutOfTime: IsOutOfTime
}

export type ReviewedHolder = Readonly<Record<'dropped' | 'anonymised' | 'forgotten', number>> & {
  readonly isWhole: boolean
}

const DAY_MINUTES = 24 * 60
/** Rights, waits and proposals end without a date. */
const IN_USE_MINUTES = 7 * DAY_MINUTES

/** Reads each zone once; a removed site needs none. */
export const zonesOf = ({ sites }: Pick<Dependencies, 'sites'>): ZoneOf => {
  const known = new Map<SiteId, Promise<TimeZone>>()
  return (site) => {
    const zone = known.get(site) ?? sites.findSite(site).then((lent) => lent?.site.timeZone ?? UTC)
    known.set(site, zone)
    return zone
  }
}

type Ended<T> = { readonly of: T; readonly end: Instant }

const endOfDay = (date: LocalDate): Instant => instantAt(date, quarter(QUARTERS_A_DAY), UTC)

const endOfBooking = async (booking: Booking, { zoneOf }: Review): Promise<Ended<Booking>> => ({
  of: booking,
  end: instantAt(booking.date, booking.end, await zoneOf(booking.site)),
})

/** A series without an end ends with its holder. */
const endOfSeries = async (series: Series, { zoneOf }: Review): Promise<Ended<Series>[]> => {
  const last = series.dates.toSorted().at(-1)
  if (!last || series.rolling) return []
  return [{ of: series, end: instantAt(last, series.end, await zoneOf(series.site)) }]
}

type Held = {
  readonly items: readonly RetainedItem[]
  readonly bookings: readonly Ended<Booking>[]
  readonly series: readonly Ended<Series>[]
  readonly calls: readonly Ended<RetainedCall>[]
  readonly days: readonly Ended<RetainedItem>[]
}

const readHeld = async (holder: HolderId, review: Review, deps: ReviewDeps): Promise<Held> => {
  const [items, bookings, series, calls] = await Promise.all([
    deps.purges.listOfHolder(holder),
    deps.bookings.listAll(holder),
    deps.series.listSeries(holder),
    deps.purges.listCalls(holder),
  ])
  return {
    items,
    bookings: await Promise.all(bookings.map((booking) => endOfBooking(booking, review))),
    series: (await Promise.all(series.map((each) => endOfSeries(each, review)))).flat(),
    calls: calls.map((call) => ({ of: call, end: endOfDay(call.date) })),
    days: items.flatMap((of) => (of.kind === 'own-day' ? [{ of, end: endOfDay(of.date) }] : [])),
  }
}

const isPast =
  ({ cutoff }: Review) =>
  ({ end }: Ended<unknown>): boolean =>
    end <= cutoff

/** Everything that ended 24 months ago, in an order in which repeating finishes it. */
const dropPast = async (held: Held, review: Review, deps: ReviewDeps) => {
  const over = isPast(review)
  const counts = { dropped: 0, anonymised: 0 }
  for (const { of: booking } of held.bookings.filter(over)) {
    if (review.isOutOfTime()) return { ...counts, isWhole: false }
    await forgetBooking(booking, deps)
    counts.anonymised += 1
  }
  for (const { of: series } of held.series.filter(over)) await deps.series.removeSeries(series)
  const sessions = held.items.filter((item) => item.kind === 'session' && item.expiresAt <= review.now)
  const keys = [...[...held.calls, ...held.days].filter(over).map(({ of }) => of), ...sessions]
  await deps.purges.drop(keys.map(({ key }) => key))
  return { anonymised: counts.anonymised, dropped: keys.length, isWhole: true }
}

/**
 * When to look again; undefined when nothing keeps the holder. An own day lasts in every zone: the bookings of
 * the last two are known by themselves.
 */
const keptUntil = (held: Held, review: Review): Instant | undefined => {
  const over = isPast({ ...review, cutoff: addMinutes(review.cutoff, 2 * DAY_MINUTES) })
  const timed = [
    ...[...held.bookings, ...held.series].filter((each) => !isPast(review)(each)),
    ...held.days.filter((each) => !over(each)),
  ]
  // Calls go on their own date, and what is booked from now on may end before what is left.
  const ends = [...timed, ...held.calls.filter((each) => !isPast(review)(each))].map(({ end }) => end)
  if (timed.length > 0) return retainedUntil(Math.min(review.now, ...ends) as Instant)
  const kept = [
    ...held.calls
      .filter((call) => call.of.isOpen && !isPast(review)(call))
      .map(() => addMinutes(review.now, DAY_MINUTES)),
    ...held.items.flatMap((item) => {
      if (item.kind === 'in-use') return [addMinutes(review.now, IN_USE_MINUTES)]
      return item.kind === 'session' && item.expiresAt > review.now ? [item.expiresAt] : []
    }),
  ]
  return kept.length > 0 ? (Math.max(...kept) as Instant) : undefined
}

/**
 * Drops and anonymises what is kept no longer of a holder, and forgets a holder of whom nothing is left: no
 * rights, waits, proposals, sessions, recent bookings or calls. Otherwise the earliest end among what is left
 * says when to look again, 24 months from now at the latest, since whatever is booked by then ends later.
 */
export const reviewHolder = async (
  holder: HolderId,
  review: Review,
  deps: ReviewDeps,
): Promise<ReviewedHolder> => {
  const held = await readHeld(holder, review, deps)
  const known = held.items.find((item) => item.kind === 'holder')
  const done = { ...(await dropPast(held, review, deps)), forgotten: 0 }
  if (!known || !done.isWhole) return done
  // Read anew: they may have come back in the meantime.
  const until = keptUntil(held, review) ?? keptUntil(await readHeld(holder, review, deps), review)
  if (until === undefined && !known.stays) {
    const isWhole = await forgetHolder(holder, review.isOutOfTime, deps)
    return { ...done, forgotten: 1, isWhole }
  }
  await deps.purges.reviewAgainAt(holder, until ?? retainedUntil(review.now))
  return done
}
