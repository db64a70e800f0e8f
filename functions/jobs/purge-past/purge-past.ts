import type { Context } from 'aws-lambda'
import type { HolderId } from '../../../shared/domain/ids.ts'
import { addMinutes } from '../../../shared/domain/instant.ts'
import { retentionCutoff } from '../../../shared/domain/retention.ts'
import type { Dependencies } from '../../dependencies.ts'
import { faultOf, log } from '../../invocation/log.ts'
import { mapAtOnce } from '../../use-cases/at-once.ts'
import type { IsOutOfTime } from '../../use-cases/finish-closure.ts'
import { forgetHolder } from '../../use-cases/forget-holder.ts'
import { type Review, type ReviewDeps, reviewHolder, zonesOf } from './review-holder.ts'

export type PurgeDeps = ReviewDeps & Pick<Dependencies, 'ledger'>

export type Purged = Record<'seen' | 'dropped' | 'anonymised' | 'forgotten' | 'failed', number>

const HOLDERS_A_PAGE = 500
const AT_ONCE = 8
/** No work starts with less time left. */
const NEEDED_MS = 60_000
/** Writes that were under way during an erasure have arrived by then. */
const SETTLED_MINUTES = 10

const told = (holder: HolderId, error: unknown, counts: Purged): void => {
  log('error', 'past of a holder not purged', { holder, ...faultOf(error) })
  counts.failed += 1
}

/** Answers whether it finished. */
const finishErasures = async (
  isOutOfTime: IsOutOfTime,
  counts: Purged,
  deps: PurgeDeps,
): Promise<boolean> => {
  for (const erasure of await deps.ledger.listErasures()) {
    if (erasure.doneAt !== undefined) continue
    try {
      if (isOutOfTime() || !(await forgetHolder(erasure.holder, isOutOfTime, deps))) return false
      if (addMinutes(erasure.at, SETTLED_MINUTES) <= deps.now())
        await deps.ledger.noteDone(erasure, deps.now())
    } catch (error) {
      told(erasure.holder, error, counts)
    }
  }
  return true
}

/** Who fails is looked at again with the next run. Answers whether time was left. */
const reviewOne = async (
  holder: HolderId,
  review: Review,
  { counts, deps }: { readonly counts: Purged; readonly deps: PurgeDeps },
): Promise<boolean> => {
  if (review.isOutOfTime()) return false
  counts.seen += 1
  try {
    const { isWhole, ...done } = await reviewHolder(holder, review, deps)
    for (const each of ['dropped', 'anonymised', 'forgotten'] as const) counts[each] += done[each]
    return isWhole
  } catch (error) {
    told(holder, error, counts)
    return true
  }
}

/** Answers whether it finished. */
const reviewAll = async (review: Review, counts: Purged, deps: PurgeDeps): Promise<boolean> => {
  for await (const holders of deps.purges.listToReview(review.now, HOLDERS_A_PAGE)) {
    const whole = await mapAtOnce(holders, AT_ONCE, (holder) => reviewOne(holder, review, { counts, deps }))
    if (!whole.every(Boolean)) return false
  }
  return true
}

/**
 * Finishes erasures, then anonymises or drops what ended 24 months ago of all holders of whom something did.
 * Throws when time runs out or somebody failed; who is left is still due, and comes with the next run.
 */
export const purgePast =
  (deps: PurgeDeps) =>
  async (_: unknown, context: Pick<Context, 'getRemainingTimeInMillis'>): Promise<Purged> => {
    const counts: Purged = { seen: 0, dropped: 0, anonymised: 0, forgotten: 0, failed: 0 }
    const now = deps.now()
    const isOutOfTime = () => context.getRemainingTimeInMillis() < NEEDED_MS
    const review: Review = { now, cutoff: retentionCutoff(now), zoneOf: zonesOf(deps), isOutOfTime }
    const isWhole =
      (await finishErasures(isOutOfTime, counts, deps)) && (await reviewAll(review, counts, deps))
    if (!isWhole || counts.failed > 0) {
      log('warn', 'past purged in part', counts)
      throw new Error(
        isWhole
          ? `the past of ${counts.failed} holders was not purged`
          : 'no time was left to purge all of the past',
      )
    }
    return counts
  }
