import type { WorkshopId } from '../../../shared/domain/booking.ts'
import { type CancellationRefusal, hasStarted } from '../../../shared/domain/booking-change.ts'
import { ok, type Result, refuse } from '../../../shared/domain/result.ts'
import type { Actor } from '../../../shared/domain/rights.ts'
import { doingOf } from '../../http/access.ts'
import { cancelWorkshop } from '../../inventory/cancel-workshop.ts'
import type { InventoryDependencies } from '../../inventory/inventory-dependencies.ts'
import { type PlacedWorkshop, readWorkshop } from './read-workshop.ts'

export type EndWorkshop = { readonly id: WorkshopId; readonly note?: string; readonly by: Actor }

export type EndWorkshopRefusal = CancellationRefusal | { readonly kind: 'not-found' }

/** Cancels a workshop until it starts; one that is cancelled already is finished. */
export const endWorkshop = async (
  { id, note, by }: EndWorkshop,
  deps: InventoryDependencies,
): Promise<Result<PlacedWorkshop, EndWorkshopRefusal>> => {
  const placed = await readWorkshop({ id }, deps)
  const doing = placed && (await doingOf(by, 'plan-workshops', { site: placed.site.id }, deps))
  if (!doing) return refuse({ kind: 'not-found' })
  const { workshop, site } = placed
  if (workshop.status === 'planned' && hasStarted(workshop, site, deps.now()))
    return refuse({ kind: 'already-started' })
  await cancelWorkshop(id, { note, doing }, deps)
  const cancelled = await readWorkshop({ id }, deps)
  return cancelled ? ok(cancelled) : refuse({ kind: 'not-found' })
}
