import type { Context } from 'aws-lambda'
import { addMinutes } from '../../../shared/domain/instant.ts'
import { retentionCutoff } from '../../../shared/domain/retention.ts'
import type { PurgeStore, Retained, RetainedItem } from '../../../shared/store/purge-store.ts'
import type { Dependencies } from '../../dependencies.ts'
import { log } from '../../invocation/log.ts'
import type { IsOutOfTime } from '../../use-cases/finish-closure.ts'
import { type ForgetDeps, forgetBooking, forgetHolder } from '../../use-cases/forget-holder.ts'
import { type Judge, type RetentionAction, retentionActionOn, zonesOf } from './retention-action.ts'

export type PurgeDeps = ForgetDeps & Pick<Dependencies, 'ledger'> & { readonly purges: PurgeStore }

export type Purged = Record<'seen' | 'dropped' | 'anonymised' | 'forgotten', number>

const ITEMS_A_PAGE = 500
/** No work starts with less time left. */
const NEEDED_MS = 60_000
/** Writes that were under way during an erasure have arrived by then. */
const SETTLED_MINUTES = 10
/** DynamoDB drops expired items itself, some days late. */
const EXPIRED_MINUTES = 48 * 60

const COUNTED = { drop: 'dropped', anonymise: 'anonymised', forget: 'forgotten' } as const

type Run = { readonly counts: Purged; readonly judge: Judge; readonly isOutOfTime: IsOutOfTime }

const carryOut = async (kept: Retained, { isOutOfTime }: Run, deps: PurgeDeps): Promise<void> => {
  if (kept.kind === 'booking') await forgetBooking(kept.booking, deps)
  if (kept.kind === 'workshop')
    await deps.erasures.anonymiseWorkshop(kept.workshop.id, kept.workshop.mediator)
  if (kept.kind === 'series') await deps.series.removeSeries(kept.series)
  if (kept.kind === 'holder') await forgetHolder(kept.holder, isOutOfTime, deps)
}

const judged = async ({ kept, expiresAt }: RetainedItem, judge: Judge): Promise<RetentionAction> => {
  if (expiresAt !== undefined && addMinutes(expiresAt, EXPIRED_MINUTES) <= judge.now) return 'drop'
  return kept ? retentionActionOn(kept, judge) : 'keep'
}

const purgePage = async (items: readonly RetainedItem[], run: Run, deps: PurgeDeps): Promise<void> => {
  const dropped = []
  for (const item of items) {
    const retentionAction = await judged(item, run.judge)
    run.counts.seen += 1
    if (retentionAction === 'keep') continue
    run.counts[COUNTED[retentionAction]] += 1
    if (retentionAction === 'drop') dropped.push(item.key)
    else if (item.kept) await carryOut(item.kept, run, deps)
  }
  await deps.purges.drop(dropped)
}

/** Answers whether it finished. */
const finishErasures = async ({ isOutOfTime }: Run, deps: PurgeDeps): Promise<boolean> => {
  for (const erasure of await deps.ledger.listErasures()) {
    if (erasure.doneAt !== undefined) continue
    if (isOutOfTime() || !(await forgetHolder(erasure.holder, isOutOfTime, deps))) return false
    if (addMinutes(erasure.at, SETTLED_MINUTES) <= deps.now()) await deps.ledger.noteDone(erasure, deps.now())
  }
  return true
}

/** Answers whether it finished. */
const purgeAll = async (run: Run, deps: PurgeDeps): Promise<boolean> => {
  for (let next = await deps.purges.findCheckpoint(); ; ) {
    const page = await deps.purges.scanPage(next, ITEMS_A_PAGE)
    await purgePage(page.items, run, deps)
    next = page.next
    await deps.purges.keepCheckpoint(next)
    if (!next) return true
    if (run.isOutOfTime()) return false
  }
}

/**
 * Finishes erasures, then anonymises or drops everything that ended 24 months ago. Resumes where it stopped;
 * throws when time runs out, so that it runs again.
 */
export const purgePast =
  (deps: PurgeDeps) =>
  async (_: unknown, context: Pick<Context, 'getRemainingTimeInMillis'>): Promise<Purged> => {
    const counts: Purged = { seen: 0, dropped: 0, anonymised: 0, forgotten: 0 }
    const now = deps.now()
    const judge = {
      now,
      cutoff: retentionCutoff(now),
      zoneOf: zonesOf(deps),
      purges: deps.purges,
      bookings: deps.bookings,
    }
    const run: Run = { counts, judge, isOutOfTime: () => context.getRemainingTimeInMillis() < NEEDED_MS }
    const isWhole = (await finishErasures(run, deps)) && (await purgeAll(run, deps))
    if (!isWhole) {
      log('warn', 'past purged in part', counts)
      throw new Error('no time was left to purge all of the past')
    }
    return counts
  }
