import { hasStarted } from './booking-state.ts'
import type { HolderId } from './ids.ts'
import type { Instant } from './instant.ts'
import { ok, type Result, refuse } from './result.ts'
import type { Site } from './site.ts'
import type { Workshop, WorkshopLevel } from './workshop.ts'

/** What a mediator changes of a planned workshop; null takes a text away. */
export type WorkshopEdit = {
  readonly title?: string | undefined
  readonly level?: WorkshopLevel | null | undefined
  readonly description?: string | null | undefined
  readonly seats?: number | undefined
  readonly mediator?: { readonly id: HolderId; readonly name: string } | undefined
}

export type WorkshopEditRefusal =
  | { readonly kind: 'already-started' | 'workshop-cancelled' }
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
  { title, level, description, seats = workshop.seats, mediator }: WorkshopEdit,
  { site, taken, places, now }: WorkshopEditContext,
): Result<Workshop, WorkshopEditRefusal> => {
  if (workshop.status === 'cancelled') return refuse({ kind: 'workshop-cancelled' })
  if (hasStarted(workshop, site, now)) return refuse({ kind: 'already-started' })
  if (seats > places) return refuse({ kind: 'too-many-places', capacity: places })
  if (seats < workshop.seats && seats < taken) return refuse({ kind: 'seats-taken', taken })
  const after = {
    title: title ?? workshop.title,
    level: level === undefined ? workshop.level : (level ?? undefined),
    description: description === undefined ? workshop.description : (description ?? undefined),
    seats,
    mediator: mediator?.id ?? workshop.mediator,
    mediatorName: mediator?.name ?? workshop.mediatorName,
  }
  const names = Object.keys(after) as (keyof typeof after)[]
  if (names.every((name) => after[name] === workshop[name])) return ok(workshop)
  return ok({ ...workshop, ...after, revision: workshop.revision + 1 })
}

/** Whether people who come are told: another title, or somebody else who leads. */
export const isNewToPeople = (from: Workshop, to: Workshop): boolean =>
  from.title !== to.title || from.mediator !== to.mediator
