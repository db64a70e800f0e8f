import * as z from 'zod'
import type { ApiKey } from '../domain/api-key.ts'
import type { AuditEntry } from '../domain/audit-entry.ts'
import type { Hash, HolderId } from '../domain/ids.ts'
import type { Instant, TimeZone } from '../domain/instant.ts'
import { KEY_ROLES } from '../domain/key-role.ts'
import type { LocalDate } from '../domain/local-date.ts'
import { formatScope, type Scope } from '../domain/rights.ts'
import { auditEntryWrites } from './booking-writes.ts'
import { branded, InstantItem } from './branded.ts'
import { queryRange, readItems, type Table } from './client.ts'
import { IS_PRESENT, when } from './expression.ts'
import { ScopeItem } from './grant-item.ts'
import { apiKeyKey, scopeApiKeyKey, scopeApiKeys } from './keys/api-key-keys.ts'
import { holderKey } from './keys/holder-keys.ts'
import { EXPIRY } from './keys/key.ts'
import { changeItem } from './single-item.ts'
import { storeOf } from './store-of.ts'
import { put, putNew, remove, update, write } from './write.ts'

/*
 | access               | how                                                                   | read   |
 | make a key           | transaction: it and its name (absent), its scope entry, audit entry   |        |
 | a key                | get by id, at each request with it                                    | strong |
 | the keys of a scope  | query of the scope's partition, then batch get                        | strong |
 | a key is used        | update, on condition that it was not that day                         |        |
 | revoke               | transaction: it (not revoked), its scope entry, audit entry           |        |
 Whatever a key writes checks in its transaction that it is not revoked (booking-writes).
*/

const DAY_SECONDS = 86_400
/** Those in charge see for so long that a key is over. */
const SHOWN_DAYS = 30
/** As long as the trail names it. */
const NAMED_DAYS = 730

const ApiKeyItem = z.object({
  id: branded<HolderId>(),
  name: z.string(),
  role: z.enum(KEY_ROLES),
  scope: ScopeItem,
  secret: branded<Hash>(),
  requestHash: branded<Hash>(),
  madeBy: branded<HolderId>(),
  createdAt: InstantItem,
  timeZone: branded<TimeZone>(),
  validUntil: branded<LocalDate>(),
  expiresAt: InstantItem,
  lastUsedOn: branded<LocalDate>().exactOptional(),
  revokedAt: InstantItem.exactOptional(),
})

type StoredApiKey = ApiKey & { readonly requestHash: Hash }

const apiKeyOf = (item: unknown): StoredApiKey => {
  const { role, scope, ...rest } = ApiKeyItem.parse(item)
  return { ...rest, grant: { role, scope } }
}

const keptFor = ({ expiresAt }: ApiKey, days: number) => ({
  [EXPIRY]: Math.ceil(expiresAt / 1000) + days * DAY_SECONDS,
})

/** False when there is one of its id. */
const addApiKey = async (table: Table, key: StoredApiKey, auditEntry: AuditEntry): Promise<boolean> => {
  const { grant, ...rest } = key
  const { id, name } = key
  const shown = keptFor(key, SHOWN_DAYS)
  const item = { ...apiKeyKey(id), ...rest, role: grant.role, scope: formatScope(grant.scope), ...shown }
  return !(await write(table, [
    putNew(table, item),
    putNew(table, { ...holderKey(id), id, name, ...keptFor(key, NAMED_DAYS) }),
    put(table, { ...scopeApiKeyKey(grant.scope, id), id, ...shown }),
    ...auditEntryWrites(table, [auditEntry]),
  ]))
}

const findApiKey = async (table: Table, id: HolderId): Promise<StoredApiKey | undefined> => {
  const [item] = await readItems(table, [apiKeyKey(id)])
  return item && apiKeyOf(item)
}

const ScopeEntryItem = ApiKeyItem.pick({ id: true })

/** Without those that are revoked. */
const listApiKeys = async (table: Table, scope: Scope): Promise<ApiKey[]> => {
  const entries = await queryRange(table, scopeApiKeys(scope), { consistent: true })
  const items = await readItems(
    table,
    entries.map((entry) => apiKeyKey(ScopeEntryItem.parse(entry).id)),
  )
  return items.filter((item) => item !== undefined).map(apiKeyOf)
}

const noteUse = async (table: Table, id: HolderId, on: LocalDate): Promise<void> => {
  await changeItem(table, apiKeyKey(id), {
    set: { lastUsedOn: on },
    when: when`attribute_exists(pk) AND (attribute_not_exists(lastUsedOn) OR lastUsedOn < ${on})`,
  })
}

/** From the next request on. False when it is revoked already. */
const revoke = async (
  table: Table,
  { id, grant }: Pick<ApiKey, 'id' | 'grant'>,
  at: Instant,
  auditEntry?: AuditEntry,
): Promise<boolean> =>
  !(await write(table, [
    update(table, apiKeyKey(id), {
      set: { revokedAt: at },
      when: when`attribute_exists(pk) AND attribute_not_exists(revokedAt)`,
    }),
    remove(table, scopeApiKeyKey(grant.scope, id), IS_PRESENT),
    ...auditEntryWrites(table, [auditEntry]),
  ]))

export const apiKeyStore = (table: Table) =>
  storeOf(table, { addApiKey, findApiKey, listApiKeys, noteUse, revoke })
