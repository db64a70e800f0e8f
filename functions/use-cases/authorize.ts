import type { Authorship } from '../../shared/domain/authorship.ts'
import type { HolderId, SiteId } from '../../shared/domain/ids.ts'
import { type Action, type Actor, allowanceOf } from '../../shared/domain/rights.ts'
import type { Dependencies } from '../dependencies.ts'

/** Whose it is, who booked it for them, with which key, and where. */
type About = {
  readonly owner?: HolderId | undefined
  readonly bookedBy?: HolderId | undefined
  readonly bookedWith?: HolderId | undefined
  readonly site?: SiteId | undefined
}

/** Undefined for people without access, for whom it does not exist. */
export const authorize = async (
  by: Actor,
  action: Action,
  { owner, bookedBy, bookedWith, site }: About,
  { grants, sites }: Pick<Dependencies, 'grants' | 'sites'>,
): Promise<Authorship | undefined> => {
  const authorship = { by: by.id, action }
  if (allowanceOf({ ...by, grants: [] }, action, { owner })) return authorship
  const [theirs, location] = await Promise.all([grants.listGrants(by.id), site && sites.findLocation(site)])
  const resource = { owner, bookedBy, bookedWith, site: location }
  const allowance = allowanceOf({ ...by, grants: theirs }, action, resource)
  return allowance && { ...authorship, ...allowance }
}

export const may = async (...asked: Parameters<typeof authorize>): Promise<boolean> =>
  (await authorize(...asked)) !== undefined
