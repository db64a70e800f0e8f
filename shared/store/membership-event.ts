import type { HolderId, SiteId } from '../domain/ids.ts'
import { type Membership, membershipNewsOf } from '../domain/public.ts'
import type { Item } from './client.ts'
import { holderInKey, siteOfMembership } from './keys/holder-keys.ts'
import { keyOf } from './keys/key.ts'
import { ChangedMemberItem, membershipOf } from './member-store.ts'

/** Without `membership` where it has ended. */
export type MembershipEvent = {
  readonly kind: 'membership-changed'
  readonly id: string
  readonly site: SiteId
  readonly holder: HolderId
  readonly membership: Membership | undefined
}

export const membershipEventOf = (
  from: Item | undefined,
  to: Item | undefined,
): MembershipEvent | undefined => {
  const item = to ?? from
  if (!item || !membershipNewsOf(membershipOf(from), membershipOf(to))) return undefined
  const key = keyOf(item)
  const { changedAt } = ChangedMemberItem.parse(item)
  return {
    kind: 'membership-changed',
    id: `${key.pk}#${key.sk}#${changedAt}${to ? '' : '#withdrawn'}`,
    site: siteOfMembership(key),
    holder: holderInKey(key),
    membership: membershipOf(to),
  }
}
