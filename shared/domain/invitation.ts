import type { HolderId, InvitationId } from './ids.ts'
import { addMinutes, type Instant } from './instant.ts'
import { ok, type Result, refuse } from './result.ts'
import { type Action, type Actor, ASSOCIATION_ROLES, type Grant, type Scope } from './rights.ts'

const VALID_DAYS = 7

/** A right that is offered to an address; whoever shows its secret takes it, once. */
export type Invitation = {
  readonly id: InvitationId
  readonly grant: Grant
  readonly email: string
  readonly invitedBy: HolderId
  readonly createdAt: Instant
  readonly expiresAt: Instant
  readonly takenBy?: HolderId | undefined
}

export const invitationExpiry = (createdAt: Instant): Instant => addMinutes(createdAt, VALID_DAYS * 24 * 60)

const isOfAssociation = ({ role }: Grant): boolean => ASSOCIATION_ROLES.some((each) => each === role)

/** Whether the role is one of those that the scope has. */
export const isRoleOfScope = (grant: Grant): boolean => {
  const { role, scope } = grant
  if (isOfAssociation(grant) || scope.kind === 'association')
    return isOfAssociation(grant) && scope.kind === 'association'
  return role !== 'network' || scope.kind !== 'site'
}

/** Who gives rights in a scope sees all of its grants; the least of its roles stands for all. */
export const leastGrantOf = (scope: Scope): Grant => ({
  role: scope.kind === 'association' ? 'member' : 'agent',
  scope,
})

/** What whoever gives or withdraws a grant has to be allowed. */
export const actionToGrant = ({ role, scope }: Grant): Action => {
  if (scope.kind === 'association') return 'lead-association'
  return role === 'network' || scope.kind !== 'site' ? 'give-network-rights' : 'give-rights'
}

export type InvitationRefusal = {
  readonly kind: 'invitation-over' | 'second-factor-missing' | 'other-address'
}

export type Invitee = Actor & { readonly email?: string | undefined }

/**
 * Takes an invitation. A right of staff goes to who has signed in with a second factor, whatever their address; one of
 * an association to who has signed in with the address that was invited. Again by the same person changes nothing.
 */
export const decideInvitation = (
  invitation: Invitation,
  by: Invitee,
  now: Instant,
): Result<Invitation, InvitationRefusal> => {
  const { takenBy, expiresAt, grant, email } = invitation
  if (takenBy === by.id) return ok(invitation)
  if (takenBy || expiresAt <= now) return refuse({ kind: 'invitation-over' })
  if (isOfAssociation(grant))
    return by.email === email ? ok({ ...invitation, takenBy: by.id }) : refuse({ kind: 'other-address' })
  return by.secondFactor ? ok({ ...invitation, takenBy: by.id }) : refuse({ kind: 'second-factor-missing' })
}
