import type { HeldBooking } from '../../shared/domain/booking.ts'
import { isHeld } from '../../shared/domain/booking-state.ts'
import type { HolderId, SiteId } from '../../shared/domain/ids.ts'
import { type Instant, instantAt, localTimeAt, UTC } from '../../shared/domain/instant.ts'
import { addDays, type LocalDate } from '../../shared/domain/local-date.ts'
import { type Action, type Actor, isAllowed, type Subject } from '../../shared/domain/rights.ts'
import { staffScopesOf } from '../../shared/domain/staff-scopes.ts'
import type { DatedSiteIndexEntry } from '../../shared/store/booking-item.ts'
import type { Call } from '../../shared/store/call-item.ts'
import type { Dependencies } from '../dependencies.ts'
import { mapAtOnce } from './at-once.ts'
import { sitesOfWork } from './list-attached.ts'
import { type Details, type Planned, plannedOn } from './planned.ts'
import { readSiteDays, type SiteDays } from './read-availability.ts'
import { type Led, readLedWeek } from './read-led-week.ts'

const MOST_SITES = 40
const SITES_AT_ONCE = 8
/** Of each list of a site; its own page has the rest. */
const MOST_LISTED = 5
const DAYS_AHEAD = 7

type Deps = Pick<
  Dependencies,
  | 'sites'
  | 'members'
  | 'planning'
  | 'calls'
  | 'grants'
  | 'directory'
  | 'led'
  | 'workshops'
  | 'waitlist'
  | 'now'
>

type May = (action: Action) => boolean

/** `first` are the most urgent of `count`. */
type Listed<T> = { readonly count: number; readonly first: readonly T[] }

type RequestToAnswer = Planned & { readonly booking: HeldBooking }
type PersonToCall = { readonly call: Call; readonly holder: Planned['holder'] }

export type SiteToday = {
  readonly found: SiteDays
  readonly may: May
  /** Today's bookings that are not over. */
  readonly coming: readonly Planned[]
  /** How many bookings the next day with some has. */
  readonly next: { readonly date: LocalDate; readonly count: number } | undefined
  readonly requests: Listed<RequestToAnswer> | undefined
  readonly calls: Listed<PersonToCall> | undefined
}

export type Today = {
  readonly sites: readonly SiteToday[]
  readonly isAll: boolean
  readonly sittings: readonly Led[]
}

type Read = {
  readonly found: SiteDays
  readonly next: SiteToday['next']
  readonly dated: readonly DatedSiteIndexEntry[]
  readonly requested: readonly DatedSiteIndexEntry[]
  readonly calls: readonly Call[]
}

const soonest = (one: DatedSiteIndexEntry, other: DatedSiteIndexEntry): number =>
  Number(one.until) - Number(other.until)

/** People in a workshop count as one booking. */
const nextOf = (dated: readonly DatedSiteIndexEntry[], { dates }: SiteDays): SiteToday['next'] => {
  const later = dated.filter(({ date, isSeat }) => !isSeat && dates.every((today) => date > today))
  const [date] = later.map((each) => each.date).sort()
  return date && { date, count: later.filter((each) => each.date === date).length }
}

const readSite = async (site: SiteId, now: Instant, deps: Deps): Promise<Read[]> => {
  // The site's zone is still unknown: its today is yesterday, today or tomorrow in UTC.
  const utcToday = localTimeAt(now, UTC).date
  const [from, to] = [addDays(utcToday, -1), addDays(utcToday, DAYS_AHEAD)]
  const [found, active, calls] = await Promise.all([
    readSiteDays({ site, days: 1 }, deps),
    deps.planning.listBookings(site, { today: from, from, to, now }),
    deps.calls.listCalls(site),
  ])
  if (!found) return []
  return [
    {
      found,
      next: nextOf(active.dated, found),
      dated: active.dated.filter(({ date }) => found.dates.includes(date)),
      requested: active.held.filter(({ status }) => status === 'requested').sort(soonest),
      calls,
    },
  ]
}

/** The most urgent call to each person: one may tell them several things. */
const byPerson = (calls: readonly Call[]): Call[] => {
  const urgent = calls.toSorted((one, other) => one.date.localeCompare(other.date))
  return urgent.filter(({ holder }, at) => urgent.findIndex((each) => each.holder === holder) === at)
}

const siteToday = (
  { found, next, requested, calls }: Read,
  may: May,
  details: Details,
  now: Instant,
): SiteToday => {
  const holderOf = (id: HolderId) => details.holders.get(id) ?? { id }
  const { timeZone } = found.site
  const toAnswer = requested.slice(0, MOST_LISTED).flatMap(({ id }) => {
    const booking = details.bookings.find((each) => each.id === id)
    return booking && isHeld(booking) ? [{ booking, holder: holderOf(booking.holder) }] : []
  })
  const toCall = byPerson(calls)
  return {
    found,
    may,
    next: may('read-planning') ? next : undefined,
    coming: plannedOn(found, details, now).filter(
      ({ booking: { date, end } }) => instantAt(date, end, timeZone) > now,
    ),
    requests: may('approve') ? { count: requested.length, first: toAnswer } : undefined,
    calls: may('make-calls')
      ? {
          count: toCall.length,
          first: toCall.slice(0, MOST_LISTED).map((call) => ({ call, holder: holderOf(call.holder) })),
        }
      : undefined,
  }
}

const needOf = ({ requests, calls, coming }: SiteToday): number =>
  (requests?.count ?? 0) + (calls?.count ?? 0) > 0 ? 2 : coming.length > 0 ? 1 : 0

const byNeed = (one: SiteToday, other: SiteToday): number =>
  needOf(other) - needOf(one) || one.found.site.name.localeCompare(other.found.site.name, 'fr')

/** What somebody leads today, on the clock of each site, and that is not over. */
const readSittings = async (by: Actor, now: Instant, deps: Deps): Promise<Led[]> => {
  const from = addDays(localTimeAt(now, UTC).date, -1)
  const { workshops } = await readLedWeek({ mediator: by.id, from, days: 3 }, deps)
  return workshops.filter(
    ({ workshop: { status, date, end }, site: { timeZone } }) =>
      status === 'planned' &&
      date === localTimeAt(now, timeZone).date &&
      instantAt(date, end, timeZone) > now,
  )
}

const toRead = ({ dated, requested, calls }: Read) => [
  ...dated,
  ...requested.slice(0, MOST_LISTED),
  ...byPerson(calls)
    .slice(0, MOST_LISTED)
    .map(({ holder }) => ({ holder })),
]

/** Six queries for each of at most 40 sites, and the bookings, workshops and people of today in batch gets. */
export const readToday = async (by: Actor, deps: Deps): Promise<Today> => {
  const now = deps.now()
  const [grants, directory] = await Promise.all([deps.grants.listGrants(by.id), deps.directory()])
  const subject: Subject = { ...by, grants }
  const ids = sitesOfWork(subject, directory)
  const leads = staffScopesOf(subject, 'plan-workshops').length > 0
  const [read, sittings] = await Promise.all([
    mapAtOnce(ids.slice(0, MOST_SITES), SITES_AT_ONCE, (id) => readSite(id, now, deps)),
    leads ? readSittings(by, now, deps) : [],
  ])
  const here = read.flat().map((each) => {
    const may: May = (action) => isAllowed(subject, action, { site: each.found.site })
    return { ...each, may }
  })
  const details = await deps.planning.readDetails(here.flatMap(toRead))
  const sites = here.map(({ may, ...each }) => siteToday(each, may, details, now))
  return { sites: sites.sort(byNeed), isAll: ids.length <= MOST_SITES, sittings }
}
