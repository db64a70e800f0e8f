import type { Authorship } from '../../shared/domain/authorship.ts'
import { actionToGrant } from '../../shared/domain/invitation.ts'
import { type Action, type Actor, allowanceOf, type Grant, type Scope } from '../../shared/domain/rights.ts'
import type { Dependencies } from '../dependencies.ts'

type Deps = Pick<Dependencies, 'grants' | 'sites'>

/** Undefined when the site does not exist. */
const resourceOf = async (scope: Scope, { sites }: Pick<Deps, 'sites'>) => {
  if (scope.kind === 'association') return { owner: scope.association }
  if (scope.kind === 'departement') return { site: scope }
  if (scope.kind === 'network') return {}
  const site = await sites.findLocation(scope.site)
  return site && { site }
}

/** Undefined for people without access. */
export const authorizeInScope = async (
  by: Actor,
  action: Action,
  scope: Scope,
  deps: Deps,
): Promise<Authorship | undefined> => {
  const [grants, resource] = await Promise.all([deps.grants.listGrants(by.id), resourceOf(scope, deps)])
  const allowance = resource && allowanceOf({ ...by, grants }, action, resource)
  return allowance && { by: by.id, action, ...allowance }
}

export const authorizeGrant = ({ by, grant }: { readonly by: Actor; readonly grant: Grant }, deps: Deps) =>
  authorizeInScope(by, actionToGrant(grant), grant.scope, deps)
