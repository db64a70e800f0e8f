import type { LocalDate } from './local-date.ts'
import type { QuarterRange } from './quarter-range.ts'
import { type Place, type Travel, travelBetween } from './travel.ts'

/** A workshop of a mediator's week. */
export type Sitting = QuarterRange & { readonly date: LocalDate; readonly site: Place }

const MINUTES_A_QUARTER = 15

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
