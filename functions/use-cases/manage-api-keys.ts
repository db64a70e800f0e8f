import {
  type ApiKey,
  isKeyValid,
  MOST_API_KEYS,
  rolesOfKeys,
  validityOf,
} from '../../shared/domain/api-key.ts'
import type { AuditEntry } from '../../shared/domain/audit-entry.ts'
import type { Authorship } from '../../shared/domain/authorship.ts'
import type { HolderId } from '../../shared/domain/ids.ts'
import type { TimeZone } from '../../shared/domain/instant.ts'
import { ok, type Result, refuse } from '../../shared/domain/result.ts'
import { type Actor, formatScope, type KeyGrant, type Scope } from '../../shared/domain/rights.ts'
import { territoryOf } from '../../shared/domain/territory.ts'
import type { Dependencies } from '../dependencies.ts'
import { type ApiKeyToken, formatApiKey } from './api-key-token.ts'
import { authorizeInScope } from './authorize-in-scope.ts'
import { hashOf, hashOfRequest, idOf } from './hash.ts'

type Deps = Pick<Dependencies, 'apiKeys' | 'identities' | 'grants' | 'sites' | 'seal' | 'now'>
type NotFound = { readonly kind: 'not-found' }
type InScope = { readonly by: Actor; readonly scope: Scope }

/** `madeByName`: as it is now. */
export type ListedApiKey = ApiKey & { readonly madeByName: string | undefined; readonly isOver: boolean }

const listed = async (keys: readonly ApiKey[], { identities, now }: Deps): Promise<ListedApiKey[]> => {
  const people = await identities.findHolders([...new Set(keys.map(({ madeBy }) => madeBy))])
  return keys.map((key) => ({
    ...key,
    madeByName: people.get(key.madeBy)?.name,
    isOver: !isKeyValid(key, now()),
  }))
}

/** Latest first. */
export const listApiKeys = async (
  { by, scope }: InScope,
  deps: Deps,
): Promise<Result<readonly ListedApiKey[], NotFound>> => {
  if (!(await authorizeInScope(by, 'link-tools', scope, deps))) return refuse({ kind: 'not-found' })
  const keys = await deps.apiKeys.listApiKeys(scope)
  return ok(
    await listed(
      keys.sort((one, other) => other.createdAt - one.createdAt),
      deps,
    ),
  )
}

const entryOn = (
  { id, grant }: Pick<ApiKey, 'id' | 'grant'>,
  done: Authorship & Pick<AuditEntry, 'at' | 'effect'>,
): AuditEntry => ({ ...done, scope: grant.scope, about: id, holder: id })

const zoneOf = async (scope: Scope, { sites }: Deps): Promise<TimeZone> => {
  const site = scope.kind === 'site' ? await sites.findLocation(scope.site) : undefined
  return site?.timeZone ?? territoryOf(scope.kind === 'departement' ? scope.departement : '').timeZone
}

export type MakeApiKey = InScope &
  Pick<KeyGrant, 'role'> & {
    readonly name: string
    readonly days: number
    readonly idempotencyKey: string
  }

export type MadeApiKey = { readonly key: ListedApiKey; readonly token: string }

/** Derived from the Idempotency-Key too, which is kept nowhere: who repeats the request reads the same key again. */
const tokenOf = ({ by, idempotencyKey }: MakeApiKey, { seal }: Deps): ApiKeyToken => ({
  id: idOf('api-key', by.id, idempotencyKey) as HolderId,
  secret: seal('api-key', by.id, idempotencyKey).slice(0, 40),
})

type MakeRefusal = { readonly kind: 'not-found' | 'role-unfit' | 'too-many-api-keys' | 'key-reused' }

const made = async (key: ApiKey, token: ApiKeyToken, deps: Deps): Promise<MadeApiKey> => {
  const [shown] = await listed([key], deps)
  return { key: shown ?? { ...key, madeByName: undefined, isOver: false }, token: formatApiKey(token) }
}

/** Only its maker reads the key itself, with the answer to this request; its hash is stored. */
export const makeApiKey = async (
  command: MakeApiKey,
  deps: Deps,
): Promise<Result<MadeApiKey, MakeRefusal>> => {
  const { by, scope, role, name, days } = command
  const authorship = await authorizeInScope(by, 'link-tools', scope, deps)
  if (!authorship) return refuse({ kind: 'not-found' })
  if (!rolesOfKeys(scope).includes(role)) return refuse({ kind: 'role-unfit' })
  const token = tokenOf(command, deps)
  const requestHash = hashOfRequest('api-key', { scope: formatScope(scope), role, name, days })
  const before = await deps.apiKeys.findApiKey(token.id)
  if (before)
    return before.requestHash === requestHash
      ? ok(await made(before, token, deps))
      : refuse({ kind: 'key-reused' })
  const now = deps.now()
  const inUse = (await deps.apiKeys.listApiKeys(scope)).filter((each) => isKeyValid(each, now))
  if (inUse.length >= MOST_API_KEYS) return refuse({ kind: 'too-many-api-keys' })
  const timeZone = await zoneOf(scope, deps)
  const key: ApiKey = {
    ...{ id: token.id, name, grant: { role, scope }, secret: hashOf('api-key', token.secret) },
    ...{ madeBy: by.id, createdAt: now, timeZone, ...validityOf(days, now, timeZone) },
  }
  const entry = entryOn(key, { ...authorship, at: now, effect: 'key-made' })
  // Another request with the same Idempotency-Key was faster: this one repeats it, or is refused.
  if (!(await deps.apiKeys.addApiKey({ ...key, requestHash }, entry))) return makeApiKey(command, deps)
  return ok(await made(key, token, deps))
}

/** Again changes nothing. */
export const revokeApiKey = async (
  { by, scope, id }: InScope & { readonly id: HolderId },
  deps: Deps,
): Promise<Result<undefined, NotFound>> => {
  const authorship = await authorizeInScope(by, 'link-tools', scope, deps)
  const key = authorship && (await deps.apiKeys.findApiKey(id))
  if (!key || formatScope(key.grant.scope) !== formatScope(scope)) return refuse({ kind: 'not-found' })
  const at = deps.now()
  await deps.apiKeys.revoke(key, at, entryOn(key, { ...authorship, at, effect: 'key-revoked' }))
  return ok(undefined)
}
