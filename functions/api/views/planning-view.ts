import type { CopyList, CopyView } from '../../../shared/contracts/copy-views.ts'
import type { PersonView, PlannedView, PlanningView } from '../../../shared/contracts/planning-views.ts'
import { referenceOf } from '../../../shared/domain/booking.ts'
import { hasStarted } from '../../../shared/domain/booking-state.ts'
import { isWritten } from '../../../shared/domain/holder.ts'
import { type Instant, localTextAt, localTimeAt } from '../../../shared/domain/instant.ts'
import { wordsOfParty } from '../../../shared/domain/party.ts'
import { formatQuarter } from '../../../shared/domain/quarter.ts'
import type { Site } from '../../../shared/domain/site.ts'
import type { Copy } from '../../use-cases/copy-bookings.ts'
import type { Planned, Planning } from '../../use-cases/read-planning.ts'
import { viewOfClosure } from './closure-view.ts'
import { viewOfRefusal } from './refusal-view.ts'
import { viewOfAvailability } from './site-view.ts'
import { planningWithoutPeople } from './without-people.ts'

const viewOfPerson = ({ booking, holder }: Planned, site: Site): PersonView => ({
  id: booking.id,
  reference: referenceOf(booking.id),
  status: booking.status,
  ...(booking.until !== undefined && { until: localTextAt(booking.until, site.timeZone) }),
  holderName: holder.name ?? '',
  hasEmail: isWritten(holder),
  ...(holder.phone && { phone: holder.phone }),
  places: booking.places,
  ...wordsOfParty(booking),
})

const viewOfPlanned = (planned: Planned, site: Site, now: Instant): PlannedView => {
  const { booking, workshop } = planned
  return {
    ...viewOfPerson(planned, site),
    space: booking.space,
    date: booking.date,
    start: formatQuarter(booking.start),
    end: formatQuarter(booking.end),
    use: booking.use,
    places: booking.places,
    channel: booking.channel,
    begun: hasStarted(booking, site, now),
    ...(workshop && {
      workshop: { ...workshop, people: workshop.people.map((each) => viewOfPerson(each, site)) },
    }),
  }
}

export const viewOfPlanning = (planning: Planning, now: Instant): PlanningView => {
  const { site, spaces, closures, planned, requests, calls, isNamed } = planning
  const view: PlanningView = {
    ...viewOfAvailability(planning),
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
