import type {
  MyPlace,
  WorkshopList,
  WorkshopSummary,
  WorkshopView,
} from '../../../shared/contracts/workshop-views.ts'
import { localTextAt } from '../../../shared/domain/instant.ts'
import { formatQuarter } from '../../../shared/domain/quarter.ts'
import type { Site } from '../../../shared/domain/site.ts'
import { accessOfSeats } from '../../../shared/domain/workshop.ts'
import type { ListedSeats, WorkshopPage } from '../../use-cases/list-workshops.ts'
import type { OwnParticipation, WorkshopDetails } from '../../use-cases/read-workshop.ts'

const viewOfListed = ({ workshop, ...listed }: ListedSeats): WorkshopSummary => ({
  ...workshop,
  ...listed,
  start: formatQuarter(workshop.start),
  end: formatQuarter(workshop.end),
})

export const viewOfWorkshops = ({ workshops, next }: WorkshopPage): WorkshopList => ({
  workshops: workshops.map(viewOfListed),
  ...(next !== undefined && { next }),
})

const viewOfMine = (mine: OwnParticipation, site: Site): MyPlace | undefined => {
  if ('rank' in mine) return { status: 'waiting', rank: mine.rank }
  const { status, id, until } = mine.seat
  if (status === 'cancelled' || status === 'no-show') return undefined
  return { status, booking: id, ...(until !== undefined && { until: localTextAt(until, site.timeZone) }) }
}

export const viewOfWorkshop = (details: WorkshopDetails): WorkshopView => {
  const { workshop, site, space, mine } = details
  return {
    ...viewOfListed(details),
    description: workshop.description,
    note: workshop.note,
    mediatorName: workshop.mediatorName,
    space: {
      id: workshop.space,
      name: space?.name ?? workshop.space,
      amenities: [...(space?.amenities ?? [])],
      access: accessOfSeats(workshop),
    },
    mine: mine && viewOfMine(mine, site),
  }
}
