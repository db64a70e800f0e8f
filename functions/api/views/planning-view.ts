import type { CopyList, CopyView } from '../../../shared/contracts/copy-views.ts'
import type { PersonView, PlannedView, PlanningView } from '../../../shared/contracts/planning-views.ts'
import { referenceOf } from '../../../shared/domain/booking.ts'
import { hasStarted } from '../../../shared/domain/booking-state.ts'
import { isWritten } from '../../../shared/domain/holder.ts'
import { type Instant, localTextAt, localTimeAt } from '../../../shared/domain/instant.ts'
import { loadOn } from '../../../shared/domain/load.ts'
import { namesOfMediators } from '../../../shared/domain/mediators.ts'
import { wordsOfParty } from '../../../shared/domain/party.ts'
import { formatQuarter } from '../../../shared/domain/quarter.ts'
import type { QuarterRange } from '../../../shared/domain/quarter-range.ts'
import type { Site } from '../../../shared/domain/site.ts'
import type { Copy } from '../../use-cases/copy-bookings.ts'
import { heldIn, type Planned } from '../../use-cases/planned.ts'
import type { SiteDays } from '../../use-cases/read-availability.ts'
import type { Planning } from '../../use-cases/read-planning.ts'
import { viewOfClosure } from './closure-view.ts'
import { viewOfRefusal } from './refusal-view.ts'
import { viewOfAvailability } from './site-view.ts'
import { planningWithoutPeople } from './without-people.ts'

const viewOfRange = ({ start, end }: QuarterRange) => ({
  start: formatQuarter(start),
  end: formatQuarter(end),
})

const viewOfPerson = ({ booking, holder }: Planned, site: Site): PersonView => ({
  id: booking.id,
  reference: referenceOf(booking.id),
  status: booking.status,
  ...(booking.until !== undefined && { until: localTextAt(booking.until, site.timeZone) }),
  ...viewOfRange(booking),
  holderName: holder.name ?? '',
  hasEmail: isWritten(holder),
  ...(holder.phone && { phone: holder.phone }),
  places: booking.places,
  ...wordsOfParty(booking),
})

export const viewOfPlanned = (planned: Planned, site: Site, now: Instant): PlannedView => {
  const { booking, workshop } = planned
  return {
    ...viewOfPerson(planned, site),
    space: booking.space,
    date: booking.date,
    use: booking.use,
    places: booking.places,
    channel: booking.channel,
    begun: hasStarted(booking, site, now),
    ...(workshop && {
      workshop: {
        ...workshop,
        isPermanence: workshop.appointments !== undefined,
        mediatorName: namesOfMediators(workshop),
        people: workshop.people.map((each) => viewOfPerson(each, site)),
      },
    }),
  }
}

/** What is open and free on each date, and how full it is. */
export const viewOfFullness = (found: SiteDays, planned: readonly Planned[]): PlanningView['days'] => {
  const held = heldIn(planned).flatMap(({ allocations }) => allocations)
  const loadOf = (date: string, id: string) => {
    const day = found.days.find((each) => each.date === date && each.space.id === id)
    return day ? loadOn(day, held).map((load) => ({ ...load, ...viewOfRange(load) })) : []
  }
  return viewOfAvailability(found).days.map((day) => ({
    ...day,
    spaces: day.spaces.map((each) => ({ ...each, load: loadOf(day.date, each.space) })),
  }))
}

export const viewOfPlanning = (planning: Planning, now: Instant): PlanningView => {
  const { site, spaces, closures, planned, requests, calls, isNamed } = planning
  const view: PlanningView = {
    site: site.id,
    days: viewOfFullness(planning, planned),
    today: localTimeAt(now, site.timeZone).date,
    spaces: spaces.map(({ id, name, capacity }) => ({ id, name, capacity })),
    closures: closures.map(viewOfClosure),
    bookings: planned.map((each) => viewOfPlanned(each, site, now)),
    requests,
    calls,
  }
  return isNamed ? view : planningWithoutPeople(view)
}

const viewOfCopy = ({ of, source, holder, date, booked, refusal }: Copy): CopyView => ({
  ...(refusal && viewOfRefusal(refusal)),
  of,
  ...(source && {
    date,
    start: formatQuarter(source.start),
    end: formatQuarter(source.end),
    space: source.space,
    holderName: holder?.name ?? '',
  }),
  ...(booked && {
    id: booked.booking.id,
    reference: referenceOf(booked.booking.id),
    status: booked.booking.status,
  }),
})

export const viewOfCopies = (copies: readonly Copy[]): CopyList => ({ copies: copies.map(viewOfCopy) })
