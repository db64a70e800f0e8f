import type { Association } from '../../shared/domain/association.ts'
import type { SignedInHolder } from '../../shared/domain/holder.ts'
import type { HolderId } from '../../shared/domain/ids.ts'
import { ok, type Result, refuse } from '../../shared/domain/result.ts'
import { ofAssociation } from '../../shared/domain/rights.ts'
import { ContentionError } from '../../shared/store/contention.ts'
import { retryContended } from '../../shared/store/retry.ts'
import { hashOfRequest, idOf } from './hash.ts'
import { type AssociationDeps, belongingsOf, MOST_ASSOCIATIONS } from './read-association.ts'

export type AddAssociation = Omit<Association, 'id'> & {
  readonly by: SignedInHolder
  readonly idempotencyKey: string
}

export type AddAssociationRefusal = {
  readonly kind: 'association-known' | 'too-many-associations' | 'name-missing' | 'key-reused'
}

const attempt = async (
  { name, register, by, idempotencyKey }: AddAssociation,
  deps: AssociationDeps,
): Promise<Result<HolderId, AddAssociationRefusal>> => {
  const id = idOf('association', by.id, idempotencyKey) as HolderId
  const requestHash = hashOfRequest('association', { name, ...register })
  const existing = await deps.associations.findAssociation(id)
  if (existing) return existing.requestHash === requestHash ? ok(id) : refuse({ kind: 'key-reused' })
  // Invited people see who invites them.
  if (!by.name) return refuse({ kind: 'name-missing' })
  if ((await belongingsOf(by.id, deps)).size >= MOST_ASSOCIATIONS)
    return refuse({ kind: 'too-many-associations' })
  const founding = { by: by.id, action: 'be-oneself', effect: 'founded' } as const
  const auditEntry = { ...founding, scope: ofAssociation(id), role: 'lead', at: deps.now() } as const
  const told = { ...auditEntry, about: id, holder: id }
  const conflict = await deps.associations.addAssociation({ id, name, register }, told, requestHash)
  if (conflict === 'taken') return refuse({ kind: 'association-known' })
  if (conflict) throw new ContentionError(conflict)
  return ok(id)
}

/** Adds an association with its first lead; a register holds one association only. */
export const addAssociation = (
  command: AddAssociation,
  deps: AssociationDeps,
): Promise<Result<HolderId, AddAssociationRefusal>> => retryContended(() => attempt(command, deps))
