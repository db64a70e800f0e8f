import * as z from 'zod'
import type { AuditEntry } from '../domain/audit-entry.ts'
import type { Hash, HolderId, InvitationId } from '../domain/ids.ts'
import type { Instant } from '../domain/instant.ts'
import type { Invitation } from '../domain/invitation.ts'
import { formatScope, ROLES, type Scope } from '../domain/rights.ts'
import { auditEntryWrites } from './booking-writes.ts'
import { branded, InstantItem } from './branded.ts'
import { queryRange, readItems, type Table } from './client.ts'
import { when } from './expression.ts'
import { ScopeItem } from './grant-item.ts'
import { grantPuts } from './grant-store.ts'
import { hashOf } from './hash.ts'
import { EXPIRY } from './keys/key.ts'
import {
  invitationKey,
  invitationOfAddress,
  scopeInvitationKey,
  scopeInvitations,
} from './keys/right-keys.ts'
import { invitationSecretOf, type Seal } from './mail-secrets.ts'
import { storeOf } from './store-of.ts'
import { put, putNew, remove, update, write } from './write.ts'

/*
 | access                 | how                                                                 | read   |
 | invite                 | transaction: invitation (absent), its scope entry, audit entry      |        |
 | an invitation          | get                                                                 | strong |
 | invitations to a scope | query of the scope's partition, then batch get                      | strong |
 | take                   | transaction: invitation (open), its scope entry, grant, audit entry |        |
 | withdraw               | transaction: invitation (open), its scope entry, audit entry        |        |
*/

const InvitationItem = z.object({
  id: branded<InvitationId>(),
  role: z.enum(ROLES),
  scope: ScopeItem,
  email: z.string(),
  secret: z.string().exactOptional(),
  requestHash: branded<Hash>(),
  invitedBy: branded<HolderId>(),
  createdAt: InstantItem,
  expiresAt: InstantItem,
  takenBy: branded<HolderId>().exactOptional(),
})

const ScopeEntryItem = InvitationItem.pick({ id: true })

/** `secret` is stored in invitations of an earlier version only: otherwise it is derived from the id. */
export type StoredInvitation = Invitation & { readonly requestHash: Hash; readonly secret?: string }

export const invitationOf = (item: unknown): StoredInvitation => {
  const { role, scope, ...rest } = InvitationItem.parse(item)
  return { ...rest, grant: { role, scope } }
}

const KEPT_DAYS_SECONDS = 30 * 86_400

const itemOf = ({ grant, ...rest }: StoredInvitation) => ({
  ...invitationKey(rest.id),
  ...invitationOfAddress(hashOf('email', rest.email), rest.id),
  ...rest,
  role: grant.role,
  scope: formatScope(grant.scope),
  [EXPIRY]: Math.ceil(rest.expiresAt / 1000) + KEPT_DAYS_SECONDS,
})

const IS_OPEN = when`attribute_exists(pk) AND attribute_not_exists(takenBy)`

const scopeEntryKey = ({ id, grant }: Invitation) => scopeInvitationKey(grant.scope, id)

/** `seal` derives the secrets of the links. */
type Invitations = { readonly table: Table; readonly seal: Seal }

const findInvitation = async (
  { table, seal }: Invitations,
  id: InvitationId,
): Promise<Required<StoredInvitation> | undefined> => {
  const [item] = await readItems(table, [invitationKey(id)])
  return item && { takenBy: undefined, secret: invitationSecretOf(seal, id), ...invitationOf(item) }
}

/** False when its id is taken. */
const addInvitation = async (
  { table }: Invitations,
  invitation: StoredInvitation,
  auditEntry?: AuditEntry,
): Promise<boolean> =>
  !(await write(table, [
    putNew(table, itemOf(invitation)),
    put(table, { ...scopeEntryKey(invitation), id: invitation.id }),
    ...auditEntryWrites(table, [auditEntry]),
  ]))

const listOpen = async ({ table }: Invitations, scope: Scope, now: Instant): Promise<Invitation[]> => {
  const entries = await queryRange(table, scopeInvitations(scope), { consistent: true })
  const items = await readItems(
    table,
    entries.map((entry) => invitationKey(ScopeEntryItem.parse(entry).id)),
  )
  const found = items.filter((item) => item !== undefined).map(invitationOf)
  return found.filter(({ takenBy, expiresAt }) => !takenBy && expiresAt > now)
}

/** False when it is taken or withdrawn. */
const take = async (
  { table }: Invitations,
  invitation: Invitation & { readonly takenBy: HolderId },
  auditEntry: AuditEntry,
): Promise<boolean> => {
  const { id, takenBy, grant } = invitation
  return !(await write(table, [
    update(table, invitationKey(id), { set: { takenBy }, when: IS_OPEN }),
    remove(table, scopeEntryKey(invitation)),
    ...grantPuts(table, takenBy, grant),
    ...auditEntryWrites(table, [auditEntry]),
  ]))
}

/** False when it is taken or withdrawn. */
const withdraw = async (
  { table }: Invitations,
  invitation: Invitation,
  auditEntry?: AuditEntry,
): Promise<boolean> =>
  !(await write(table, [
    remove(table, invitationKey(invitation.id), IS_OPEN),
    remove(table, scopeEntryKey(invitation)),
    ...auditEntryWrites(table, [auditEntry]),
  ]))

export const invitationStore = (table: Table, seal: Seal) =>
  storeOf({ table, seal }, { findInvitation, addInvitation, listOpen, take, withdraw })
