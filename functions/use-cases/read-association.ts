import type { Association, Roster } from '../../shared/domain/association.ts'
import type { Authorship } from '../../shared/domain/authorship.ts'
import type { Holder } from '../../shared/domain/holder.ts'
import type { HolderId } from '../../shared/domain/ids.ts'
import type { Invitation } from '../../shared/domain/invitation.ts'
import { type Action, type Actor, type AssociationRole, ofAssociation } from '../../shared/domain/rights.ts'
import type { StoredAssociation } from '../../shared/store/association-store.ts'
import type { Dependencies } from '../dependencies.ts'
import { mapAtOnce } from './at-once.ts'
import { authorize, may } from './authorize.ts'

export type AssociationDeps = Pick<
  Dependencies,
  'associations' | 'invitations' | 'grants' | 'sites' | 'identities' | 'now'
>

/** Only leads see open `invitations`. */
export type SeenAssociation = {
  readonly association: Association
  readonly roster: Roster
  readonly names: ReadonlyMap<HolderId, Holder>
  readonly me: HolderId
  readonly invitations?: readonly Invitation[]
}

export const MOST_ASSOCIATIONS = 20

export const belongingsOf = async (
  id: HolderId,
  { grants }: Pick<Dependencies, 'grants'>,
): Promise<ReadonlyMap<HolderId, AssociationRole>> => {
  const roles = new Map<HolderId, AssociationRole>()
  for (const { role, scope } of await grants.listGrants(id))
    if (scope.kind === 'association' && (role === 'lead' || !roles.has(scope.association)))
      roles.set(scope.association, role as AssociationRole)
  return roles
}

/** People without access do not find the association. */
export const findAssociation = async (
  { id, by, action }: { readonly id: HolderId; readonly by: Actor; readonly action: Action },
  deps: Pick<AssociationDeps, 'associations' | 'grants' | 'sites'>,
): Promise<{ readonly association: StoredAssociation; readonly authorship: Authorship } | undefined> => {
  const authorship = await authorize(by, action, { owner: id }, deps)
  const association = authorship && (await deps.associations.findAssociation(id))
  return association && { association, authorship }
}

/** Undefined for people who are no members. */
export const readAssociation = async (
  { id, by }: { readonly id: HolderId; readonly by: Actor },
  deps: AssociationDeps,
): Promise<SeenAssociation | undefined> => {
  const found = await findAssociation({ id, by, action: 'read-association' }, deps)
  if (!found) return undefined
  const { association } = found
  const roster = await deps.associations.readRoster(association)
  const [names, leads] = await Promise.all([
    deps.identities.findHolders(roster.entries.map(({ holder }) => holder)),
    may(by, 'lead-association', { owner: id }, deps),
  ])
  const seen = { association, roster, names, me: by.id }
  if (!leads) return seen
  const scope = ofAssociation(id)
  return { ...seen, invitations: await deps.invitations.listOpen(scope, deps.now()) }
}

export type Belonging = { readonly association: Association; readonly role: AssociationRole }

export const listBelongings = async (
  id: HolderId,
  deps: Pick<Dependencies, 'associations' | 'grants'>,
): Promise<Belonging[]> => {
  const roles = await belongingsOf(id, deps)
  const associations = await deps.associations.listAssociations([...roles.keys()])
  return associations
    .map((association) => ({ association, role: roles.get(association.id) ?? 'member' }))
    .sort((one, other) => one.association.name.localeCompare(other.association.name, 'fr'))
}

const ASSOCIATIONS_AT_ONCE = 4

export const forMyAssociations = async <T>(
  me: HolderId,
  read: (association: Association) => Promise<T>,
  deps: Pick<Dependencies, 'associations' | 'grants'>,
): Promise<T[]> =>
  mapAtOnce(await listBelongings(me, deps), ASSOCIATIONS_AT_ONCE, ({ association }) => read(association))
