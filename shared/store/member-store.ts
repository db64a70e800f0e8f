import * as z from 'zod'
import type { AuditEntry } from '../domain/audit-entry.ts'
import type { HolderId, SiteId } from '../domain/ids.ts'
import type { LocalDate } from '../domain/local-date.ts'
import { type Membership, PUBLICS } from '../domain/public.ts'
import type { SiteScope } from '../domain/rights.ts'
import { auditEntryWrites } from './booking-writes.ts'
import { queryRange, readItems, type Table } from './client.ts'
import { memberKey } from './keys.ts'
import { MEMBER_PREFIX, membershipsOf } from './privacy-keys.ts'
import { put, remove, write } from './write.ts'

/*
 | access                     | how                                          | consistency |
 | what a holder is at a site | get; with all that a booking needs           | strong      |
 | what a holder is anywhere  | query of their partition                     | eventual    |
 | admit, withdraw            | transaction: the membership, the audit entry |             |
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

export type MemberAuditEntry = AuditEntry & { readonly scope: SiteScope; readonly holder: HolderId }

export const memberStore = (table: Table) => ({
  /** Read at each request: what is withdrawn ends at the next one. */
  findMembership: async (holder: HolderId, site: SiteId): Promise<Membership | undefined> => {
    const [item] = await readItems(table, [memberKey(holder, site)])
    return membershipOf(item)
  },

  listMemberships: async (holder: HolderId): Promise<(Membership & { readonly site: SiteId })[]> =>
    (await queryRange(table, membershipsOf(holder))).map((item) => ({
      ...MemberItem.parse(item),
      site: String(item.sk).slice(MEMBER_PREFIX.length) as SiteId,
    })),

  admit: async (auditEntry: MemberAuditEntry, membership: Membership): Promise<void> => {
    await write(table, [
      put(table, { ...memberKey(auditEntry.holder, auditEntry.scope.site), ...membership }),
      ...auditEntryWrites(table, [auditEntry]),
    ])
  },

  withdraw: async (auditEntry: MemberAuditEntry): Promise<void> => {
    await write(table, [
      remove(table, memberKey(auditEntry.holder, auditEntry.scope.site)),
      ...auditEntryWrites(table, [auditEntry]),
    ])
  },
})
