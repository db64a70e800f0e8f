import type { HolderId } from '../../shared/domain/ids.ts'
import type { Membership } from '../../shared/domain/public.ts'
import { isSameForAll } from '../../shared/domain/space.ts'
import type { LentSite } from '../../shared/store/site-store.ts'
import type { Dependencies } from '../dependencies.ts'

/** Who reads, found out only where it matters. */
export type Reader = () => Promise<HolderId | undefined>

/** Neither session nor membership is read where a site lends to all on the same terms. */
export const findMembershipThere = async (
  { site, spaces }: LentSite,
  reader: Reader | undefined,
  { members }: Pick<Dependencies, 'members'>,
): Promise<Membership | undefined> => {
  if (!reader || spaces.every(isSameForAll)) return undefined
  const holder = await reader()
  return holder && members.findMembership(holder, site.id)
}
