import type { AuditEntry } from '../../shared/domain/audit-entry.ts'
import type { HolderId, InvitationId } from '../../shared/domain/ids.ts'
import type { Instant } from '../../shared/domain/instant.ts'
import {
  decideInvitation,
  type Invitation,
  type InvitationRefusal,
  type Invitee,
} from '../../shared/domain/invitation.ts'
import { ok, type Result, refuse } from '../../shared/domain/result.ts'
import { formatScope, type Grant } from '../../shared/domain/rights.ts'
import { ContentionError } from '../../shared/store/contention.ts'
import { retryContended } from '../../shared/store/retry.ts'
import type { Dependencies } from '../dependencies.ts'
import { isSameSecret } from './hash.ts'

export type AcceptInvitation = { readonly id: InvitationId; readonly secret: string; readonly by: Invitee }

const isSameGrant = (one: Grant, other: Grant): boolean =>
  one.role === other.role && formatScope(one.scope) === formatScope(other.scope)

const auditEntryOn = (
  { id: about, grant, takenBy }: Invitation & { readonly takenBy: HolderId },
  at: Instant,
): AuditEntry => ({
  ...{ by: takenBy, action: 'be-oneself', at, effect: 'joined', about, holder: takenBy },
  ...grant,
})

/** Gives the right of an invitation once. Without the message's secret, the invitation is not found. */
export const acceptInvitation = (
  { id, secret, by }: AcceptInvitation,
  { invitations, grants, now }: Pick<Dependencies, 'invitations' | 'grants' | 'now'>,
): Promise<Result<Grant, InvitationRefusal | { readonly kind: 'not-found' }>> =>
  retryContended(async () => {
    const invitation = await invitations.findInvitation(id)
    if (!invitation || !isSameSecret(secret, invitation.secret)) return refuse({ kind: 'not-found' })
    const at = now()
    const decision = decideInvitation(invitation, by, at)
    if (!decision.ok) return decision
    if (decision.value === invitation) {
      // A right that was withdrawn is not regained by the same link.
      const isHeld = (await grants.listGrants(by.id)).some((each) => isSameGrant(each, invitation.grant))
      return isHeld ? ok(invitation.grant) : refuse({ kind: 'invitation-over' })
    }
    // Someone took it first, perhaps the same person: the next attempt decides.
    const taken = { ...decision.value, takenBy: by.id }
    if (!(await invitations.take(taken, auditEntryOn(taken, at)))) throw new ContentionError('taken')
    return ok(invitation.grant)
  })
