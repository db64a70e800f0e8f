import { associationOf } from './association-store.ts'
import type { Item } from './client.ts'
import { holderOf } from './identity-item.ts'
import { invitationOf } from './invitation-store.ts'
import { registerKey } from './keys/holder-keys.ts'
import type { Key } from './keys/key.ts'
import { INVITATION, scopeInvitationKey } from './keys/right-keys.ts'
import { identityKey } from './keys/sign-in-keys.ts'

/** The scope entry of an invitation that is still open. */
export const otherKeysOf = (item: Item): Key[] => {
  if (item.sk !== INVITATION) return []
  const { id, grant } = invitationOf(item)
  return [scopeInvitationKey(grant.scope, id)]
}

/** The account of staff, the register number of an association. */
export const otherWaysTo = (item: Item): Key[] => {
  const { identity } = holderOf(item)
  const association = associationOf(item)
  return [
    ...(identity ? [identityKey(identity)] : []),
    ...(association ? [registerKey(association.register)] : []),
  ]
}
