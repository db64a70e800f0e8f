import type { ClosedDay, Closure } from '../../shared/domain/closure.ts'
import type { SiteId } from '../../shared/domain/ids.ts'
import { retryContended } from '../../shared/store/retry.ts'
import { offerWhatIsFree } from './commit-and-offer.ts'
import { type ClosureDeps, closedDaysOf, type IsOutOfTime } from './finish-closure.ts'

const reopenDay = async (site: SiteId, day: ClosedDay, deps: ClosureDeps): Promise<void> => {
  if (day.state === 'closed') await retryContended(() => deps.closures.freeDay(site, day))
  await offerWhatIsFree({ site, date: day.date }, deps)
  await deps.closures.noteOffered(site, day)
}

/**
 * Frees each date of a closure that is `reopening`, and offers it first to whoever waits for it. What was done before
 * is not done again. Answers the closure as it is then: still `reopening` when no time was left for all of them.
 */
export const finishReopening = async (
  closure: Closure,
  isOutOfTime: IsOutOfTime,
  deps: ClosureDeps,
): Promise<Closure> => {
  const days = await closedDaysOf(closure, deps)
  for (const day of days.filter(({ state }) => state !== 'offered')) {
    if (isOutOfTime()) return { ...closure, state: 'reopening' }
    await reopenDay(closure.site, day, deps)
  }
  await deps.closures.noteReopened(closure)
  return { ...closure, state: 'reopened' }
}
