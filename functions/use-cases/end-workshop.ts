import { hasBegun } from '../../shared/domain/appointments.ts'
import type { CancellationRefusal } from '../../shared/domain/booking-change.ts'
import type { WorkshopId } from '../../shared/domain/ids.ts'
import { ok, type Result, refuse } from '../../shared/domain/result.ts'
import type { Actor } from '../../shared/domain/rights.ts'
import { authorize } from './authorize.ts'
import type { BookingDependencies } from './booking-dependencies.ts'
import { cancelWorkshop } from './cancel-workshop.ts'
import { readWorkshop, type WorkshopDetails } from './read-workshop.ts'

export type EndWorkshop = { readonly id: WorkshopId; readonly note?: string; readonly by: Actor }

export type EndWorkshopRefusal = CancellationRefusal | { readonly kind: 'not-found' }

/** Cancels a workshop before its start, and finishes an interrupted cancellation. */
export const endWorkshop = async (
  { id, note, by }: EndWorkshop,
  deps: BookingDependencies,
): Promise<Result<WorkshopDetails, EndWorkshopRefusal>> => {
  const details = await readWorkshop({ id }, deps)
  const authorship = details && (await authorize(by, 'plan-workshops', { site: details.site.id }, deps))
  if (!authorship) return refuse({ kind: 'not-found' })
  const { workshop, site } = details
  if (workshop.status === 'planned' && hasBegun(workshop, site, deps.now()))
    return refuse({ kind: 'already-started' })
  await cancelWorkshop(id, { note, authorship }, deps)
  const cancelled = await readWorkshop({ id }, deps)
  return cancelled ? ok(cancelled) : refuse({ kind: 'not-found' })
}
