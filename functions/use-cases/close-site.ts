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
import { hashOfRequest, idOf } from './hash.ts'

/** The last step may take five seconds, and the function has ten. */
const BEGINS_WITHIN_MS = 3000

/** Answers whether it is too late to start a step. */
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

/** Answers an existing closure unchanged. */
const begin = async (
  { site, request, holder, authorship, idempotencyKey }: CloseSite,
  deps: ClosureDeps,
): Promise<Result<Closure, CloseSiteRefusal>> => {
  const id = idOf('closure', site, holder, idempotencyKey) as ClosureId
  const requestHash = hashOfRequest('closure', request)
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

/** The same Idempotency-Key finishes the same closure. Throws ContentionError like bookSpace. */
export const closeSite = async (
  command: CloseSite,
  deps: ClosureDeps,
): Promise<Result<Closure, CloseSiteRefusal>> => {
  const isOutOfTime = timeLimit()
  const result = await begin(command, deps)
  if (!result.ok || result.value.state !== 'closing') return result
  return ok(await finishClosure(result.value, isOutOfTime, deps))
}
