import type { HolderId, SiteId } from '../../shared/domain/ids.ts'
import { ok, type Result, refuse } from '../../shared/domain/result.ts'
import { covers } from '../../shared/domain/rights.ts'
import type { Dependencies } from '../dependencies.ts'

type Deps = Pick<Dependencies, 'grants' | 'sites' | 'identities'>

/** Somebody who mediates at a site now; `not-found` for all others. */
export const findMediator = async (
  id: HolderId,
  site: SiteId,
  { grants, sites, identities }: Deps,
): Promise<
  Result<{ readonly id: HolderId; readonly name: string }, { readonly kind: 'not-found' | 'name-missing' }>
> => {
  const [theirs, location, holder] = await Promise.all([
    grants.listGrants(id),
    sites.findLocation(site),
    identities.findHolder(id),
  ])
  const mediates = theirs.some(({ role, scope }) => role === 'mediator' && covers(scope, location))
  if (!mediates || !holder || holder.disabledAt !== undefined) return refuse({ kind: 'not-found' })
  return holder.name ? ok({ id, name: holder.name }) : refuse({ kind: 'name-missing' })
}
