import type { HolderId, SiteId } from '../../shared/domain/ids.ts'
import { localTimeAt } from '../../shared/domain/instant.ts'
import { isLentFrom } from '../../shared/domain/opening.ts'
import { type OtherTerms, otherTermsOf } from '../../shared/domain/other-terms.ts'
import { publicOn } from '../../shared/domain/public.ts'
import { type Space, spaceFor } from '../../shared/domain/space.ts'
import type { LentSite } from '../../shared/store/site-store.ts'
import type { Dependencies } from '../dependencies.ts'

/** `otherTerms` tell everybody what members and subscribers may. */
export type SiteForReader = Omit<LentSite, 'spaces'> & {
  readonly spaces: readonly (Space & { readonly otherTerms: OtherTerms[] })[]
}

/** Lending of today for a holder, or for everyone. */
export const readSite = async (
  { site: id, holder }: { readonly site: SiteId; readonly holder: HolderId | undefined },
  { sites, members, now }: Pick<Dependencies, 'sites' | 'members' | 'now'>,
): Promise<SiteForReader | undefined> => {
  const [lent, membership] = await Promise.all([
    sites.findSite(id),
    holder && members.findMembership(holder, id),
  ])
  if (!lent) return undefined
  const { site, spaces } = lent
  const { date: today } = localTimeAt(now(), site.timeZone)
  const who = publicOn(membership, today)
  const stillLent = spaces.filter((space) => isLentFrom(space, today))
  const readable = stillLent.map((space) => ({ ...spaceFor(space, who), otherTerms: otherTermsOf(space) }))
  return { ...lent, spaces: readable }
}
