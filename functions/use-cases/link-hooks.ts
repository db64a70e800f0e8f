import type { AuditEntry, Effect } from '../../shared/domain/audit-entry.ts'
import type { Authorship } from '../../shared/domain/authorship.ts'
import {
  type HookRefusal,
  type HookScope,
  type HookTopic,
  MOST_HOOKS,
  topicsOf,
} from '../../shared/domain/hook.ts'
import type { HookId } from '../../shared/domain/ids.ts'
import { addressFaultOf } from '../../shared/domain/outside-address.ts'
import { ok, type Result, refuse } from '../../shared/domain/result.ts'
import { type Actor, formatScope } from '../../shared/domain/rights.ts'
import { ContentionError } from '../../shared/store/contention.ts'
import type { StoredHook } from '../../shared/store/hook-store.ts'
import { retryContended } from '../../shared/store/retry.ts'
import type { Dependencies } from '../dependencies.ts'
import { authorizeInScope } from './authorize-in-scope.ts'
import { hashOfRequest, idOf } from './hash.ts'
import { hookSecretOf } from './hook-message.ts'

export type LinkDeps = Pick<Dependencies, 'grants' | 'sites' | 'hooks' | 'seal' | 'now' | 'loopback'>

type NotFound = { readonly kind: 'not-found' }
export type OfHook = { readonly by: Actor; readonly scope: HookScope; readonly hook: HookId }

/** Shown to who made it or replaced it, then never again. */
export type WithSecret = { readonly hook: StoredHook; readonly secret: string }

const authorized = (by: Actor, scope: HookScope, deps: Pick<LinkDeps, 'grants' | 'sites'>) =>
  authorizeInScope(by, 'link-tools', scope, deps)

export const listHooks = async (
  { by, scope }: Pick<OfHook, 'by' | 'scope'>,
  deps: LinkDeps,
): Promise<StoredHook[] | undefined> => (await authorized(by, scope, deps)) && deps.hooks.listHooks(scope)

/** Undefined for people without access. */
export const findLinked = async (
  { by, scope, hook: id }: OfHook,
  deps: Pick<LinkDeps, 'grants' | 'sites' | 'hooks'>,
): Promise<{ readonly hook: StoredHook; readonly authorship: Authorship } | undefined> => {
  const authorship = await authorized(by, scope, deps)
  const hook = authorship && (await deps.hooks.findHook(scope, id))
  return hook && { hook, authorship }
}

export const entryOn = (
  { id: about, scope }: Pick<StoredHook, 'id' | 'scope'>,
  authorship: Authorship,
  { effect, now: at }: { readonly effect: Effect; readonly now: AuditEntry['at'] },
): AuditEntry => ({ ...authorship, scope, at, effect, about })

const withSecret = (hook: StoredHook, { seal }: Pick<LinkDeps, 'seal'>): WithSecret => ({
  hook,
  secret: hookSecretOf(seal, hook, hook.secret),
})

export type MakeHook = Pick<OfHook, 'by' | 'scope'> & {
  readonly name: string
  readonly url: string
  readonly topics: readonly HookTopic[]
  readonly idempotencyKey: string
}

/** As many as may be, however many are made at once. */
const addHook = async (
  hook: StoredHook,
  entry: AuditEntry,
  deps: LinkDeps,
): Promise<Result<WithSecret, HookRefusal | { readonly kind: 'key-reused' }>> => {
  const version = await deps.hooks.readVersion()
  const known = await deps.hooks.listHooks(hook.scope)
  const before = known.find(({ id }) => id === hook.id)
  if (before)
    return before.requestHash === hook.requestHash
      ? ok(withSecret(before, deps))
      : refuse({ kind: 'key-reused' })
  if (known.length >= MOST_HOOKS) return refuse({ kind: 'too-many-hooks', most: MOST_HOOKS })
  if (!(await deps.hooks.addHook(hook, version, entry))) throw new ContentionError('another came between')
  return ok(withSecret(hook, deps))
}

export const makeHook = async (
  { by, scope, idempotencyKey, ...asked }: MakeHook,
  deps: LinkDeps,
): Promise<Result<WithSecret, NotFound | HookRefusal | { readonly kind: 'key-reused' }>> => {
  const authorship = await authorized(by, scope, deps)
  if (!authorship) return refuse({ kind: 'not-found' })
  const fault = addressFaultOf(asked.url, deps)
  if (fault) return refuse({ kind: 'address-unfit', fault })
  const topics = topicsOf(scope).filter((topic) => asked.topics.includes(topic))
  if (asked.topics.some((topic) => !topics.includes(topic))) return refuse({ kind: 'topic-unfit' })
  const id = idOf('hook', by.id, formatScope(scope), idempotencyKey) as HookId
  const requestHash = hashOfRequest('hook', { ...asked, topics, scope: formatScope(scope) })
  const now = deps.now()
  const hook: StoredHook = { ...asked, id, scope, topics, secret: 1, createdAt: now, requestHash }
  return retryContended(() => addHook(hook, entryOn(hook, authorship, { effect: 'tool-linked', now }), deps))
}

export const removeHook = async (asked: OfHook, deps: LinkDeps): Promise<Result<undefined, NotFound>> => {
  const authorship = await authorized(asked.by, asked.scope, deps)
  if (!authorship) return refuse({ kind: 'not-found' })
  const hook = { id: asked.hook, scope: asked.scope }
  const entry = entryOn(hook, authorship, { effect: 'tool-unlinked', now: deps.now() })
  await retryContended(() => deps.hooks.removeHook(hook, entry))
  return ok(undefined)
}

/** The secret before signs for another day; the same number again gives the same secret. */
export const replaceHookSecret = async (
  { number, ...asked }: OfHook & { readonly number: number },
  deps: LinkDeps,
): Promise<Result<WithSecret, NotFound | { readonly kind: 'changed' }>> =>
  retryContended(async () => {
    const found = await findLinked(asked, deps)
    if (!found) return refuse({ kind: 'not-found' })
    const { hook, authorship } = found
    if (hook.secret === number) return ok(withSecret(hook, deps))
    if (hook.secret !== number - 1) return refuse({ kind: 'changed' })
    const now = deps.now()
    const change = { secret: number, replacedAt: now }
    const entry = entryOn(hook, authorship, { effect: 'secret-replaced', now })
    if (!(await deps.hooks.changeHook(hook, change, entry)))
      throw new ContentionError('another secret came between')
    return ok(withSecret({ ...hook, ...change }, deps))
  })

export const resumeHook = async (asked: OfHook, deps: LinkDeps): Promise<Result<undefined, NotFound>> =>
  retryContended(async () => {
    const found = await findLinked(asked, deps)
    if (!found) return refuse({ kind: 'not-found' })
    const { hook, authorship } = found
    if (hook.pausedAt === undefined) return ok(undefined)
    const entry = entryOn(hook, authorship, { effect: 'tool-resumed', now: deps.now() })
    const change = { pausedAt: undefined, pause: undefined, failingSince: undefined }
    await deps.hooks.changeHook(hook, change, entry)
    return ok(undefined)
  })
