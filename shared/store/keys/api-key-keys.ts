import type { HolderId } from '../../domain/ids.ts'
import type { Scope } from '../../domain/rights.ts'
import { ofHolder } from './holder-keys.ts'
import { beginningWith, type Key, type PartitionRange } from './key.ts'
import { scopePartition } from './right-keys.ts'

const API_KEYS = 'API-KEY#'

/** Beside the name, by which the trail knows who acted. */
export const apiKeyKey = (id: HolderId): Key => ofHolder(id, 'API-KEY')

/** What lists a key in its scope until it is revoked. */
export const scopeApiKeyKey = (scope: Scope, id: HolderId): Key => ({
  pk: scopePartition(scope),
  sk: `${API_KEYS}${id}`,
})
export const scopeApiKeys = (scope: Scope): PartitionRange => ({
  pk: scopePartition(scope),
  ...beginningWith(API_KEYS),
})
