import * as z from 'zod'
import type { HolderId, SiteId } from '../domain/ids.ts'
import { type Membership, PUBLICS } from '../domain/public.ts'
import { InstantItem, LocalDateItem } from './branded.ts'
import { readItems, type Table } from './client.ts'
import { memberKey } from './keys/holder-keys.ts'
import { storeOf } from './store-of.ts'

/*
 | access                  | how                                      | read     |
 | a membership            | get; with all that a booking needs       | strong   |
*/

export const MemberItem = z.object({
  public: z.enum(PUBLICS),
  until: LocalDateItem.exactOptional(),
})

/** `changedAt` tells one change of a membership from the next. */
export const ChangedMemberItem = MemberItem.extend({ changedAt: InstantItem })

export const membershipOf = (item: unknown): Membership | undefined =>
  item === undefined ? undefined : MemberItem.parse(item)

/** Read at each request: a withdrawn membership ends at the next one. */
const findMembership = async (
  table: Table,
  holder: HolderId,
  site: SiteId,
): Promise<Membership | undefined> => {
  const [item] = await readItems(table, [memberKey(holder, site)])
  return membershipOf(item)
}

export type MemberStore = ReturnType<typeof memberStore>

export const memberStore = (table: Table) => storeOf(table, { findMembership })
