import type { ClosureView } from '../../../shared/contracts/site-views.ts'
import { type Closure, isInForce } from '../../../shared/domain/closure.ts'
import { type Instant, instantAt } from '../../../shared/domain/instant.ts'
import { formatQuarter } from '../../../shared/domain/quarter.ts'
import type { LentSite } from '../../../shared/store/site-store.ts'

export const viewOfClosure = ({ id, from, to, start, end, spaces, reason }: Closure): ClosureView => ({
  id,
  from,
  to,
  start: formatQuarter(start),
  end: formatQuarter(end),
  ...(spaces && { spaces: [...spaces] }),
  reason,
})

/** A site's closures that are not over, soonest first. */
export const closuresToCome = (
  { site, closures }: Pick<LentSite, 'site' | 'closures'>,
  now: Instant,
): Closure[] =>
  closures
    .filter(({ to, end }) => instantAt(to, end, site.timeZone) > now)
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.start - b.start))

export const viewOfClosures = (lent: LentSite, now: Instant): ClosureView[] =>
  closuresToCome(lent, now).filter(isInForce).map(viewOfClosure)
