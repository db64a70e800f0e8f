import type { HolderId, SiteId } from '../../shared/domain/ids.ts'
import type { LocalDate } from '../../shared/domain/local-date.ts'
import type { StartDependencies } from '../start-dependencies.ts'
import type { InTheWay } from './explain-refusal.ts'

type Wish = {
  readonly site: SiteId
  readonly date: LocalDate
  readonly holder: HolderId
  readonly refused: InTheWay
}

/** Loaded on demand: few bookings meet an expired hold. */
export const freeLapsed = async (wish: Wish, deps: StartDependencies): Promise<boolean> => {
  const parts = [import('./commit-and-offer.ts'), import('../dependencies.ts')] as const
  const [{ endLapsedOn }, { withLaterDependencies }] = await Promise.all(parts)
  return endLapsedOn(wish, withLaterDependencies(deps))
}
