import type { Authorship } from '../../shared/domain/authorship.ts'
import type { Closure } from '../../shared/domain/closure.ts'
import type { ClosureId, SiteId } from '../../shared/domain/ids.ts'
import { ok, type Result, refuse } from '../../shared/domain/result.ts'
import { retryContended } from '../../shared/store/retry.ts'
import { timeLimit } from './close-site.ts'
import type { ClosureDeps } from './finish-closure.ts'
import { finishReopening } from './finish-reopening.ts'

/** Offers freed units to the waitlist first. Ended bookings stay ended. Repeating finishes. */
export const reopenSite = async (
  {
    site,
    id,
    authorship,
  }: { readonly site: SiteId; readonly id: ClosureId; readonly authorship: Authorship },
  deps: ClosureDeps,
): Promise<Result<Closure, { readonly kind: 'not-found' }>> => {
  const isOutOfTime = timeLimit()
  const found = await deps.closures.findClosure(site, id)
  if (!found) return refuse({ kind: 'not-found' })
  const { closure } = found
  if (closure.state === 'reopened') return ok(closure)
  await retryContended(() => deps.closures.reopen(closure, { ...authorship, at: deps.now() }))
  return ok(await finishReopening(closure, isOutOfTime, deps))
}
