import { hasStarted } from './booking-state.ts'
import type { Instant } from './instant.ts'
import type { LocalDate } from './local-date.ts'
import { type Occupancy, placesLeft } from './occupancy.ts'
import { addQuarters, MINUTES_A_QUARTER } from './quarter.ts'
import type { QuarterRange } from './quarter-range.ts'
import type { Site } from './site.ts'

export const APPOINTMENT_MINUTES = [15, 30, 45, 60] as const

/** A permanence is a workshop that is cut into these. `dropIn`: people may also come without one. */
export type Appointments = {
  readonly minutes: (typeof APPOINTMENT_MINUTES)[number]
  readonly dropIn?: true | undefined
}

type Cut = QuarterRange & { readonly appointments?: Appointments | undefined }

type Seated = Cut & { readonly seats: number }

export const quartersOfSeat = ({ start, end, appointments }: Cut): number =>
  appointments ? appointments.minutes / MINUTES_A_QUARTER : end - start

/** The times that one person takes one of: a workshop without appointments has one, its whole time. */
export const seatTimesOf = (cut: Cut): QuarterRange[] => {
  const quarters = quartersOfSeat(cut)
  return Array.from({ length: Math.floor((cut.end - cut.start) / quarters) }, (_, at) => {
    const start = addQuarters(cut.start, at * quarters)
    return { start, end: addQuarters(start, quarters) }
  })
}

/** Whether people share the time from `start` to `end` equally, with nothing left over. */
export const isCutEvenly = (cut: Cut): boolean => (cut.end - cut.start) % quartersOfSeat(cut) === 0

type Dated = Cut & { readonly date: LocalDate }

/**
 * When each seat is once its workshop is at another time. Appointments all keep their hour, on the same day, or
 * all follow the start; undefined where one of them has no place in the new time.
 */
export const seatTimesAfter = (
  from: Dated,
  to: Dated,
  seats: readonly QuarterRange[],
): ((seat: QuarterRange) => QuarterRange) | undefined => {
  if (!to.appointments) return () => ({ start: to.start, end: to.end })
  const starts = new Set<number>(seatTimesOf(to).map(({ start }) => start))
  const byStart = to.start - from.start
  const shift = (from.date === to.date ? [0, byStart] : [byStart]).find((by) =>
    seats.every(({ start }) => starts.has(start + by)),
  )
  if (shift === undefined) return undefined
  return ({ start, end }) => ({ start: addQuarters(start, shift), end: addQuarters(end, shift) })
}

/** How many people can come. */
export const seatCountOf = (cut: Seated): number => cut.seats * seatTimesOf(cut).length

export const takenTimesOf = (cut: Seated, occupancy: Occupancy): QuarterRange[] =>
  seatTimesOf(cut).filter((each) => placesLeft(cut.seats, occupancy, each) < cut.seats)

export const takenSeatsOf = (cut: Seated, occupancy: Occupancy): number =>
  seatTimesOf(cut).reduce((sum, each) => sum + cut.seats - placesLeft(cut.seats, occupancy, each), 0)

/** Whether it is too late for visitors: the last appointment has started, or the workshop. */
export const hasBegun = (cut: Dated, site: Site, now: Instant): boolean =>
  hasStarted({ ...cut, start: addQuarters(cut.end, -quartersOfSeat(cut)) }, site, now)

/** Appointments that have begun stay, when the rest of a permanence is cancelled. */
export const outlastsPermanence = (
  seat: QuarterRange & { readonly date: LocalDate },
  { appointments }: Pick<Cut, 'appointments'>,
  { site, now }: Where,
): boolean => appointments !== undefined && hasStarted(seat, site, now)

type Where = { readonly site: Site; readonly now: Instant }

const freeTimesOf = (cut: Dated & Seated, occupancy: Occupancy, { site, now }: Where): QuarterRange[] =>
  seatTimesOf(cut).filter(
    (each) => placesLeft(cut.seats, occupancy, each) > 0 && !hasStarted({ ...cut, ...each }, site, now),
  )

/** `free`: the appointments that a visitor can still take; absent where there are none at all. */
export type SeatsLeft = {
  readonly seatsLeft: number
  readonly free?: readonly QuarterRange[] | undefined
  readonly begun: boolean
}

export const seatsLeftIn = (cut: Dated & Seated, occupancy: Occupancy, where: Where): SeatsLeft => {
  const free = cut.appointments && freeTimesOf(cut, occupancy, where)
  return {
    seatsLeft: free?.length ?? seatCountOf(cut) - takenSeatsOf(cut, occupancy),
    free,
    begun: hasBegun(cut, where.site, where.now),
  }
}
