import { type Allocation, withAllocations, withoutAllocations } from '../../shared/domain/allocation.ts'
import type { Booking } from '../../shared/domain/booking.ts'
import { type BookingChange, holderAllocationsOf } from '../../shared/domain/booking-change.ts'
import { isActive } from '../../shared/domain/booking-state.ts'
import type { Directory } from '../../shared/domain/directory.ts'
import type { HolderId, SiteId, SpaceId } from '../../shared/domain/ids.ts'
import type { LocalDate } from '../../shared/domain/local-date.ts'
import { usageAfter } from '../../shared/domain/usage.ts'
import { ContentionError } from '../../shared/store/contention.ts'
import type { Dependencies } from '../dependencies.ts'
import type { BookingDependencies } from './booking-dependencies.ts'
import { endLapsedOn } from './commit-and-offer.ts'
import type { ReplacementFacts, ReplacementSearch } from './find-replacement.ts'

const memoized = <K, V>(read: (key: K) => V): ((key: K) => V) => {
  const known = new Map<K, V>()
  return (key) => {
    const found = known.get(key) ?? read(key)
    known.set(key, found)
    return found
  }
}

/** One fresh read per run, on demand, so that newly lent sites count. */
export const withFreshDirectory = <D extends Pick<Dependencies, 'freshDirectory' | 'directory'>>(
  deps: D,
): D => {
  let read: Promise<Directory> | undefined
  const directory = () => {
    read ??= deps.freshDirectory().catch((fault) => {
      read = undefined
      throw fault
    })
    return read
  }
  return { ...deps, directory }
}

const hasFairUse = ({ spaces }: Pick<ReplacementFacts, 'spaces'>): boolean =>
  spaces.some(({ fairUse }) => fairUse)

/** Searches current occupancies, to hold one of them. */
export const liveReplacementSearch = (deps: BookingDependencies): ReplacementSearch => ({
  now: deps.now(),
  directory: deps.directory,
  readFacts: async (site, { holder, date }) => {
    const [day, holderOccupancies] = await Promise.all([
      deps.sites.readDay(site, date),
      deps.bookings.readHolderOccupancies([holder], date),
    ])
    if (!day) return undefined
    const members = await deps.bookings.readMembers([holder], { site, usages: hasFairUse(day) })
    return { ...day, holderOccupancy: holderOccupancies.get(holder) ?? {}, member: members.get(holder) }
  },
  endLapsedAt: async (site, booking) => {
    if (await endLapsedOn({ ...booking, site }, deps)) throw new ContentionError('lapsed')
  },
})

type Assumed = {
  /** Bookings of one site that need a replacement. */
  readonly bookings: readonly Booking[]
  /** What the closure takes on a date. */
  readonly closed: (date: LocalDate) => readonly Allocation[]
  /** Changes that are assumed to be made. */
  readonly changes: readonly BookingChange[]
}

const ofSpace = (allocations: readonly Allocation[], date: LocalDate, space: SpaceId): Allocation[] =>
  allocations.filter((allocation) => allocation.date === date && allocation.space === space)

const freedAndTaken = (changes: readonly BookingChange[]) => ({
  freed: changes.flatMap(({ from }) => (from && isActive(from) ? [from] : [])),
  taken: changes.flatMap(({ to }) => (isActive(to) ? [to] : [])),
})

const allocationsAt = (bookings: readonly Booking[], site: SiteId) =>
  bookings.flatMap((booking) => (booking.site === site ? booking.allocations : []))

const timesOf = (bookings: readonly Booking[], { holder, date }: Booking) =>
  bookings.filter((each) => each.holder === holder && each.date === date).flatMap(holderAllocationsOf)

/** Searches occupancies as a closure and `changes` would leave them; reads each once and writes nothing. */
export const cachedReplacementSearch = (
  { bookings, closed, changes }: Assumed,
  deps: Pick<Dependencies, 'sites' | 'bookings' | 'directory' | 'now'>,
): ReplacementSearch => {
  const now = deps.now()
  const dates = bookings.map(({ date }) => date).sort()
  const holders = [...new Set(bookings.map(({ holder }) => holder))]
  const [from, to] = [dates[0], dates.at(-1)]
  const readSite = memoized(
    async (id: SiteId) => from && to && deps.sites.findSiteWithOccupancies(id, { from, to, now }),
  )
  const readMembers = memoized(async (site: SiteId) => {
    const lent = await readSite(site)
    return deps.bookings.readMembers(holders, { site, usages: Boolean(lent && hasFairUse(lent)) })
  })
  const readHolderOccupancies = memoized((date: LocalDate) => {
    const theirs = bookings.filter((each) => each.date === date).map(({ holder }) => holder)
    return deps.bookings.readHolderOccupancies([...new Set<HolderId>(theirs)], date)
  })
  return {
    now,
    directory: deps.directory,
    readFacts: async (site, booking) => {
      const { holder, date } = booking
      const [lent, holderOccupancies] = await Promise.all([readSite(site), readHolderOccupancies(date)])
      if (!lent) return undefined
      const { membership, usage } = (await readMembers(site)).get(holder) ?? {}
      const { freed, taken } = freedAndTaken(changes)
      const closing = booking.site === site ? closed(date) : []
      const occupancyOf = (space: SpaceId) =>
        withAllocations(
          withoutAllocations(lent.occupancyAt(date, space), ofSpace(allocationsAt(freed, site), date, space)),
          ofSpace([...allocationsAt(taken, site), ...closing], date, space),
        )
      return {
        ...lent,
        occupancyOf,
        holderOccupancy: withAllocations(
          withoutAllocations(holderOccupancies.get(holder) ?? {}, timesOf(freed, booking)),
          timesOf(taken, booking),
        ),
        member: { membership, usage: usage && usageAfter(usage, changes) },
      }
    },
    endLapsedAt: async () => {},
  }
}
