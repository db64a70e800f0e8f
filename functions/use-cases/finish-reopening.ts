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
 * Frees each date of a `reopening` closure and offers it to the waitlist first. Repeating continues. Answers
 * the closure, still `reopening` when time ran out.
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
