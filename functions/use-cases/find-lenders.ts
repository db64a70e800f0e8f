import { availabilityOn } from '../../shared/domain/availability.ts'
import type { Directory, DirectoryMatch } from '../../shared/domain/directory.ts'
import type { SiteId } from '../../shared/domain/ids.ts'
import { listedSpaceOf, RELAXABLE, suits, type Wanted } from '../../shared/domain/listed-space.ts'
import type { LocalDate } from '../../shared/domain/local-date.ts'
import type { Position } from '../../shared/domain/position.ts'
import { quarter } from '../../shared/domain/quarter.ts'
import type { Dependencies } from '../dependencies.ts'
import { mapAtOnce } from './at-once.ts'
import { readSiteDays, type SiteDays } from './read-availability.ts'

type Relaxed = (typeof RELAXABLE)[number]

/** Sites whose free times one search reads. */
const MOST_READ = 24
const AT_ONCE = 8
/** With a date, so many lenders are enough. */
const ENOUGH_ON_DATE = 8

type Deps = Pick<Dependencies, 'sites' | 'members' | 'now'>

export type FindLenders = {
  readonly directory: Directory
  readonly near?: Position | undefined
  readonly territory?: string | undefined
  readonly wanted: Wanted
  readonly limit: number
}

export type Lenders = { readonly lenders: readonly DirectoryMatch[]; readonly relaxed: readonly Relaxed[] }

const isFreeThen = ({ days, site }: SiteDays, wanted: Wanted): boolean =>
  days.some((day) => {
    const { space, date } = day
    if (!suits(listedSpaceOf(space, site, date), { ...wanted, date: undefined, after: undefined }))
      return false
    const isRoom = wanted.use === 'room' || !space.uses.includes('desk')
    const places = wanted.use === 'workshop' ? 1 : isRoom ? space.capacity : (wanted.people ?? 1)
    const { free } = availabilityOn(day)
    return free.some((range) => range.places >= places && range.end > (wanted.after ?? quarter(0)))
  })

/** Reads each site once, and `MOST_READ` of them at most. */
const daysOn = (date: LocalDate, deps: Deps) => {
  const read = new Map<SiteId, Promise<SiteDays | undefined>>()
  return async (id: SiteId): Promise<SiteDays | undefined> => {
    const known = read.get(id)
    if (known || read.size >= MOST_READ) return known
    const days = readSiteDays({ site: id, from: date, days: 1 }, deps)
    read.set(id, days)
    return days
  }
}

type ReadDays = ReturnType<typeof daysOn>

const freeAmong = async (
  nearest: readonly DirectoryMatch[],
  wanted: Wanted,
  { readDays, limit }: { readonly readDays: ReadDays; readonly limit: number },
): Promise<DirectoryMatch[]> => {
  const free: DirectoryMatch[] = []
  for (let at = 0; at < nearest.length && free.length < limit; at += AT_ONCE) {
    const some = nearest.slice(at, at + AT_ONCE)
    const days = await mapAtOnce(some, AT_ONCE, ({ id }) => readDays(id))
    for (const [index, each] of some.entries()) {
      const read = days[index]
      if (read && isFreeThen(read, wanted)) free.push(each)
    }
  }
  return free.slice(0, limit)
}

/** All wishes, then all but one, then fewer and fewer. */
const attemptsFor = (wanted: Wanted): (readonly Relaxed[])[] => {
  const asked = RELAXABLE.filter((wish) => wanted[wish] !== undefined)
  const all = [[], ...asked.map((wish) => [wish]), ...asked.map((_, at) => asked.slice(0, at + 1))]
  return all.filter((left, at) => at <= asked.length || left.length > 1)
}

const without = (wanted: Wanted, left: readonly Relaxed[]): Wanted => ({
  ...wanted,
  ...Object.fromEntries(left.map((wish) => [wish, undefined])),
})

/** The nearest that lend what is wanted, at any distance; empty only if nobody lends for that use. */
export const findLenders = async (search: FindLenders, deps: Deps): Promise<Lenders> => {
  const { directory, near, territory, wanted, limit } = search
  const readDays = wanted.date && daysOn(wanted.date, deps)
  for (const relaxed of attemptsFor(wanted)) {
    const lent = without(wanted, relaxed)
    const isDated = lent.date !== undefined && readDays
    const { matches } = directory.search({ near, territory, lent, limit: isDated ? MOST_READ : limit })
    const lenders = isDated
      ? await freeAmong(matches, lent, { readDays, limit: Math.min(limit, ENOUGH_ON_DATE) })
      : matches
    if (lenders.length > 0) return { lenders, relaxed }
  }
  return { lenders: [], relaxed: [] }
}
