import type { Holder } from '../../shared/domain/holder.ts'
import type { HolderId, SiteId } from '../../shared/domain/ids.ts'
import type { Membership } from '../../shared/domain/public.ts'
import type { Actor } from '../../shared/domain/rights.ts'
import type { Dependencies } from '../dependencies.ts'
import { may } from './authorize.ts'

const MOST_LISTED = 100

export type ListedMember = Membership & { readonly who: Holder }

export type ListedMembers = {
  readonly members: readonly ListedMember[]
  readonly next?: HolderId | undefined
}

type ListMembers = { readonly site: SiteId; readonly by: Actor; readonly after?: HolderId | undefined }

/** One page, by name; undefined for people who may not admit there. */
export const listMembers = async (
  { site, by, after }: ListMembers,
  deps: Pick<Dependencies, 'admissions' | 'identities' | 'grants' | 'sites'>,
): Promise<ListedMembers | undefined> => {
  if (!(await may(by, 'admit-members', { site }, deps))) return undefined
  const found = await deps.admissions.listMembers(site, { after, most: MOST_LISTED + 1 })
  const page = found.slice(0, MOST_LISTED)
  const holders = await deps.identities.findHolders(page.map(({ holder }) => holder))
  const members = page.flatMap(({ holder, ...membership }) => {
    const who = holders.get(holder)
    return who ? [{ ...membership, who }] : []
  })
  const nameOf = ({ who }: ListedMember) => who.name ?? who.email ?? ''
  return {
    members: members.sort((one, other) => nameOf(one).localeCompare(nameOf(other), 'fr')),
    next: found.length > MOST_LISTED ? page.at(-1)?.holder : undefined,
  }
}
