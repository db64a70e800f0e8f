import type { AuditEntry, Effect } from '../../shared/domain/audit-entry.ts'
import type { Authorship } from '../../shared/domain/authorship.ts'
import type { Booking } from '../../shared/domain/booking.ts'
import { type ClosedDay, closedDayOver } from '../../shared/domain/closure.ts'
import type { SiteId, SpaceId } from '../../shared/domain/ids.ts'
import { localTimeAt } from '../../shared/domain/instant.ts'
import { addDays } from '../../shared/domain/local-date.ts'
import {
  closureOfOutside,
  LONGEST_AHEAD_DAYS,
  type OutsideCalendar,
} from '../../shared/domain/outside-calendar.ts'
import { ok, type Result, refuse } from '../../shared/domain/result.ts'
import { atSite } from '../../shared/domain/rights.ts'
import type { Site } from '../../shared/domain/site.ts'
import { ContentionError } from '../../shared/store/contention.ts'
import { retryContended } from '../../shared/store/retry.ts'
import type { Dependencies } from '../dependencies.ts'

type Deps = Pick<Dependencies, 'outsideCalendars' | 'sites' | 'bookings' | 'closedDays' | 'now'>

type Where = { readonly site: SiteId; readonly space: SpaceId }

type By = { readonly authorship: Authorship }

/** The address is told to nobody. */
const entryOn = (
  { site, space: about }: Where,
  { authorship }: By,
  effect: Effect,
  deps: Deps,
): AuditEntry => ({
  ...authorship,
  scope: atSite(site),
  at: deps.now(),
  effect,
  about,
})

/** `clashes` are bookings at a time that the calendar takes: they stay. */
export type FollowedOutside = {
  readonly site: Site
  readonly calendar?: OutsideCalendar | undefined
  readonly clashes: readonly Booking[]
}

type NotFound = { readonly kind: 'not-found' }

/** Of the space itself, or of one that shares it. Buffers may overlap. */
const isInTheWay = ({ allocations, start, end }: Booking, days: readonly ClosedDay[]): boolean =>
  allocations.some(({ space, date }) => closedDayOver(days, { space, date, start, end }))

const clashesOf = async ({ site, space }: Where, { timeZone }: Site, deps: Deps): Promise<Booking[]> => {
  const from = localTimeAt(deps.now(), timeZone).date
  const id = closureOfOutside(site, space)
  const listed = await deps.closedDays.listClosedDays(site, from, addDays(from, LONGEST_AHEAD_DAYS))
  const days = listed.filter(({ closure, allocations }) => closure === id && allocations.length > 0)
  const [first, last] = [days.at(0), days.at(-1)]
  if (!first || !last) return []
  return (await deps.bookings.listSiteBookings(site, first.date, last.date))
    .filter((booking) => isInTheWay(booking, days))
    .sort((one, other) =>
      one.date === other.date ? one.start - other.start : one.date < other.date ? -1 : 1,
    )
}

/** One that is ending is told no more. */
export const readOutsideCalendar = async (
  where: Where,
  deps: Deps,
): Promise<Result<FollowedOutside, NotFound>> => {
  const [lent, found] = await Promise.all([
    deps.sites.findSite(where.site),
    deps.outsideCalendars.findOutside(where.site, where.space),
  ])
  if (!lent?.spaces.some(({ id }) => id === where.space)) return refuse({ kind: 'not-found' })
  const calendar = found?.isEnding ? undefined : found
  const clashes = calendar ? await clashesOf(where, lent.site, deps) : []
  return ok({ site: lent.site, calendar, clashes })
}

/** It is read within a minute; the same address again changes nothing. */
export const setOutsideCalendar = async (
  { url, authorship, ...where }: Where & By & { readonly url: string },
  deps: Deps,
): Promise<Result<FollowedOutside, NotFound>> => {
  const read = await readOutsideCalendar(where, deps)
  if (!read.ok) return read
  await retryContended(async () => {
    const before = await deps.outsideCalendars.findOutside(where.site, where.space)
    if (before?.url === url && !before.isEnding) return
    const calendar: OutsideCalendar = {
      ...{ ...where, url, failures: 0 },
      revision: (before?.revision ?? 0) + 1,
      dueAt: deps.now(),
    }
    const entry = entryOn(where, { authorship }, 'calendar-followed', deps)
    if (await deps.outsideCalendars.putOutside(calendar, before, entry)) throw new ContentionError('changed')
  })
  return readOutsideCalendar(where, deps)
}

/** What it took is given back within a minute, and offered to who waits. */
export const endOutsideCalendar = (
  { authorship, ...where }: Where & By,
  deps: Deps,
): Promise<Result<undefined, NotFound>> =>
  retryContended(async () => {
    const before = await deps.outsideCalendars.findOutside(where.site, where.space)
    if (!before) return refuse({ kind: 'not-found' })
    if (before.isEnding) return ok(undefined)
    const { revision } = before
    const ending = { ...before, revision: revision + 1, dueAt: deps.now(), isEnding: true } as const
    const entry = entryOn(where, { authorship }, 'calendar-ended', deps)
    if (await deps.outsideCalendars.putOutside(ending, before, entry)) throw new ContentionError('changed')
    return ok(undefined)
  })
