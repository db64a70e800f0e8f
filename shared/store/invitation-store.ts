import { marshall } from '@aws-sdk/util-dynamodb'
import * as z from 'zod'
import type { AuditEntry } from '../domain/audit-entry.ts'
import type { Hash, HolderId, InvitationId } from '../domain/ids.ts'
import type { Instant } from '../domain/instant.ts'
import type { Invitation } from '../domain/invitation.ts'
import { formatScope, ROLES, type Scope } from '../domain/rights.ts'
import { auditEntryWrites } from './booking-writes.ts'
import { queryRange, readItems, type Table } from './client.ts'
import { ScopeItem } from './grant-item.ts'
import { grantPuts } from './grant-store.ts'
import { hashOf } from './hash.ts'
import { EXPIRY, invitationKey, scopeInvitationKey, scopeInvitations } from './keys.ts'
import { invitationSecretOf, type Seal } from './mail-secrets.ts'
import { ofAddress } from './privacy-keys.ts'
import { type Write, write } from './write.ts'

/*
 | access                    | how                                                                          | consistency |
 | invite                    | transaction: invitation (absent), scope entry in the scope, the audit entry  |             |
 | an invitation             | get                                                                          | strong      |
 | who is invited to a scope | query of the scope's partition, then get of each                             | strong      |
 | take                      | transaction: invitation (not taken), the grant, the audit entry, without the |             |
 |                           | scope entry                                                                  |             |
 | withdraw                  | transaction: delete of both (there, not taken), the audit entry              |             |
*/

const InvitationItem = z.object({
  id: z.string().transform((id) => id as InvitationId),
  role: z.enum(ROLES),
  scope: ScopeItem,
  email: z.string(),
  secret: z.string().exactOptional(),
  requestHash: z.string().transform((hash) => hash as Hash),
  invitedBy: z.string().transform((id) => id as HolderId),
  createdAt: z.number().transform((at) => at as Instant),
  expiresAt: z.number().transform((at) => at as Instant),
  takenBy: z
    .string()
    .transform((id) => id as HolderId)
    .exactOptional(),
})

/**
 * `requestHash`: what was asked with the same key. `secret`: what the message carries, where an earlier version has stored
 * it; else it follows from the identifier.
 */
export type StoredInvitation = Invitation & { readonly requestHash: Hash; readonly secret?: string }

export const invitationOf = (item: unknown): StoredInvitation => {
  const { role, scope, ...rest } = InvitationItem.parse(item)
  return { ...rest, grant: { role, scope } }
}

const KEPT_DAYS_SECONDS = 30 * 86_400

const itemOf = ({ grant, ...rest }: StoredInvitation) => ({
  ...invitationKey(rest.id),
  ...ofAddress(hashOf('email', rest.email), `INVITATION#${rest.id}`),
  ...rest,
  role: grant.role,
  scope: formatScope(grant.scope),
  [EXPIRY]: Math.ceil(rest.expiresAt / 1000) + KEPT_DAYS_SECONDS,
})

export const invitationStore = (table: Table, seal: Seal) => {
  const TableName = table.name
  const scopeEntryOf = ({ id, grant }: Invitation) => marshall(scopeInvitationKey(grant.scope, id))
  const find = async (id: InvitationId): Promise<Required<StoredInvitation> | undefined> => {
    const [item] = await readItems(table, [invitationKey(id)])
    return item && { takenBy: undefined, secret: invitationSecretOf(seal, id), ...invitationOf(item) }
  }
  return {
    findInvitation: find,

    /** Answers false when there is one of that identifier already. */
    addInvitation: async (invitation: StoredInvitation, auditEntry?: AuditEntry): Promise<boolean> => {
      const Item = marshall(itemOf(invitation), { removeUndefinedValues: true })
      const scopeEntry = { ...scopeInvitationKey(invitation.grant.scope, invitation.id), id: invitation.id }
      return !(await write(table, [
        { Put: { TableName, Item, ConditionExpression: 'attribute_not_exists(pk)' }, conflict: 'changed' },
        { Put: { TableName, Item: marshall(scopeEntry) } },
        ...auditEntryWrites(table, [auditEntry]),
      ]))
    },

    /** Those that nobody has taken and whose time has not passed. */
    listOpen: async (scope: Scope, now: Instant): Promise<Invitation[]> => {
      const siteIndexEntries = await queryRange(table, scopeInvitations(scope), { consistent: true })
      const items = await readItems(
        table,
        siteIndexEntries.map(({ id }) => invitationKey(id as InvitationId)),
      )
      const found = items.filter((item) => item !== undefined).map(invitationOf)
      return found.filter(({ takenBy, expiresAt }) => !takenBy && expiresAt > now)
    },

    /** Gives the grant to who takes it; false when it was taken or withdrawn meanwhile. */
    take: async (
      invitation: Invitation & { readonly takenBy: HolderId },
      auditEntry: AuditEntry,
    ): Promise<boolean> => {
      const acceptance: Write = {
        Update: {
          TableName,
          Key: marshall(invitationKey(invitation.id)),
          UpdateExpression: 'SET takenBy = :by',
          ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(takenBy)',
          ExpressionAttributeValues: marshall({ ':by': invitation.takenBy }),
        },
        conflict: 'changed',
      }
      const scopeEntry = { Delete: { TableName, Key: scopeEntryOf(invitation) } }
      const grant = grantPuts(table, invitation.takenBy, invitation.grant)
      return !(await write(table, [
        acceptance,
        scopeEntry,
        ...grant,
        ...auditEntryWrites(table, [auditEntry]),
      ]))
    },

    /** False when it was taken, or withdrawn already. */
    withdraw: async (invitation: Invitation, auditEntry?: AuditEntry): Promise<boolean> =>
      !(await write(table, [
        {
          Delete: {
            TableName,
            Key: marshall(invitationKey(invitation.id)),
            ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(takenBy)',
          },
          conflict: 'changed',
        },
        { Delete: { TableName, Key: scopeEntryOf(invitation) } },
        ...auditEntryWrites(table, [auditEntry]),
      ])),
  }
}
