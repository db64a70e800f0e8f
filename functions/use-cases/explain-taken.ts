import { closedDayOver } from '../../shared/domain/closure.ts'
import type { SiteId, SpaceId } from '../../shared/domain/ids.ts'
import type { LocalDate } from '../../shared/domain/local-date.ts'
import type { QuarterRange } from '../../shared/domain/quarter-range.ts'
import type { Dependencies } from '../dependencies.ts'

type Wanted = QuarterRange & { readonly site: SiteId; readonly space: SpaceId; readonly date: LocalDate }

/** A place that is taken because it is closed is refused as such, with the reason. */
export const explainTaken = async <R extends { readonly kind: string }>(
  refusal: R,
  wanted: Wanted,
  { closures }: Pick<Dependencies, 'closures'>,
): Promise<R | { readonly kind: 'closed'; readonly reason: string }> => {
  if (refusal.kind !== 'taken') return refusal
  const day = closedDayOver(await closures.listClosedDays(wanted.site, wanted.date, wanted.date), wanted)
  return day ? { kind: 'closed', reason: day.reason } : refusal
}
