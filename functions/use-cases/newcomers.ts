import type { HolderId } from '../../shared/domain/ids.ts'
import { type Instant, localTimeAt, type TimeZone } from '../../shared/domain/instant.ts'
import type { LocalDate } from '../../shared/domain/local-date.ts'
import { datesThatCount, opensToAllAt, openToAllFrom, wasUsed } from '../../shared/domain/newcomers.ts'
import type { Workshop } from '../../shared/domain/workshop.ts'
import type { Dependencies } from '../dependencies.ts'

type Deps = Pick<Dependencies, 'seats' | 'workshops' | 'sites' | 'now'>

export type NewcomersFirst = { readonly kind: 'newcomers-first'; readonly openToAllFrom: LocalDate }

type Priority = { readonly from: LocalDate; readonly notBefore: Instant; readonly timeZone: TimeZone }

/** Undefined once the workshop is open to all. */
const priorityOf = async (workshop: Workshop, { sites, now }: Deps): Promise<Priority | undefined> => {
  const from = openToAllFrom(workshop)
  const lent = from && (await sites.findSite(workshop.site))
  const notBefore = lent && opensToAllAt(workshop, lent.site)
  return notBefore && notBefore > now() ? { from, notBefore, timeZone: lent.site.timeZone } : undefined
}

const hasCome = async (
  holder: HolderId,
  { site, title }: Workshop,
  { timeZone }: Priority,
  { seats, workshops, now }: Deps,
): Promise<boolean> => {
  const dates = datesThatCount(localTimeAt(now(), timeZone).date)
  const used = (await seats.listSeats(holder, dates)).filter((each) => each.site === site && wasUsed(each))
  const led = await workshops.findWorkshops(used.flatMap(({ workshop }) => workshop ?? []))
  return led.some((each) => each.title === title && each.status === 'planned')
}

/**
 * From when on somebody may have a seat who came to such a workshop here in the last twelve months; undefined
 * for newcomers, who may have one at once.
 */
export const waitsForNewcomers = async (
  holder: HolderId | undefined,
  workshop: Workshop,
  deps: Deps,
): Promise<Pick<Priority, 'from' | 'notBefore'> | undefined> => {
  const priority = await priorityOf(workshop, deps)
  return priority && holder && (await hasCome(holder, workshop, priority, deps)) ? priority : undefined
}
