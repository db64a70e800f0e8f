import { closedDayOver } from '../../shared/domain/closure.ts'
import type { SiteId, SpaceId } from '../../shared/domain/ids.ts'
import type { LocalDate } from '../../shared/domain/local-date.ts'
import type { QuarterRange } from '../../shared/domain/quarter-range.ts'
import { ContentionError } from '../../shared/store/contention.ts'
import type { Dependencies } from '../dependencies.ts'

type Wanted = QuarterRange & { readonly site: SiteId; readonly space: SpaceId; readonly date: LocalDate }

type Explained<R> = R | { readonly kind: 'closed'; readonly reason: string }

/** Units that are taken by a closure are refused with its reason. */
export const explainTaken = async <R extends { readonly kind: string }>(
  refusal: R,
  wanted: Wanted,
  { closedDays }: Pick<Dependencies, 'closedDays'>,
): Promise<Explained<R>> => {
  if (refusal.kind !== 'taken') return refusal
  const day = closedDayOver(await closedDays.listClosedDays(wanted.site, wanted.date, wanted.date), wanted)
  return day ? { kind: 'closed', reason: day.reason } : refusal
}

/** Whether an expired hold may be in the way. */
export const mayHaveLapsed = ({ kind }: { readonly kind: string }): boolean =>
  kind === 'taken' || kind === 'holder-busy'

type MayDecideOtherwise = {
  readonly isStale: () => Promise<boolean>
  readonly freeLapsed: () => Promise<boolean>
}

/** Throws ContentionError when the next attempt may decide otherwise. */
export const explainRefusal = async <R extends { readonly kind: string }>(
  refusal: R,
  wanted: Wanted,
  { isStale, freeLapsed }: MayDecideOtherwise,
  deps: Pick<Dependencies, 'closedDays'>,
): Promise<Explained<R>> => {
  // A batch is no snapshot: the conflict may be the same booking, written after its item was read.
  if (await isStale()) throw new ContentionError('changed')
  if (mayHaveLapsed(refusal) && (await freeLapsed())) throw new ContentionError('lapsed')
  return explainTaken(refusal, wanted, deps)
}
