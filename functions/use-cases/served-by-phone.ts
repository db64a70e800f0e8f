import type { Holder } from '../../shared/domain/holder.ts'
import type { SiteId } from '../../shared/domain/ids.ts'
import { type Actor, covers, type Resource, type Scope, staffScopesOf } from '../../shared/domain/rights.ts'
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

/** People who gave a phone at any site that `by` serves by telephone. */
export const listKnownToServe = async (
  by: Actor,
  phone: string,
  deps: Pick<Dependencies, 'people' | 'sites' | 'grants'>,
): Promise<Holder[]> => {
  const [known, scopes = []] = await Promise.all([
    deps.people.listKnownAnywhere(phone),
    scopesServedBy(by, deps),
  ])
  const ids = new Set<SiteId>(known.flatMap(({ sites }) => sites))
  const locations = await Promise.all([...ids].map((id) => deps.sites.findLocation(id)))
  const served = new Set(locations.filter((each) => each && isServed(scopes, each)).map((each) => each?.id))
  return known.filter(({ sites }) => sites.some((site) => served.has(site))).map(({ holder }) => holder)
}
