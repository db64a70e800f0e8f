import type { PlannedView } from '../../../shared/contracts/planning-views.ts'
import type { ComingView, SiteToday, SpaceToday, TodayView } from '../../../shared/contracts/today-views.ts'
import { decideCheckIn } from '../../../shared/domain/attendance.ts'
import { hasStarted } from '../../../shared/domain/booking-state.ts'
import { type Instant, localTextAt } from '../../../shared/domain/instant.ts'
import { freeAt } from '../../../shared/domain/load.ts'
import { formatQuarter } from '../../../shared/domain/quarter.ts'
import type { Planned } from '../../use-cases/planned.ts'
import { closuresOn } from '../../use-cases/read-planning.ts'
import type { Today, SiteToday as TodayThere } from '../../use-cases/read-today.ts'
import { viewOfRequest } from './booking-view.ts'
import { viewOfClosure } from './closure-view.ts'
import { viewOfLed } from './led-view.ts'
import { viewOfFullness, viewOfPlanned } from './planning-view.ts'
import { viewOfCounterOn } from './site-view.ts'
import { plannedWithoutPeople } from './without-people.ts'

const arrivalOf = (
  { booking, workshop }: Planned,
  { found: { site, spaces }, may }: TodayThere,
  now: Instant,
): ComingView['arrival'] => {
  if (booking.status !== 'confirmed' || workshop) return undefined
  const space = spaces.find(({ id }) => id === booking.space)
  if (may('check-in') && decideCheckIn({ booking, site, space }, now).ok) return 'check-in'
  return may('mark-attendance') && hasStarted(booking, site, now) ? 'attendance' : undefined
}

const viewOfComing = (there: TodayThere, now: Instant): ComingView[] => {
  const { found, coming, may } = there
  if (!may('read-planning'))
    return plannedWithoutPeople(coming.map((each): PlannedView => viewOfPlanned(each, found.site, now)))
  return coming.map((each) => ({
    ...viewOfPlanned(each, found.site, now),
    arrival: arrivalOf(each, there, now),
  }))
}

const viewOfSpaces = ({ found, coming, may }: TodayThere, now: Instant): SpaceToday[] => {
  const isNamed = may('read-planning')
  return found.days.map((day, at) => {
    const { open = [], free = [], load } = viewOfFullness(found, coming)[0]?.spaces[at] ?? {}
    const { id, name, capacity } = day.space
    const empty = freeAt(day, now)
    return {
      ...{ space: id, name, capacity, open, free },
      ...(isNamed && { load }),
      ...(empty && { now: { end: formatQuarter(empty.end), ...(isNamed && { places: empty.places }) } }),
    }
  })
}

const viewOfLists = ({ found, requests, calls }: TodayThere) => {
  const { site, spaces } = found
  return {
    ...(requests && {
      requests: {
        count: requests.count,
        first: requests.first.map(({ booking, holder }) =>
          viewOfRequest({ booking, holder, site, space: spaces.find(({ id }) => id === booking.space) }),
        ),
      },
    }),
    ...(calls && {
      calls: {
        count: calls.count,
        first: calls.first.map(({ call: { news }, holder: { id, name, phone } }) => ({
          ...{ news, holder: id, holderName: name ?? '', phone },
        })),
      },
    }),
  }
}

const viewOfSite = (there: TodayThere, now: Instant): SiteToday => {
  const { found } = there
  const { id, name, departement, parent, timeZone } = found.site
  const [today = '', time = ''] = localTextAt(now, timeZone).split('T')
  return {
    ...{ id, name, departement, parent, today, time },
    counter: found.dates[0] && viewOfCounterOn(found.site, found.dates[0]),
    closures: closuresOn(found).map(viewOfClosure),
    spaces: viewOfSpaces(there, now),
    coming: viewOfComing(there, now),
    next: there.next,
    ...viewOfLists(there),
  }
}

export const viewOfToday = ({ sites, isAll, sittings }: Today, now: Instant): TodayView => ({
  sites: sites.map((each) => viewOfSite(each, now)),
  isAll,
  sittings: sittings.map(viewOfLed),
})
