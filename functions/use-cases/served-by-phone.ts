import type { SiteId } from '../../shared/domain/ids.ts'
import { type Actor, covers, type Resource, type Scope } from '../../shared/domain/rights.ts'
import { staffScopesOf } from '../../shared/domain/staff-scopes.ts'
import type { Dependencies } from '../dependencies.ts'

/** Undefined for people who serve nobody by telephone. */
export const scopesServedBy = async (
  by: Actor,
  { grants }: Pick<Dependencies, 'grants'>,
): Promise<readonly Scope[] | undefined> => {
  const scopes = staffScopesOf({ ...by, grants: await grants.listGrants(by.id) }, 'act-by-phone')
  return scopes.length > 0 ? scopes : undefined
}

export const isServed = (scopes: readonly Scope[], site: Resource['site']): boolean =>
  scopes.some((scope) => covers(scope, site))

/** Those of the sites that `by` serves by telephone. */
export const servedOf = async (
  sites: readonly SiteId[],
  by: Actor,
  deps: Pick<Dependencies, 'sites' | 'grants'>,
): Promise<ReadonlySet<SiteId>> => {
  const ids = [...new Set(sites)]
  const [scopes = [], ...locations] = await Promise.all([
    scopesServedBy(by, deps),
    ...ids.map((id) => deps.sites.findLocation(id)),
  ])
  return new Set(ids.filter((_, at) => isServed(scopes, locations[at] ?? {})))
}
