import type { Authorship } from '../../shared/domain/authorship.ts'
import {
  type Closure,
  type ClosureRefusal,
  type ClosureRequest,
  decideClosure,
} from '../../shared/domain/closure.ts'
import type { ClosureId, Hash, HolderId, SiteId } from '../../shared/domain/ids.ts'
import { ok, type Result, refuse } from '../../shared/domain/result.ts'
import { type ClosureDeps, finishClosure } from './finish-closure.ts'
import { hashOf, idOf } from './hash.ts'

/** Nothing is begun after it: one step may itself take five seconds, and the function has ten. */
export const BEGINS_WITHIN_MS = 3000

/** Whether the time to begin anything has passed. */
export const timeLimit = () => {
  const endsAt = performance.now() + BEGINS_WITHIN_MS
  return () => performance.now() > endsAt
}

export type CloseSite = {
  readonly site: SiteId
  readonly request: ClosureRequest & Pick<Closure, 'reason'>
  readonly holder: HolderId
  readonly authorship: Authorship
  readonly idempotencyKey: string
}

export type CloseSiteRefusal = ClosureRefusal | { readonly kind: 'not-found' | 'key-reused' }

const begun = async (
  site: SiteId,
  id: ClosureId,
  requestHash: Hash,
  { closures }: ClosureDeps,
): Promise<Result<Closure, CloseSiteRefusal> | undefined> => {
  const found = await closures.findClosure(site, id)
  if (found && found.requestHash !== requestHash) return refuse({ kind: 'key-reused' })
  return found && ok(found.closure)
}

/** A new closure, written when nothing speaks against it; one that was begun before, as it was. */
const begin = async (
  { site, request, holder, authorship, idempotencyKey }: CloseSite,
  deps: ClosureDeps,
): Promise<Result<Closure, CloseSiteRefusal>> => {
  const id = idOf('closure', site, holder, idempotencyKey) as ClosureId
  const requestHash = hashOf('closure', JSON.stringify(Object.entries(request).sort()))
  const before = await begun(site, id, requestHash, deps)
  if (before) return before
  const now = deps.now()
  const lent = await deps.sites.findSite(site)
  if (!lent) return refuse({ kind: 'not-found' })
  const period = decideClosure(request, { ...lent, now })
  if (!period.ok) return period
  const by = { closedBy: holder, as: authorship.as }
  const closure: Closure = { ...request, ...period.value, ...by, id, site, state: 'closing', createdAt: now }
  if (await deps.closures.addClosure(closure, requestHash, authorship)) return ok(closure)
  return (await begun(site, id, requestHash, deps)) ?? ok(closure)
}

/**
 * Closes a site or some of its spaces for a time. The same Idempotency-Key gives the same closure, for ever: repeating
 * finishes one that is still `closing`. Throws ContentionError like bookSpace.
 */
export const closeSite = async (
  command: CloseSite,
  deps: ClosureDeps,
): Promise<Result<Closure, CloseSiteRefusal>> => {
  const isOutOfTime = timeLimit()
  const result = await begin(command, deps)
  if (!result.ok || result.value.state !== 'closing') return result
  return ok(await finishClosure(result.value, isOutOfTime, deps))
}
