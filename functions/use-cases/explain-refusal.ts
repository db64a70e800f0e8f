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
  return day?.reason ? { kind: 'closed', reason: day.reason } : refusal
}

export type InTheWay = 'taken' | 'holder-busy'

const refusedBy = (kind: string): InTheWay | undefined =>
  kind === 'taken' || kind === 'holder-busy' ? kind : undefined

/** Whether an expired hold may be in the way. */
export const mayHaveLapsed = ({ kind }: { readonly kind: string }): boolean => refusedBy(kind) !== undefined

type MayDecideOtherwise = {
  readonly isStale: () => Promise<boolean>
  readonly freeLapsed: (refused: InTheWay) => Promise<boolean>
}

/** Throws ContentionError when the next attempt may decide otherwise. Looks everything up at once. */
export const explainRefusal = async <R extends { readonly kind: string }>(
  refusal: R,
  wanted: Wanted,
  { isStale, freeLapsed }: MayDecideOtherwise,
  deps: Pick<Dependencies, 'closedDays'>,
): Promise<Explained<R>> => {
  const refused = refusedBy(refusal.kind)
  const [stale, freed, explained] = await Promise.all([
    isStale(),
    refused && freeLapsed(refused),
    explainTaken(refusal, wanted, deps),
  ])
  // A batch is no snapshot: the conflict may be the same booking, written after its item was read.
  if (stale) throw new ContentionError('changed')
  if (freed) throw new ContentionError('lapsed')
  return explained
}
