import type { Hash, HolderId, InvitationId } from '../../domain/ids.ts'
import { formatScope, type Grant, type Scope } from '../../domain/rights.ts'
import { holderPartition, listedUnder, ofHolder } from './holder-keys.ts'
import { beginningWith, type Key, type PartitionRange } from './key.ts'

const GRANTS = 'GRANT#'
export const grantKey = (holder: HolderId, { role, scope }: Grant): Key =>
  ofHolder(holder, `${GRANTS}${formatScope(scope)}#${role}`)
export const grants = (holder: HolderId): PartitionRange => ({
  pk: holderPartition(holder),
  ...beginningWith(GRANTS),
})

/** The scope entry of a grant, and of an invitation as long as nobody has taken it. */
export const scopePartition = (scope: Scope) => `SCOPE#${formatScope(scope)}`
export const scopeGrantKey = (holder: HolderId, { role, scope }: Grant): Key => ({
  pk: scopePartition(scope),
  sk: `${GRANTS}${role}#${holder}`,
})
export const scopeGrants = (scope: Scope): PartitionRange => ({
  pk: scopePartition(scope),
  ...beginningWith(GRANTS),
})

export const INVITATIONS = 'INVITATION#'
export const INVITATION = 'INVITATION'
export const invitationKey = (id: InvitationId): Key => ({ pk: `${INVITATIONS}${id}`, sk: INVITATION })
export const scopeInvitationKey = (scope: Scope, id: InvitationId): Key => ({
  pk: scopePartition(scope),
  sk: `${INVITATIONS}${id}`,
})
export const scopeInvitations = (scope: Scope): PartitionRange => ({
  pk: scopePartition(scope),
  ...beginningWith(INVITATIONS),
})
/** An invitation is listed under the hash of its address, and deleted with it. */
export const invitationOfAddress = (email: Hash, id: InvitationId) =>
  listedUnder(email, `${INVITATIONS}${id}`)
