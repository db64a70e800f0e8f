import { DeleteItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
import * as z from 'zod'
import type { HolderId } from '../domain/booking.ts'
import type { LocalDate } from '../domain/local-date.ts'
import { type Membership, PUBLICS } from '../domain/public.ts'
import type { SiteId } from '../domain/site.ts'
import { readItems, type Table } from './client.ts'
import { memberKey } from './keys.ts'

/*
 | access                              | how                                | consistency |
 | what a holder is at a site          | get; with all that a booking needs | strong      |
 | admit, withdraw                     | put, delete                        |             |
*/

const MemberItem = z.object({
  public: z.enum(PUBLICS),
  until: z
    .string()
    .transform((date) => date as LocalDate)
    .exactOptional(),
})

export const membershipOf = (item: unknown): Membership | undefined =>
  item === undefined ? undefined : MemberItem.parse(item)

export type MemberStore = ReturnType<typeof memberStore>

export const memberStore = (table: Table) => ({
  /** Read at each request: what is withdrawn ends at the next one. */
  findMembership: async (holder: HolderId, site: SiteId): Promise<Membership | undefined> => {
    const [item] = await readItems(table, [memberKey(holder, site)])
    return membershipOf(item)
  },

  admit: async (holder: HolderId, site: SiteId, membership: Membership): Promise<void> => {
    const item = marshall({ ...memberKey(holder, site), ...membership }, { removeUndefinedValues: true })
    await table.client.send(new PutItemCommand({ TableName: table.name, Item: item }))
  },

  withdraw: async (holder: HolderId, site: SiteId): Promise<void> => {
    await table.client.send(new DeleteItemCommand({ TableName: table.name, Key: marshall(memberKey(holder, site)) }))
  },
})
