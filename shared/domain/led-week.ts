import { hasStarted } from './booking-state.ts'
import { localTimeAt } from './instant.ts'
import type { LocalDate } from './local-date.ts'
import { MINUTES_A_QUARTER, quarter } from './quarter.ts'
import type { QuarterRange } from './quarter-range.ts'
import type { Site } from './site.ts'
import { type Place, type Travel, travelBetween } from './travel.ts'
import type { Workshop } from './workshop.ts'

/** A workshop of a mediator's week. */
export type Sitting = QuarterRange & { readonly date: LocalDate; readonly site: Place }

export const inOrderOfTime = (one: Sitting, other: Sitting): number =>
  one.date < other.date ? -1 : one.date > other.date ? 1 : one.start - other.start

export const plannedMinutesOf = (sittings: readonly QuarterRange[]): number =>
  sittings.reduce((sum, { start, end }) => sum + (end - start), 0) * MINUTES_A_QUARTER

/** With the way from the one before, on the same day at another site. They are in order of time. */
export const withWays = <S extends Sitting>(
  sittings: readonly S[],
): (S & { readonly way?: Travel | undefined })[] =>
  sittings.map((sitting, at) => {
    const before = sittings[at - 1]
    const isOnTheWay = before?.date === sitting.date && before.site.id !== sitting.site.id
    return before && isOnTheWay ? { ...sitting, way: travelBetween(before.site, sitting.site) } : sitting
  })

/** Cancelled after it had begun: what was before has taken place. */
export const wasHeldInPart = (workshop: Workshop, site: Site): boolean =>
  workshop.status === 'cancelled' &&
  workshop.cancelledAt !== undefined &&
  hasStarted(workshop, site, workshop.cancelledAt)

/** When a workshop is or was held; undefined when it was cancelled before it began. */
export const heldTimeOf = (workshop: Workshop, site: Site): QuarterRange | undefined => {
  const { start, end, date, cancelledAt } = workshop
  if (workshop.status === 'planned') return { start, end }
  if (cancelledAt === undefined || !wasHeldInPart(workshop, site)) return undefined
  const then = localTimeAt(cancelledAt, site.timeZone)
  const until = then.date > date ? end : Math.ceil(then.minute / MINUTES_A_QUARTER)
  return { start, end: until < end ? quarter(until) : end }
}
