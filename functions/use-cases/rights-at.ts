import type { Authorship } from '../../shared/domain/authorship.ts'
import type { SiteId } from '../../shared/domain/ids.ts'
import { type Action, type Actor, allowanceOf } from '../../shared/domain/rights.ts'
import type { Dependencies } from '../dependencies.ts'

/** As what somebody acts as staff of a site, read once for several actions. */
export const authorshipsAt = async (
  by: Actor,
  site: SiteId,
  { grants, sites }: Pick<Dependencies, 'grants' | 'sites'>,
): Promise<(action: Action) => Authorship | undefined> => {
  const [theirs, location] = await Promise.all([grants.listGrants(by.id), sites.findLocation(site)])
  return (action) => {
    const allowance = allowanceOf({ ...by, grants: theirs }, action, { site: location })
    return allowance && { by: by.id, action, ...allowance }
  }
}

export const rightsAt = async (
  ...asked: Parameters<typeof authorshipsAt>
): Promise<(action: Action) => boolean> => {
  const authorshipFor = await authorshipsAt(...asked)
  return (action) => authorshipFor(action) !== undefined
}
