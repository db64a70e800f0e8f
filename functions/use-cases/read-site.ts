import type { SiteId } from '../../shared/domain/ids.ts'
import { localTimeAt } from '../../shared/domain/instant.ts'
import { isLentFrom } from '../../shared/domain/opening.ts'
import { type OtherTerms, otherTermsOf } from '../../shared/domain/other-terms.ts'
import { type Membership, publicOn } from '../../shared/domain/public.ts'
import { type Space, spaceFor } from '../../shared/domain/space.ts'
import type { LentSite } from '../../shared/store/site-store.ts'
import type { Dependencies } from '../dependencies.ts'
import { findMembershipThere, type Reader } from './find-membership-there.ts'

/** `otherTerms` tell everybody what members and subscribers may. */
export type SiteForReader = Omit<LentSite, 'spaces'> & {
  readonly spaces: readonly (Space & { readonly otherTerms: OtherTerms[] })[]
}

/** Lending of today. */
export const siteFor = (
  membership: Membership | undefined,
  lent: LentSite,
  { now }: Pick<Dependencies, 'now'>,
): SiteForReader => {
  const { date: today } = localTimeAt(now(), lent.site.timeZone)
  const who = publicOn(membership, today)
  const stillLent = lent.spaces.filter((space) => isLentFrom(space, today))
  const spaces = stillLent.map((space) => ({ ...spaceFor(space, who), otherTerms: otherTermsOf(space) }))
  return { ...lent, spaces }
}

/** Lending of today for a reader, or for everyone. */
export const readSite = async (
  { site, reader }: { readonly site: SiteId; readonly reader?: Reader | undefined },
  deps: Pick<Dependencies, 'sites' | 'members' | 'now'>,
): Promise<SiteForReader | undefined> => {
  const lent = await deps.sites.findSite(site)
  return lent && siteFor(await findMembershipThere(lent, reader, deps), lent, deps)
}
