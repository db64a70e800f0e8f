import type { Booking, BookingId } from '../../shared/domain/booking.ts'
import { hasLapsed, isStanding } from '../../shared/domain/booking-change.ts'
import { type Closure, closedTakings, isInForce } from '../../shared/domain/closure.ts'
import { directoryEntryOf, lentUsesOf } from '../../shared/domain/directory.ts'
import type { Taking } from '../../shared/domain/footprint.ts'
import { localTimeAt, type TimeZone } from '../../shared/domain/instant.ts'
import { isBeforeKeypad } from '../../shared/domain/keypad.ts'
import {
  grownTakings,
  isSameTakings,
  type LendingChange,
  type TouchedBooking,
  takingsNow,
  touchedByLending,
} from '../../shared/domain/lending.ts'
import { addDays, type LocalDate } from '../../shared/domain/local-date.ts'
import { isLentFrom } from '../../shared/domain/opening.ts'
import type { Site, SiteId } from '../../shared/domain/site.ts'
import type { Space } from '../../shared/domain/space.ts'
import { seatIn } from '../../shared/domain/workshop.ts'
import { ContentionError } from '../../shared/store/contention.ts'
import { retryContended } from '../../shared/store/retry.ts'
import type { LentSite } from '../../shared/store/site-store.ts'
import type { Dependencies } from '../dependencies.ts'
import { endBooking } from './end-booking.ts'
import { type ClosureDeps, closedDaysToCome, finishClosure, type IsOver, isToBeginAgain } from './finish-closure.ts'
import { offerWhatIsFree } from './settle.ts'
import { withDirectoryAnew } from './surroundings.ts'

export type LendingDeps = ClosureDeps & Pick<Dependencies, 'lending'>

const LAST_DATE = '9999-12-31' as LocalDate

/** By UTC: nobody's calendar shows an earlier date. */
const yesterdayOf = ({ now }: Pick<LendingDeps, 'now'>): LocalDate =>
  addDays(localTimeAt(now(), 'UTC' as TimeZone).date, -1)

/** What stands at a site from yesterday on. */
export const standingAt = async (site: SiteId, { bookings, now }: LendingDeps): Promise<Booking[]> => {
  const standing = await bookings.listSiteBookings(site, yesterdayOf({ now }), LAST_DATE)
  return standing.filter((booking) => !hasLapsed(booking, now()))
}

const isWhereItWas = (one: Booking, other: Booking): boolean =>
  (['space', 'date', 'start', 'end'] as const).every((part) => one[part] === other[part])

const keep = ({ id }: Booking, deps: LendingDeps): Promise<void> =>
  retryContended(async () => {
    const from = await deps.bookings.findBooking(id)
    if (!from || !isStanding(from) || from.kept) return
    const to = { ...from, kept: true, revision: from.revision + 1 } as const
    if (await deps.bookings.change([{ from, to }], deps.now())) throw new ContentionError('changed')
  })

/** Where its new takings do not fit, they stay as they were. */
const retake = (
  id: BookingId,
  { space, takings }: { readonly space: Space; readonly takings: (booking: Booking) => readonly Taking[] },
  deps: LendingDeps,
): Promise<void> => {
  let refused: number | undefined
  return retryContended(async () => {
    const from = await deps.bookings.findBooking(id)
    // The booking is as it was: it is the space that has changed, and whoever changed it settles it.
    if (!from || !isStanding(from) || from.space !== space.id || from.revision === refused) return
    const to = { ...from, takings: takings(from), lentAs: space.revision, revision: from.revision + 1 }
    if ((await deps.bookings.change([{ from, to }], deps.now())) !== 'changed') return
    refused = from.revision
    throw new ContentionError('changed')
  })
}

/** Its locks are told of it as of any change: its code ends at the keypads that are left, and begins at the new one. */
const rekey = (
  { id }: Booking,
  { site, space }: { readonly site: Site; readonly space: Space },
  deps: LendingDeps,
): Promise<void> =>
  retryContended(async () => {
    const from = await deps.bookings.findBooking(id)
    const isBehind = from?.space === space.id && isBeforeKeypad(from, { space, site, now: deps.now() })
    if (!from || !isBehind) return
    const to = { ...from, lentAs: space.revision, revision: from.revision + 1 }
    if (await deps.bookings.change([{ from, to }], deps.now())) throw new ContentionError('changed')
  })

type Growing = { readonly before: LentSite; readonly after: readonly Space[]; readonly standing: readonly Booking[] }

/** Before a space grows: what is taken whole takes all of it, so that nobody comes between. */
export const growTakings = async ({ before, after, standing }: Growing, deps: LendingDeps): Promise<void> => {
  for (const booking of standing) {
    const [old, next] = [before.spaces, after].map((all) => all.find(({ id }) => id === booking.space))
    if (!old || !next || seatIn(booking)) continue
    const grown = (each: Booking) => grownTakings(each.takings, takingsNow(each, next))
    if (!isSameTakings(booking.takings, grown(booking))) await retake(booking.id, { space: old, takings: grown }, deps)
  }
  await growClosedDays({ ...before, spaces: after }, deps)
}

/** From yesterday on. */
const closuresInForce = ({ closures }: LentSite, deps: LendingDeps): Closure[] =>
  closures.filter((closure) => isInForce(closure) && closure.to >= yesterdayOf(deps))

const growClosedDays = async (lent: LentSite, deps: LendingDeps): Promise<void> => {
  for (const closure of closuresInForce(lent, deps)) {
    for (const day of await closedDaysToCome(closure, lent.site, deps)) {
      const takings = grownTakings(day.takings, closedTakings(closure, lent.spaces, day.date))
      if (!isSameTakings(day.takings, takings))
        await retryContended(() => deps.closures.retakeDay(lent.site.id, day, takings))
    }
  }
}

/**
 * What was closed takes what its spaces have become. A day that was closed while they grew left their new places free
 * until now: whoever has taken one is touched as well, and so is who finds no room any more beside what has grown. False
 * when no time was left for all of it.
 */
const closeAgain = async (lent: LentSite, isOver: IsOver, deps: LendingDeps): Promise<boolean> => {
  for (const closure of closuresInForce(lent, deps)) {
    if (!(await isToBeginAgain(closure, lent, deps))) continue
    const again = await deps.closures.beginAgain(closure)
    if (again && (await finishClosure(again, isOver, deps)).state === 'closing') return false
  }
  return true
}

const deal = async (
  { booking }: TouchedBooking,
  { answer, by, as, reason, site }: LendingChange & Pick<LentSite, 'site'>,
  deps: LendingDeps,
): Promise<void> => {
  if (answer === 'keep') return keep(booking, deps)
  const isInTheWay = (each: Booking) => !each.kept && isWhereItWas(each, booking)
  await endBooking(
    booking.id,
    {
      ...{ site, cause: 'lending-changed', note: reason, isInTheWay, elsewhere: answer === 'elsewhere' },
      doing: { by, action: 'lend-spaces', ...(as && { as }) },
    },
    deps,
  )
}

/** Search finds a site by what it lends from today on. */
const followInDirectory = async ({ site, spaces }: LentSite, deps: LendingDeps): Promise<void> => {
  const { date: today } = localTimeAt(deps.now(), site.timeZone)
  const entry = directoryEntryOf(site, lentUsesOf(spaces.filter((space) => isLentFrom(space, today))))
  await deps.listing.changeShard(site.departement, (entries) =>
    entries.some(({ id }) => id === site.id)
      ? entries.map((each) => (each.id === site.id ? entry : each))
      : [...entries, entry],
  )
}

/**
 * Does all that changes of how a site is lent bring about: what they touch is kept, proposed elsewhere or cancelled, as
 * who made them said; what stays takes what its space has become; what is free now is offered to those who wait; search
 * follows. False when no time was left for all of it: repeating finishes it. Again changes nothing.
 */
export const settleLending = async (id: SiteId, isOver: IsOver, deps: LendingDeps): Promise<boolean> => {
  const lending = await deps.lending.readLending(id)
  const pending = [...(lending?.changes ?? [])].filter(([, { done }]) => !done)
  if (!lending || pending.length === 0) return true
  const { site, spaces, changes } = lending
  const anew = withDirectoryAnew(deps)
  let standing: readonly Booking[] = []
  for (const [of, change] of pending) {
    // What an earlier change has ended leaves its places to what the next one would touch.
    standing = await standingAt(id, deps)
    const space = spaces.find((each) => each.id === of)
    if (!space) continue
    const ground = { site, spaces, now: deps.now() }
    for (const touched of touchedByLending(standing, space, ground)) {
      if (isOver()) return false
      await deal(touched, { ...change, site }, anew)
    }
  }
  for (const booking of standing) {
    const space = spaces.find((each) => each.id === booking.space)
    if (isOver()) return false
    if (!space || seatIn(booking)) continue
    const takings = (each: Booking) => takingsNow(each, space)
    if (!isSameTakings(booking.takings, takings(booking))) await retake(booking.id, { space, takings }, deps)
    if (isBeforeKeypad(booking, { space, site, now: deps.now() })) await rekey(booking, { site, space }, deps)
  }
  if (!(await closeAgain(lending, isOver, deps))) return false
  for (const date of await deps.waits.listDates(id, localTimeAt(deps.now(), site.timeZone).date)) {
    if (isOver()) return false
    await offerWhatIsFree({ site: id, date }, deps)
  }
  await followInDirectory(lending, deps)
  for (const [of] of pending) {
    const change = changes.get(of)
    if (change) await deps.lending.noteDone(id, of, change)
  }
  return true
}
