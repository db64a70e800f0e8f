import { hasBegun, type SeatsLeft, seatsLeftIn } from '../../shared/domain/appointments.ts'
import { hasStarted } from '../../shared/domain/booking-state.ts'
import type { SiteId } from '../../shared/domain/ids.ts'
import { localTimeAt, UTC } from '../../shared/domain/instant.ts'
import { addDays, type LocalDate } from '../../shared/domain/local-date.ts'
import { MOST_TOGETHER } from '../../shared/domain/party.ts'
import { distanceKm, type Position } from '../../shared/domain/position.ts'
import type { Site } from '../../shared/domain/site.ts'
import type { Workshop } from '../../shared/domain/workshop.ts'
import type { WorkshopList } from '../../shared/store/workshop-listing.ts'
import type { SeatedWorkshop } from '../../shared/store/workshop-store.ts'
import type { Dependencies } from '../dependencies.ts'
import { mapAtOnce } from './at-once.ts'

const PAGE = 20
const DEFAULT_RADIUS_KM = 30
/** The nearest sites that are lent for workshops. */
const MOST_SITES = 25
const AT_ONCE = 8

type Deps = Pick<Dependencies, 'workshops' | 'waitlist' | 'directory' | 'now'>

export type ListWorkshops = {
  readonly site?: SiteId
  readonly departement?: string
  readonly near?: Position
  readonly radius?: number
  readonly from?: LocalDate
  /** Includes workshops that have started and not ended. */
  readonly begun?: 'true'
  readonly after?: string
}

export type ListedSeats = SeatsLeft & {
  readonly workshop: Workshop
  readonly site: Site
  readonly waiting: number
  /** From the place of the search, if it had one. */
  readonly distanceKm?: number
}

export type WorkshopPage = { readonly workshops: readonly ListedSeats[]; readonly next?: string | undefined }

const listsOf = async (
  { site, near, departement, radius = DEFAULT_RADIUS_KM }: ListWorkshops,
  deps: Deps,
): Promise<WorkshopList[]> => {
  if (site) return [{ site }]
  if (!near) return departement ? [{ departement }] : []
  const directory = await deps.directory()
  const { matches } = directory.search({
    near,
    departement,
    radiusKm: radius,
    lent: { use: 'workshop' },
    limit: MOST_SITES,
  })
  return matches.map(({ id }) => ({ site: id }))
}

const firstDate = (from: LocalDate | undefined, { now }: Deps): LocalDate => {
  const yesterday = addDays(localTimeAt(now(), UTC).date, -1)
  return from && from > yesterday ? from : yesterday
}

/** An appointment is for one. */
const mostTogether = ({ appointments }: Workshop): number => (appointments ? 1 : MOST_TOGETHER)

export const seatsIn = async (
  { workshop, site, occupancy }: SeatedWorkshop,
  { waitlist, now }: Pick<Deps, 'waitlist' | 'now'>,
): Promise<ListedSeats> => {
  const { date, id } = workshop
  const left = seatsLeftIn(workshop, occupancy, { site, now: now() })
  // Until the start, somebody waits beside two free seats only where newcomers come first.
  const isForAll = left.seatsLeft >= mostTogether(workshop) && !left.begun && !workshop.newcomersFirst
  const waiting = isForAll ? 0 : await waitlist.countWaiting({ site: site.id, date, workshop: id })
  return { workshop, site, ...left, waiting }
}

const distanceOf = ({ site }: SeatedWorkshop, { near }: ListWorkshops): { distanceKm?: number } =>
  near && site.position ? { distanceKm: Math.round(distanceKm(near, site.position) * 10) / 10 } : {}

/** Soonest first, page by page: the cost does not grow with other sites or later dates. */
export const listWorkshops = async (query: ListWorkshops, deps: Deps): Promise<WorkshopPage> => {
  const from = query.after ? { after: query.after } : firstDate(query.from, deps)
  const lists = await listsOf(query, deps)
  const found = await mapAtOnce(lists, AT_ONCE, (list) => deps.workshops.listWorkshops(list, from, PAGE + 1))
  const inOrder = found.flat().sort((one, other) => (one.at < other.at ? -1 : 1))
  const page = inOrder.slice(0, PAGE)
  const seated = await deps.workshops.readSeated(page)
  const now = deps.now()
  const hasEnded = ({ workshop, site }: SeatedWorkshop) =>
    query.begun ? hasStarted({ ...workshop, start: workshop.end }, site, now) : hasBegun(workshop, site, now)
  const toCome = seated.filter((each) => each.workshop.status === 'planned' && !hasEnded(each))
  return {
    workshops: await mapAtOnce(toCome, AT_ONCE, async (each) => ({
      ...(await seatsIn(each, deps)),
      ...distanceOf(each, query),
    })),
    next: inOrder.length > PAGE ? page.at(-1)?.at : undefined,
  }
}
