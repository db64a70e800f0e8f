import type { RosterRefusal } from '../../shared/domain/association.ts'
import type { AuditEntry } from '../../shared/domain/audit-entry.ts'
import type { Holder } from '../../shared/domain/holder.ts'
import type { HolderId, InvitationId } from '../../shared/domain/ids.ts'
import {
  type Invitation,
  invitationExpiry,
  isRoleOfScope,
  leastGrantOf,
} from '../../shared/domain/invitation.ts'
import { ok, type Result, refuse } from '../../shared/domain/result.ts'
import { type Actor, formatScope, type Grant, type Scope } from '../../shared/domain/rights.ts'
import { retryContended } from '../../shared/store/retry.ts'
import type { Dependencies } from '../dependencies.ts'
import { type AllowanceRefusal, spendInvitation } from './allowances.ts'
import { authorizeGrant } from './authorize-in-scope.ts'
import { withdrawMember } from './change-roster.ts'
import { hashOfRequest, idOf } from './hash.ts'

const MOST_OPEN = 50

type Deps = Pick<Dependencies, 'grants' | 'invitations' | 'identities' | 'sites' | 'now'>
type InviteDeps = Deps & Pick<Dependencies, 'allowances' | 'seal'>
type NotFound = { readonly kind: 'not-found' }

export type HeldRight = Grant & { readonly holder: Holder }

export const listRights = async (
  { by, scope }: { readonly by: Actor; readonly scope: Scope },
  deps: Deps,
): Promise<
  Result<{ readonly held: readonly HeldRight[]; readonly invitations: readonly Invitation[] }, NotFound>
> => {
  if (!(await authorizeGrant({ by, grant: leastGrantOf(scope) }, deps))) return refuse({ kind: 'not-found' })
  const [grants, invitations] = await Promise.all([
    deps.grants.listHolders(scope),
    deps.invitations.listOpen(scope, deps.now()),
  ])
  const holders = await deps.identities.findHolders([...new Set(grants.map(({ holder }) => holder))])
  return ok({
    held: grants.map((grant) => ({ ...grant, holder: holders.get(grant.holder) ?? { id: grant.holder } })),
    invitations,
  })
}

/** Ends a right from the next request on; an association keeps its last lead. */
export const withdrawRight = async (
  { by, holder, ...grant }: Grant & { readonly by: Actor; readonly holder: HolderId },
  deps: Deps & Pick<Dependencies, 'associations'>,
): Promise<Result<undefined, NotFound | RosterRefusal>> => {
  const { scope } = grant
  if (scope.kind === 'association') return withdrawMember({ by, holder, id: scope.association }, deps)
  const authorship = await authorizeGrant({ by, grant }, deps)
  if (!authorship) return refuse({ kind: 'not-found' })
  const effect = holder === by.id ? 'resigned' : 'revoked'
  const auditEntry: AuditEntry = { ...authorship, ...grant, at: deps.now(), effect, about: holder, holder }
  await retryContended(() => deps.grants.withdraw(holder, grant, auditEntry))
  return ok(undefined)
}

export type Invite = Grant & { readonly by: Actor; readonly email: string; readonly idempotencyKey: string }

export type InviteRefusal =
  | { readonly kind: 'not-found' | 'role-unfit' | 'too-many-invitations' | 'key-reused' }
  | AllowanceRefusal<'too-many-messages'>

/** Known and unknown addresses get the same answer; holders of the right keep it unchanged. */
export const invite = async (
  { by, email, role, scope, idempotencyKey }: Invite,
  deps: InviteDeps,
): Promise<Result<Invitation, InviteRefusal>> => {
  const grant = { role, scope }
  const authorship = await authorizeGrant({ by, grant }, deps)
  if (!authorship) return refuse({ kind: 'not-found' })
  if (!isRoleOfScope(grant)) return refuse({ kind: 'role-unfit' })
  const id = idOf('invitation', by.id, idempotencyKey) as InvitationId
  const requestHash = hashOfRequest('invitation', { email, role, scope: formatScope(scope) })
  const createdAt = deps.now()
  const before = await deps.invitations.findInvitation(id)
  if (before) return before.requestHash === requestHash ? ok(before) : refuse({ kind: 'key-reused' })
  if ((await deps.invitations.listOpen(scope, createdAt)).length >= MOST_OPEN)
    return refuse({ kind: 'too-many-invitations' })
  const refusal = await spendInvitation(by.id, email, deps)
  if (refusal) return refuse(refusal)
  const invitation = { id, grant, email, invitedBy: by.id, createdAt, expiresAt: invitationExpiry(createdAt) }
  const auditEntry: AuditEntry = { ...authorship, ...grant, at: createdAt, effect: 'invited', about: id }
  await deps.invitations.addInvitation({ ...invitation, requestHash }, auditEntry)
  return ok(invitation)
}

export const withdrawInvitation = async (
  { by, id }: { readonly by: Actor; readonly id: InvitationId },
  deps: Deps,
): Promise<Result<undefined, { readonly kind: 'not-found' | 'invitation-over' }>> => {
  const invitation = await deps.invitations.findInvitation(id)
  const authorship = invitation && (await authorizeGrant({ by, grant: invitation.grant }, deps))
  if (!authorship) return refuse({ kind: 'not-found' })
  const auditEntry: AuditEntry = {
    ...authorship,
    ...invitation.grant,
    at: deps.now(),
    effect: 'uninvited',
    about: id,
  }
  return (await deps.invitations.withdraw(invitation, auditEntry))
    ? ok(undefined)
    : refuse({ kind: 'invitation-over' })
}
