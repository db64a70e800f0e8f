import type { CycleSeats, MyPlace } from '../../../shared/contracts/seat-views.ts'
import type { EditedCycle } from '../../../shared/contracts/workshop-edit-views.ts'
import type {
  CyclePreview,
  CycleView,
  PlannedCycle,
  WorkshopList,
  WorkshopSummary,
  WorkshopView,
} from '../../../shared/contracts/workshop-views.ts'
import { seatCountOf } from '../../../shared/domain/appointments.ts'
import type { CycleId } from '../../../shared/domain/ids.ts'
import { localTextAt } from '../../../shared/domain/instant.ts'
import { openToAllFrom } from '../../../shared/domain/newcomers.ts'
import type { Party } from '../../../shared/domain/party.ts'
import { formatQuarter } from '../../../shared/domain/quarter.ts'
import type { Site } from '../../../shared/domain/site.ts'
import { accessOfSeats, type Workshop } from '../../../shared/domain/workshop.ts'
import type { BookedCycle } from '../../use-cases/book-cycle.ts'
import type { EditedSitting } from '../../use-cases/edit-cycle.ts'
import type { ListedSeats, WorkshopPage } from '../../use-cases/list-workshops.ts'
import type { Cycle, Sitting } from '../../use-cases/plan-cycle.ts'
import type { OwnParticipation, WorkshopDetails } from '../../use-cases/read-workshop.ts'
import { viewOfRefusal } from './refusal-view.ts'

const viewOfAppointments = ({ appointments }: Workshop, free: ListedSeats['free'] = []) =>
  appointments && {
    minutes: appointments.minutes,
    dropIn: appointments.dropIn === true,
    free: free.map(({ start }) => formatQuarter(start)),
  }

export const viewOfListed = ({ workshop, free, ...listed }: ListedSeats): WorkshopSummary => ({
  ...workshop,
  ...listed,
  seats: seatCountOf(workshop),
  appointments: viewOfAppointments(workshop, free),
  start: formatQuarter(workshop.start),
  end: formatQuarter(workshop.end),
})

export const viewOfWorkshops = ({ workshops, next }: WorkshopPage): WorkshopList => ({
  workshops: workshops.map(viewOfListed),
  ...(next !== undefined && { next }),
})

export const viewOfSittings = (sittings: readonly Sitting[]): PlannedCycle['dates'] =>
  sittings.map(({ date, movedFrom, workshop, refusal }) => ({
    ...(refusal && viewOfRefusal(refusal)),
    date,
    ...(movedFrom && { movedFrom }),
    ...(workshop && { workshop }),
  }))

export const viewOfEdited = ({ workshop, refusal }: EditedSitting): EditedCycle['dates'][number] => ({
  ...(refusal && viewOfRefusal(refusal)),
  workshop: workshop.id,
  date: workshop.date,
  start: formatQuarter(workshop.start),
  end: formatQuarter(workshop.end),
})

export const viewOfCyclePreview = (sittings: readonly Sitting[]): CyclePreview => ({
  dates: viewOfSittings(sittings.map(({ workshop: _, ...sitting }) => sitting)),
})

export const viewOfPlannedCycle = ({ id, title, sittings }: Cycle): PlannedCycle => ({
  id,
  title,
  dates: viewOfSittings(sittings),
})

/** Undefined without workshops. */
export const viewOfCycle = (id: CycleId, workshops: readonly ListedSeats[]): CycleView | undefined => {
  const [first] = workshops
  return first && { id, title: first.workshop.title, workshops: workshops.map(viewOfListed) }
}

export const viewOfCycleSeats = ({ id, title, seats }: BookedCycle): CycleSeats => ({
  id,
  title,
  dates: seats.map(({ workshop, party, booking, rank, refusal }) => ({
    ...(refusal && viewOfRefusal(refusal)),
    ...{ workshop: workshop.id, date: workshop.date },
    ...{ start: formatQuarter(workshop.start), end: formatQuarter(workshop.end) },
    ...viewOfParty(booking ?? party),
    ...(booking && { booking: booking.id, status: booking.status }),
    ...(rank !== undefined && { rank }),
  })),
})

const viewOfParty = ({ places, guest }: Party) => ({ places, ...(guest !== undefined && { guest }) })

const viewOfMine = (mine: OwnParticipation, site: Site): MyPlace | undefined => {
  if ('rank' in mine) {
    const { rank, wait, notBefore } = mine
    return { status: 'waiting', rank, ...viewOfParty(wait), ...(notBefore && { notBefore }) }
  }
  const { status, id, start, end, until } = mine.seat
  if (status === 'cancelled' || status === 'no-show') return undefined
  return {
    ...{ status, booking: id, ...viewOfParty(mine.seat) },
    ...{ start: formatQuarter(start), end: formatQuarter(end) },
    ...(until !== undefined && { until: localTextAt(until, site.timeZone) }),
  }
}

export const viewOfWorkshop = (details: WorkshopDetails): WorkshopView => {
  const { workshop, site, space, mine } = details
  return {
    ...viewOfListed(details),
    theme: workshop.theme,
    description: workshop.description,
    bring: workshop.bring,
    languages: workshop.languages && [...workshop.languages],
    note: workshop.note,
    mediatorName: workshop.mediatorName,
    otherMediators: workshop.coMediators?.map(({ name }) => name),
    space: {
      id: workshop.space,
      name: space?.name ?? workshop.space,
      amenities: [...(space?.amenities ?? [])],
      access: accessOfSeats(workshop),
    },
    openToAllFrom: openToAllFrom(workshop),
    mine: mine && viewOfMine(mine, site),
  }
}
