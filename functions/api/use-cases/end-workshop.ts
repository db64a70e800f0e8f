import type { WorkshopId } from '../../../shared/domain/booking.ts'
import { type CancellationRefusal, hasStarted } from '../../../shared/domain/booking-change.ts'
import { ok, type Result, refuse } from '../../../shared/domain/result.ts'
import type { Holder } from '../../../shared/store/identity-item.ts'
import { mayAt } from '../../http/access.ts'
import { cancelWorkshop } from '../../inventory/cancel-workshop.ts'
import type { InventoryDependencies } from '../../inventory/inventory-dependencies.ts'
import { type PlacedWorkshop, readWorkshop } from './read-workshop.ts'

export type EndWorkshop = { readonly id: WorkshopId; readonly note?: string; readonly holder: Holder }

export type EndWorkshopRefusal = CancellationRefusal | { readonly kind: 'not-found' }

/** Cancels a workshop until it starts; one that is cancelled already is finished. */
export const endWorkshop = async (
  { id, note, holder }: EndWorkshop,
  deps: InventoryDependencies,
): Promise<Result<PlacedWorkshop, EndWorkshopRefusal>> => {
  const placed = await readWorkshop({ id }, deps)
  if (!placed || !(await mayAt(holder.id, 'plan-workshops', placed.site.id, deps))) return refuse({ kind: 'not-found' })
  const { workshop, site } = placed
  if (workshop.status === 'planned' && hasStarted(workshop, site, deps.now()))
    return refuse({ kind: 'already-started' })
  await cancelWorkshop(id, note, deps)
  const cancelled = await readWorkshop({ id }, deps)
  return cancelled ? ok(cancelled) : refuse({ kind: 'not-found' })
}
