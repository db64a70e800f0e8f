import type { Booking } from '../../shared/domain/booking.ts'
import { closedDayOver } from '../../shared/domain/closure.ts'
import type { SiteId, SpaceId } from '../../shared/domain/ids.ts'
import { localTimeAt } from '../../shared/domain/instant.ts'
import { addDays } from '../../shared/domain/local-date.ts'
import { closureOfOutside, type OutsideCalendar } from '../../shared/domain/outside-calendar.ts'
import { ok, type Result, refuse } from '../../shared/domain/result.ts'
import type { Site } from '../../shared/domain/site.ts'
import { ContentionError } from '../../shared/store/contention.ts'
import { retryContended } from '../../shared/store/retry.ts'
import type { Dependencies } from '../dependencies.ts'

type Deps = Pick<Dependencies, 'outsideCalendars' | 'sites' | 'bookings' | 'closedDays' | 'now'>

type Where = { readonly site: SiteId; readonly space: SpaceId }

/** `clashes` are bookings at a time that the calendar takes: they stay. */
export type FollowedOutside = {
  readonly site: Site
  readonly calendar?: OutsideCalendar | undefined
  readonly clashes: readonly Booking[]
}

type NotFound = { readonly kind: 'not-found' }

const DAYS_LOOKED_AT = 60

const clashesOf = async ({ site, space }: Where, { timeZone }: Site, deps: Deps): Promise<Booking[]> => {
  const from = localTimeAt(deps.now(), timeZone).date
  const to = addDays(from, DAYS_LOOKED_AT)
  const id = closureOfOutside(site, space)
  const days = (await deps.closedDays.listClosedDays(site, from, to)).filter(({ closure }) => closure === id)
  if (days.length === 0) return []
  const booked = await deps.bookings.listSiteBookings(site, from, to)
  return booked
    .filter((booking) => booking.space === space && closedDayOver(days, booking))
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
  { url, ...where }: Where & { readonly url: string },
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
    if (await deps.outsideCalendars.putOutside(calendar, before)) throw new ContentionError('changed')
  })
  return readOutsideCalendar(where, deps)
}

/** What it took is given back within a minute, and offered to who waits. */
export const endOutsideCalendar = (where: Where, deps: Deps): Promise<Result<undefined, NotFound>> =>
  retryContended(async () => {
    const before = await deps.outsideCalendars.findOutside(where.site, where.space)
    if (!before) return refuse({ kind: 'not-found' })
    if (before.isEnding) return ok(undefined)
    const { revision } = before
    const ending = { ...before, revision: revision + 1, dueAt: deps.now(), isEnding: true } as const
    if (await deps.outsideCalendars.putOutside(ending, before)) throw new ContentionError('changed')
    return ok(undefined)
  })
