import type { Doing } from '../../../shared/domain/act.ts'
import type { Closure, ClosureId } from '../../../shared/domain/closure.ts'
import { ok, type Result, refuse } from '../../../shared/domain/result.ts'
import type { SiteId } from '../../../shared/domain/site.ts'
import { retryContended } from '../../../shared/store/retry.ts'
import type { ClosureDeps } from '../../inventory/finish-closure.ts'
import { finishReopening } from '../../inventory/finish-reopening.ts'
import { timeLimit } from './close-site.ts'

/**
 * Ends a closure, date by date: what it took is free again, and offered first to whoever waits for it. What it ended
 * stays ended. Repeating finishes one that is still `reopening`; again changes nothing.
 */
export const reopenSite = async (
  { site, id, doing }: { readonly site: SiteId; readonly id: ClosureId; readonly doing: Doing },
  deps: ClosureDeps,
): Promise<Result<Closure, { readonly kind: 'not-found' }>> => {
  const isOver = timeLimit()
  const found = await deps.closures.findClosure(site, id)
  if (!found) return refuse({ kind: 'not-found' })
  const { closure } = found
  if (closure.state === 'reopened') return ok(closure)
  await retryContended(() => deps.closures.reopen(closure, { ...doing, at: deps.now() }))
  return ok(await finishReopening(closure, isOver, deps))
}
