import type { ClosedDay, Closure, ClosureId } from '../../../shared/domain/closure.ts'
import { ok, type Result, refuse } from '../../../shared/domain/result.ts'
import type { SiteId } from '../../../shared/domain/site.ts'
import { retryContended } from '../../../shared/store/retry.ts'
import { type ClosureDeps, closedDaysOf } from '../../inventory/finish-closure.ts'
import { offerWhatIsFree } from '../../inventory/settle.ts'
import { timeLimit } from './close-site.ts'

const reopenDay = async (site: SiteId, day: ClosedDay, deps: ClosureDeps): Promise<void> => {
  if (day.state === 'closed') await retryContended(() => deps.closures.freeDay(site, day))
  await offerWhatIsFree({ site, date: day.date }, deps)
  await deps.closures.noteOffered(site, day)
}

/**
 * Ends a closure, date by date: what it took is free again, and offered first to whoever waits for it. What it ended
 * stays ended. Repeating finishes one that is still `reopening`; again changes nothing.
 */
export const reopenSite = async (
  { site, id }: { readonly site: SiteId; readonly id: ClosureId },
  deps: ClosureDeps,
): Promise<Result<Closure, { readonly kind: 'not-found' }>> => {
  const isOver = timeLimit()
  const found = await deps.closures.findClosure(site, id)
  if (!found) return refuse({ kind: 'not-found' })
  const { closure } = found
  if (closure.state === 'reopened') return ok(closure)
  await deps.closures.setState(closure, 'reopening', ['closing', 'closed'])
  const days = await closedDaysOf(closure, deps)
  for (const day of days.filter(({ state }) => state !== 'offered')) {
    if (isOver()) return ok({ ...closure, state: 'reopening' })
    await reopenDay(site, day, deps)
  }
  await deps.closures.setState(closure, 'reopened', ['reopening'])
  return ok({ ...closure, state: 'reopened' })
}
