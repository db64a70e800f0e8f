import type { Booking, HolderId } from '../../shared/domain/booking.ts'
import { type BookingChange, isStanding, ownTimesOf } from '../../shared/domain/booking-change.ts'
import { type Directory, directoryOf } from '../../shared/domain/directory.ts'
import { type Taking, without, withTakings } from '../../shared/domain/footprint.ts'
import type { LocalDate } from '../../shared/domain/local-date.ts'
import type { SiteId } from '../../shared/domain/site.ts'
import type { SpaceId } from '../../shared/domain/space.ts'
import { tallyAfter } from '../../shared/domain/tally.ts'
import { ContentionError } from '../../shared/store/contention.ts'
import type { Dependencies } from '../dependencies.ts'
import type { PlaceGround, Surroundings } from './find-place-near.ts'
import type { InventoryDependencies } from './inventory-dependencies.ts'
import { endLapsedOn } from './settle.ts'

const memoized = <K, V>(read: (key: K) => V): ((key: K) => V) => {
  const known = new Map<K, V>()
  return (key) => {
    const found = known.get(key) ?? read(key)
    known.set(key, found)
    return found
  }
}

/** For one act: all sites are read anew, once and where needed, so that a place that has just begun to lend counts. */
export const withDirectoryAnew = <D extends Pick<Dependencies, 'listing' | 'directory'>>(deps: D): D => {
  let read: Promise<Directory> | undefined
  const readAnew = async () => directoryOf(await deps.listing.readDirectory({ consistent: true }))
  const directory = () => {
    read ??= readAnew().catch((fault) => {
      read = undefined
      throw fault
    })
    return read
  }
  return { ...deps, directory }
}

const hasFairUse = ({ spaces }: Pick<PlaceGround, 'spaces'>): boolean => spaces.some(({ fairUse }) => fairUse)

/** Places as they are, to take one of them. */
export const surroundingsNow = (deps: InventoryDependencies): Surroundings => ({
  now: deps.now(),
  directory: deps.directory,
  readGround: async (site, { holder, date }) => {
    const [day, ownSheets] = await Promise.all([
      deps.sites.readDay(site, date),
      deps.bookings.readOwnSheets([holder], date),
    ])
    if (!day) return undefined
    const members = await deps.bookings.readMembers([holder], { site, tallies: hasFairUse(day) })
    return { ...day, ownSheet: ownSheets.get(holder) ?? {}, member: members.get(holder) }
  },
  endLapsedAt: async (site, booking) => {
    if (await endLapsedOn({ ...booking, site }, deps)) throw new ContentionError('lapsed')
  },
})

type Assumed = {
  /** The bookings that somewhere else may be found for, all of one site. */
  readonly bookings: readonly Booking[]
  /** What would be closed on a date at that site. */
  readonly closed: (date: LocalDate) => readonly Taking[]
  /** What would have been done before. */
  readonly changes: readonly BookingChange[]
}

const ofSpace = (takings: readonly Taking[], date: LocalDate, space: SpaceId): Taking[] =>
  takings.filter((taking) => taking.date === date && taking.space === space)

/** What changes free and take. */
const freedAndTaken = (changes: readonly BookingChange[]) => ({
  freed: changes.flatMap(({ from }) => (from && isStanding(from) ? [from] : [])),
  taken: changes.flatMap(({ to }) => (isStanding(to) ? [to] : [])),
})

const takingsAt = (bookings: readonly Booking[], site: SiteId) =>
  bookings.flatMap((booking) => (booking.site === site ? booking.takings : []))

const timesOf = (bookings: readonly Booking[], { holder, date }: Booking) =>
  bookings.filter((each) => each.holder === holder && each.date === date).flatMap(ownTimesOf)

/** Places as they would be once something is closed and `changes` are made; what was read is read once, and nothing written. */
export const surroundingsOnce = (
  { bookings, closed, changes }: Assumed,
  deps: Pick<Dependencies, 'sites' | 'bookings' | 'directory' | 'now'>,
): Surroundings => {
  const now = deps.now()
  const dates = bookings.map(({ date }) => date).sort()
  const holders = [...new Set(bookings.map(({ holder }) => holder))]
  const [from, to] = [dates[0], dates.at(-1)]
  const readSite = memoized(async (id: SiteId) => from && to && deps.sites.findSiteWithSheets(id, { from, to, now }))
  const readMembers = memoized(async (site: SiteId) => {
    const lent = await readSite(site)
    return deps.bookings.readMembers(holders, { site, tallies: Boolean(lent && hasFairUse(lent)) })
  })
  const readOwnSheets = memoized((date: LocalDate) => {
    const theirs = bookings.filter((each) => each.date === date).map(({ holder }) => holder)
    return deps.bookings.readOwnSheets([...new Set<HolderId>(theirs)], date)
  })
  return {
    now,
    directory: deps.directory,
    readGround: async (site, booking) => {
      const { holder, date } = booking
      const [lent, ownSheets] = await Promise.all([readSite(site), readOwnSheets(date)])
      if (!lent) return undefined
      const { membership, tally } = (await readMembers(site)).get(holder) ?? {}
      const { freed, taken } = freedAndTaken(changes)
      const closing = booking.site === site ? closed(date) : []
      const sheetOf = (space: SpaceId) =>
        withTakings(
          without(lent.sheetAt(date, space), ofSpace(takingsAt(freed, site), date, space)),
          ofSpace([...takingsAt(taken, site), ...closing], date, space),
        )
      return {
        ...lent,
        sheetOf,
        ownSheet: withTakings(without(ownSheets.get(holder) ?? {}, timesOf(freed, booking)), timesOf(taken, booking)),
        member: { membership, tally: tally && tallyAfter(tally, changes) },
      }
    },
    endLapsedAt: async () => {},
  }
}
