import { timingSafeEqual } from 'node:crypto'
import {
  decideTaking,
  type InvitationId,
  type InvitationRefusal,
  type Taker,
} from '../../../shared/domain/invitation.ts'
import { ok, type Result, refuse } from '../../../shared/domain/result.ts'
import type { Grant } from '../../../shared/domain/rights.ts'
import { ContentionError } from '../../../shared/store/contention.ts'
import { retryContended } from '../../../shared/store/retry.ts'
import type { Dependencies } from '../../dependencies.ts'

export type TakeInvitation = { readonly id: InvitationId; readonly secret: string; readonly by: Taker }

const isSame = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))

/** Gives who is signed in what they were invited to, once. Without the secret of the message it is as absent. */
export const takeInvitation = (
  { id, secret, by }: TakeInvitation,
  { invitations, now }: Pick<Dependencies, 'invitations' | 'now'>,
): Promise<Result<Grant, InvitationRefusal | { readonly kind: 'not-found' }>> =>
  retryContended(async () => {
    const invitation = await invitations.findInvitation(id)
    if (!invitation || !isSame(secret, invitation.secret)) return refuse({ kind: 'not-found' })
    const decision = decideTaking(invitation, by, now())
    if (!decision.ok) return decision
    if (decision.value === invitation) return ok(invitation.grant)
    // Somebody else took it meanwhile, or this very person: the next attempt decides on it.
    if (!(await invitations.take({ ...decision.value, takenBy: by.id }))) throw new ContentionError('taken')
    return ok(invitation.grant)
  })
