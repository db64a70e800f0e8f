import { hasStarted } from '../../shared/domain/booking-state.ts'
import type { CycleId, WorkshopId } from '../../shared/domain/ids.ts'
import { ok, type Result, refuse } from '../../shared/domain/result.ts'
import type { Actor } from '../../shared/domain/rights.ts'
import type { Workshop } from '../../shared/domain/workshop.ts'
import { mapAtOnce } from './at-once.ts'
import { may } from './authorize.ts'
import type { BookingDependencies } from './booking-dependencies.ts'
import { type EditWorkshop, type EditWorkshopRefusal, editWorkshop } from './edit-workshop.ts'
import { idOf } from './hash.ts'
import { listCycle } from './read-cycle.ts'
import { checkTime, startSeriesRun } from './try-dates.ts'

/** From a workshop of the cycle on; all that are to come without `from`. */
export type EditCycle = {
  readonly id: CycleId
  readonly from?: WorkshopId | undefined
  readonly by: Actor
  readonly edit: Omit<EditWorkshop['edit'], 'date'>
  readonly idempotencyKey: string
}

/** A workshop as it is now, or why it has not changed. */
export type EditedSitting = {
  readonly workshop: Pick<Workshop, 'id' | 'date' | 'start' | 'end'>
  readonly refusal?: EditWorkshopRefusal | undefined
}

const AT_ONCE = 4

const isOnOrAfter = (one: Workshop, other: Workshop): boolean =>
  one.date > other.date || (one.date === other.date && one.start >= other.start)

/** Undefined for people without access, for whom there is none. */
const toCome = async (
  { id, from, by }: EditCycle,
  deps: BookingDependencies,
): Promise<readonly Workshop[] | undefined> => {
  const seated = await deps.workshops.readSeated(await listCycle(id, deps))
  const first = seated.find(({ workshop }) => from === undefined || workshop.id === from)
  if (!first || !(await may(by, 'plan-workshops', { site: first.site.id }, deps))) return undefined
  return seated
    .filter(({ workshop, site }) => workshop.status === 'planned' && !hasStarted(workshop, site, deps.now()))
    .filter(({ workshop }) => from === undefined || isOnOrAfter(workshop, first.workshop))
    .map(({ workshop }) => workshop)
}

/**
 * Changes the workshops of a cycle that are to come, each in a transaction of its own, and says date by date why
 * not. Who comes to several is told once. Repeating with the same key finishes.
 */
export const editCycle = async (
  command: EditCycle,
  deps: BookingDependencies,
): Promise<Result<readonly EditedSitting[], { readonly kind: 'not-found' }>> => {
  const { by, edit, idempotencyKey } = command
  const run = startSeriesRun(undefined)
  const workshops = await toCome(command, deps)
  const [first] = workshops ?? []
  if (!workshops || !first) return refuse({ kind: 'not-found' })
  const act = { id: idOf('cycle-act', by.id, idempotencyKey), from: first.date }
  return ok(
    await mapAtOnce(workshops, AT_ONCE, async (workshop): Promise<EditedSitting> => {
      checkTime(run)
      const result = await editWorkshop({ id: workshop.id, by, edit, act }, deps)
      return result.ok ? { workshop: result.value.workshop } : { workshop, refusal: result.error }
    }),
  )
}
