import type { HolderId, InvitationId } from './ids.ts'
import { addMinutes, type Instant } from './instant.ts'
import { ok, type Result, refuse } from './result.ts'
import { type Action, type Actor, ASSOCIATION_ROLES, type Grant, type Role, type Scope } from './rights.ts'

const VALID_DAYS = 7

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

type StaffScope = Exclude<Scope['kind'], 'association'>

/** A role that is not named here serves a site, a département or the network. */
const SCOPES_OF: Partial<Record<Role, readonly StaffScope[]>> = {
  phone: ['departement', 'network'],
  owner: ['site'],
  coordinator: ['departement'],
  network: ['departement', 'network'],
}

export const isRoleOfScope = (grant: Grant): boolean => {
  const { role, scope } = grant
  if (isOfAssociation(grant) || scope.kind === 'association')
    return isOfAssociation(grant) && scope.kind === 'association'
  return SCOPES_OF[role]?.includes(scope.kind) ?? true
}

export const leastGrantOf = (scope: Scope): Grant => ({
  role: scope.kind === 'association' ? 'member' : 'agent',
  scope,
})

export const actionToGrant = ({ role, scope }: Grant): Action => {
  if (scope.kind === 'association') return 'lead-association'
  return role === 'network' || scope.kind !== 'site' ? 'give-network-rights' : 'give-rights'
}

export type InvitationRefusal = {
  readonly kind: 'invitation-over' | 'second-factor-missing' | 'other-address'
}

export type Invitee = Actor & { readonly email?: string | undefined }

/** A staff right needs a second factor, an association's the invited address; again changes nothing. */
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
