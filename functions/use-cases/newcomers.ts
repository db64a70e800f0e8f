import type { HolderId, SiteId } from '../../shared/domain/ids.ts'
import { type Instant, localTimeAt, type TimeZone } from '../../shared/domain/instant.ts'
import type { LocalDate } from '../../shared/domain/local-date.ts'
import { datesThatCount, opensToAllAt, openToAllFrom, wasUsed } from '../../shared/domain/newcomers.ts'
import { WORKSHOP_LEVELS, type Workshop, type WorkshopLevel } from '../../shared/domain/workshop.ts'
import type { Dependencies } from '../dependencies.ts'

type Deps = Pick<Dependencies, 'seats' | 'workshops' | 'sites' | 'now'>

export type NewcomersFirst = { readonly kind: 'newcomers-first'; readonly openToAllFrom: LocalDate }

type Priority = { readonly from: LocalDate; readonly notBefore: Instant; readonly timeZone: TimeZone }

const priorityOf = async (workshop: Workshop, { sites }: Deps): Promise<Priority | undefined> => {
  const from = openToAllFrom(workshop)
  const lent = from && (await sites.findSite(workshop.site))
  const notBefore = lent && opensToAllAt(workshop, lent.site)
  return notBefore && { from, notBefore, timeZone: lent.site.timeZone }
}

/** The workshops here that somebody had a seat in within a year, as far as anybody knows. */
const attendedHere = async (
  holder: HolderId,
  { site, timeZone }: { readonly site: SiteId; readonly timeZone: TimeZone },
  { seats, workshops, now }: Pick<Deps, 'seats' | 'workshops' | 'now'>,
): Promise<Workshop[]> => {
  const dates = datesThatCount(localTimeAt(now(), timeZone).date)
  const used = (await seats.listSeats(holder, dates)).filter((each) => each.site === site && wasUsed(each))
  const led = await workshops.findWorkshops(used.flatMap(({ workshop }) => workshop ?? []))
  return led.filter(({ status }) => status === 'planned')
}

/** The levels that somebody has been to here, in their order. */
export const levelsDone = async (
  holder: HolderId,
  here: { readonly site: SiteId; readonly timeZone: TimeZone },
  deps: Pick<Deps, 'seats' | 'workshops' | 'now'>,
): Promise<WorkshopLevel[]> => {
  const attended = await attendedHere(holder, here, deps)
  return WORKSHOP_LEVELS.filter((level) => attended.some((each) => each.level === level))
}

const unlessNew = async (
  holder: HolderId | undefined,
  workshop: Workshop,
  priority: Priority | undefined,
  deps: Deps,
): Promise<Priority | undefined> => {
  if (!priority || !holder) return undefined
  const { site, title } = workshop
  const attended = await attendedHere(holder, { site, timeZone: priority.timeZone }, deps)
  return attended.some((each) => each.title === title) ? priority : undefined
}

/**
 * From when on somebody may have a seat who came to such a workshop here in the last twelve months; undefined
 * for newcomers, who may have one at once, and when it is open to all.
 */
export const waitsForNewcomers = async (
  holder: HolderId | undefined,
  workshop: Workshop,
  deps: Deps,
): Promise<Pick<Priority, 'from'> | undefined> => {
  const priority = await priorityOf(workshop, deps)
  const isOpen = priority && priority.notBefore <= deps.now()
  return isOpen ? undefined : unlessNew(holder, workshop, priority, deps)
}

/** The same while it is open to all already: the workshop may move, and newcomers come first again. */
export const opensFor = async (
  holder: HolderId | undefined,
  workshop: Workshop,
  deps: Deps,
): Promise<Instant | undefined> =>
  (await unlessNew(holder, workshop, await priorityOf(workshop, deps), deps))?.notBefore
