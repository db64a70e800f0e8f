import { type HookDelivery, hasArrived, replayed } from '../../shared/domain/hook-delivery.ts'
import { ok, type Result, refuse } from '../../shared/domain/result.ts'
import type { StoredHook } from '../../shared/store/hook-store.ts'
import type { Dependencies } from '../dependencies.ts'
import { type AllowanceRefusal, spendAll } from './allowances.ts'
import { mapAtOnce } from './at-once.ts'
import { bodyOf, tellHook } from './hook-message.ts'
import { entryOn, findLinked, type LinkDeps, type OfHook } from './link-hooks.ts'

type Deps = LinkDeps & Pick<Dependencies, 'deliveries' | 'auditEntries' | 'outside' | 'allowances'>

type NotFound = { readonly kind: 'not-found' }

const SHOWN = 30
const MOST_AT_A_TIME = 200
const AT_ONCE = 8
/** The person who tries it waits. */
const TRIAL_MS = 5000

export type ListedDeliveries = {
  readonly hook: StoredHook
  readonly deliveries: readonly HookDelivery[]
  readonly isWhole: boolean
}

/** What did not arrive, and the latest of what did: the latest first. */
export const listDeliveries = async (asked: OfHook, deps: Deps): Promise<ListedDeliveries | undefined> => {
  const found = await findLinked(asked, deps)
  if (!found) return undefined
  const { hook } = found
  const states = ['waiting', 'set-aside', 'delivered'] as const
  const lists = await Promise.all(
    states.map((state) => deps.deliveries.listDeliveries(hook.id, state, SHOWN)),
  )
  return {
    hook,
    deliveries: lists.flat().toSorted((one, other) => other.at - one.at),
    isWhole: lists.every((list) => list.length < SHOWN),
  }
}

const missingOf = async ({ id }: StoredHook, { deliveries }: Deps): Promise<HookDelivery[]> =>
  (
    await Promise.all(
      (['set-aside', 'waiting'] as const).map((state) =>
        deliveries.listDeliveries(id, state, MOST_AT_A_TIME),
      ),
    )
  ).flat()

export type Replay = { readonly replayed: number; readonly isWhole: boolean }

/** Under the same identifiers: who has an event already knows it. */
export const replayDeliveries = async (
  { event, ...asked }: OfHook & { readonly event?: string },
  deps: Deps,
): Promise<Result<Replay, NotFound>> => {
  const found = await findLinked(asked, deps)
  if (!found) return refuse({ kind: 'not-found' })
  const { hook, authorship } = found
  const now = deps.now()
  const one = event === undefined ? undefined : await deps.deliveries.findDelivery(hook.id, event)
  if (event !== undefined && !one) return refuse({ kind: 'not-found' })
  const missing = one ? [one] : await missingOf(hook, deps)
  if (missing.length > 0)
    await deps.auditEntries.noteReading(entryOn(hook, authorship, { effect: 'replayed', now }))
  const done = await mapAtOnce(missing, AT_ONCE, (each) => deps.deliveries.change(each, replayed(each, now)))
  return ok({ replayed: done.filter(Boolean).length, isWhole: missing.length < MOST_AT_A_TIME })
}

export type Trial = { readonly answer: string; readonly arrived: boolean }

/** Waits for the answer, a paused tool included; nothing is noted of it. */
export const tryHook = async (
  asked: OfHook,
  deps: Deps,
): Promise<Result<Trial, NotFound | AllowanceRefusal<'too-many-trials'>>> => {
  const found = await findLinked(asked, deps)
  if (!found) return refuse({ kind: 'not-found' })
  const retryAfterSeconds = await spendAll([['trialsBy', asked.by.id]], deps)
  if (retryAfterSeconds !== undefined) return refuse({ kind: 'too-many-trials', retryAfterSeconds })
  const now = deps.now()
  const body = bodyOf('hook.test', now, { hook: found.hook.id })
  const event = `test.${found.hook.id}.${now}`
  const answer = await tellHook(found.hook, { event, body }, deps, { limitMs: TRIAL_MS })
  return ok({ answer, arrived: hasArrived(answer) })
}
