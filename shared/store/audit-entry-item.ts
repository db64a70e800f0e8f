import * as z from 'zod'
import { type AuditEntry, EFFECTS } from '../domain/audit-entry.ts'
import type { HolderId, SiteId } from '../domain/ids.ts'
import { type Action, atSite, formatScope, POLICY, ROLES } from '../domain/rights.ts'
import { branded, InstantItem } from './branded.ts'
import { ActingGrantItem, grantItem, ScopeItem } from './grant-item.ts'
import { auditEntryKey, auditEntrySort } from './keys/audit-keys.ts'
import { EXPIRY } from './keys/key.ts'

/** Two years: no job looks for entries, they expire. */
const KEPT_SECONDS = 730 * 86_400

const HolderIdItem = branded<HolderId>()

/** Entries of an earlier version have a site instead of a scope. */
const WhereItem = z.union([
  z.object({ scope: ScopeItem }),
  z.object({ site: z.string() }).transform(({ site }) => ({ scope: atSite(site as SiteId) })),
])

const AuditEntryItem = z.object({
  at: InstantItem,
  by: z.union([z.literal(['system', 'operator']), HolderIdItem]),
  action: z.enum(Object.keys(POLICY) as [Action, ...Action[]]),
  as: ActingGrantItem.exactOptional(),
  effect: z.enum(EFFECTS),
  about: z.string(),
  revision: z.int().min(0).exactOptional(),
  holder: HolderIdItem.exactOptional(),
  role: z.enum(ROLES).exactOptional(),
})

export const auditEntryOfItem = (item: unknown): AuditEntry => ({
  ...AuditEntryItem.parse(item),
  ...WhereItem.parse(item),
})

/** The index by-holder lists an entry under the holder whom it concerns. */
export const auditEntryItem = (auditEntry: AuditEntry) => ({
  ...auditEntryKey(auditEntry),
  ...auditEntry,
  [EXPIRY]: Math.floor(auditEntry.at / 1000) + KEPT_SECONDS,
  scope: formatScope(auditEntry.scope),
  ...(auditEntry.as && { as: grantItem(auditEntry.as) }),
  ...(auditEntry.holder !== undefined && { startsLocal: auditEntrySort(auditEntry) }),
})
