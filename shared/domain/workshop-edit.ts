import { isCutEvenly } from './appointments.ts'
import { hasStarted } from './booking-state.ts'
import type { SpaceId } from './ids.ts'
import type { Instant } from './instant.ts'
import type { LocalDate } from './local-date.ts'
import { type CoMediator, mediatorsAfter, mediatorsOf } from './mediators.ts'
import type { Quarter } from './quarter.ts'
import { ok, type Result, refuse } from './result.ts'
import type { Site } from './site.ts'
import type { Workshop, WorkshopLevel } from './workshop.ts'

/** What a mediator changes of a planned workshop; null takes a text away, and when and where move it. */
export type WorkshopEdit = {
  readonly title?: string | undefined
  readonly level?: WorkshopLevel | null | undefined
  readonly description?: string | null | undefined
  readonly seats?: number | undefined
  /** All who lead it from now on; who has not led it before gets `presence`. */
  readonly mediators?: readonly CoMediator[] | undefined
  readonly date?: LocalDate | undefined
  readonly start?: Quarter | undefined
  readonly end?: Quarter | undefined
  readonly space?: SpaceId | undefined
}

export type WorkshopEditRefusal =
  | { readonly kind: 'already-started' | 'workshop-cancelled' | 'ends-too-soon' }
  | { readonly kind: 'uneven-appointments'; readonly minutes: number }
  | { readonly kind: 'seats-taken'; readonly taken: number }
  | { readonly kind: 'too-many-places'; readonly capacity: number }

/** `taken`: seats that people hold; `places`: what the room has for them. */
export type WorkshopEditContext = {
  readonly site: Site
  readonly taken: number
  readonly places: number
  readonly now: Instant
}

/** Answers the workshop itself when nothing changes. */
export const decideWorkshopEdit = (
  workshop: Workshop,
  { title, level, description, seats = workshop.seats, mediators, ...place }: WorkshopEdit,
  { site, taken, places, now }: WorkshopEditContext,
): Result<Workshop, WorkshopEditRefusal> => {
  if (workshop.status === 'cancelled') return refuse({ kind: 'workshop-cancelled' })
  if (hasStarted(workshop, site, now)) return refuse({ kind: 'already-started' })
  const capacity = workshop.appointments ? 1 : places
  if (seats > capacity) return refuse({ kind: 'too-many-places', capacity })
  if (seats < workshop.seats && seats < taken) return refuse({ kind: 'seats-taken', taken })
  const { date = workshop.date, start = workshop.start, end = workshop.end } = place
  if (end <= start) return refuse({ kind: 'ends-too-soon' })
  const there = { date, start, end, space: place.space ?? workshop.space }
  const { appointments } = workshop
  if (appointments && !isCutEvenly({ ...there, appointments }))
    return refuse({ kind: 'uneven-appointments', minutes: appointments.minutes })
  const after = {
    ...there,
    title: title ?? workshop.title,
    level: level === undefined ? workshop.level : (level ?? undefined),
    description: description === undefined ? workshop.description : (description ?? undefined),
    seats,
    ...mediatorsAfter(workshop, mediators ?? []),
  }
  const names = Object.keys(after) as (keyof typeof after)[]
  if (names.every((name) => after[name] === workshop[name])) return ok(workshop)
  return ok({ ...workshop, ...after, revision: workshop.revision + 1 })
}

const differsIn = (names: readonly (keyof Workshop)[], from: Workshop, to: Workshop): boolean =>
  names.some((name) => from[name] !== to[name])

export const isAtAnotherTime = (from: Workshop, to: Workshop): boolean =>
  differsIn(['date', 'start', 'end'], from, to)

export const isMoved = (from: Workshop, to: Workshop): boolean =>
  isAtAnotherTime(from, to) || from.space !== to.space

/** What people who come or wait are told of. */
export const changesToPeople = (
  from: Workshop,
  to: Workshop,
): readonly ('place' | 'title' | 'mediator')[] => [
  ...(isMoved(from, to) ? (['place'] as const) : []),
  ...(['title', 'mediator'] as const).filter((name) => from[name] !== to[name]),
]

/** Whether people who come or wait are told: another title, somebody else who leads, another time or room. */
export const isNewToPeople = (from: Workshop, to: Workshop): boolean => changesToPeople(from, to).length > 0

/** Whether who leads it, or led it, is told. */
export const isNewToMediators = (from: Workshop, to: Workshop): boolean =>
  isMoved(from, to) || idsOf(from) !== idsOf(to)

const idsOf = (workshop: Workshop): string =>
  mediatorsOf(workshop)
    .map(({ id }) => id)
    .join(' ')
