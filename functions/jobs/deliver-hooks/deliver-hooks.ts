import { type Hook, isLastingFailure } from '../../../shared/domain/hook.ts'
import { afterTry, type HookDelivery, hasArrived, isGone } from '../../../shared/domain/hook-delivery.ts'
import { addMinutes, type Instant } from '../../../shared/domain/instant.ts'
import type { Dependencies } from '../../dependencies.ts'
import { faultOf, log } from '../../invocation/log.ts'
import { mapAtOnce } from '../../use-cases/at-once.ts'
import { tellHook } from '../../use-cases/hook-message.ts'

export type DeliverDependencies = Pick<Dependencies, 'now' | 'hooks' | 'deliveries' | 'seal' | 'outside'> & {
  /** From 0 to 1. */
  readonly chance: () => number
}

export type Delivered = Record<'delivered' | 'failed' | 'faults', number>

const AT_ONCE = 2
const A_PAGE = 50
/** Who does not answer is left alone until the next run. */
const MOST_FAILED_IN_A_ROW = 4
/** Nothing begins later: an answer takes ten seconds at most. */
const BEGINS_WITHIN_MINUTES = 0.7

const noteHealth = async (hook: Hook, answer: string, deps: DeliverDependencies): Promise<void> => {
  const now = deps.now()
  const pause = isGone(answer) ? 'gone' : isLastingFailure(hook, now) ? 'failing' : undefined
  if (hasArrived(answer)) {
    if (hook.failingSince !== undefined) await deps.hooks.noteReached(hook)
  } else if (pause) {
    await deps.hooks.pause(hook, pause, now)
  } else if (hook.failingSince === undefined) {
    await deps.hooks.noteFailing(hook, now)
  }
}

/** What came is noted afterwards: who is killed in between delivers twice, under the same identifier. */
const deliver = async (hook: Hook, delivery: HookDelivery, deps: DeliverDependencies): Promise<string> => {
  const answer = await tellHook(hook, delivery, deps)
  const tried = afterTry(delivery, answer, { now: deps.now(), chance: deps.chance() })
  await deps.deliveries.change(delivery, tried)
  return answer
}

const deliverDue = async (
  { scope, id }: Hook,
  { until, counts }: { readonly until: Instant; readonly counts: Delivered },
  deps: DeliverDependencies,
): Promise<void> => {
  let failedInARow = 0
  let isEnded = false
  const isOver = () => isEnded || failedInARow >= MOST_FAILED_IN_A_ROW || deps.now() >= until
  while (!isOver()) {
    const due = await deps.deliveries.listDue(id, deps.now(), A_PAGE)
    if (due.length === 0) return
    await mapAtOnce(due, AT_ONCE, async (delivery) => {
      if (isOver()) return
      // Since the run began it may have been removed or paused, or its secret replaced.
      const hook = await deps.hooks.findHook(scope, id)
      isEnded = hook?.pausedAt !== undefined || !hook
      if (isEnded || !hook) return
      const answer = await deliver(hook, delivery, deps)
      await noteHealth(hook, answer, deps)
      const arrived = hasArrived(answer)
      failedInARow = arrived ? 0 : failedInARow + 1
      counts[arrived ? 'delivered' : 'failed'] += 1
    })
  }
}

/** Side by side for all hooks: one that is slow, dead or faulty delays no other. */
export const deliverHooks = async (deps: DeliverDependencies): Promise<Delivered> => {
  const until = addMinutes(deps.now(), BEGINS_WITHIN_MINUTES)
  const counts = { delivered: 0, failed: 0, faults: 0 }
  const hooks = (await deps.hooks.listAllHooks()).filter(({ pausedAt }) => pausedAt === undefined)
  await Promise.all(
    hooks.map((hook) =>
      deliverDue(hook, { until, counts }, deps).catch((error: unknown) => {
        counts.faults += 1
        log('error', 'hook not served', { hook: hook.id, ...faultOf(error) })
      }),
    ),
  )
  return counts
}
