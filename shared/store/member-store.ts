import * as z from 'zod'
import type { AuditEntry } from '../domain/audit-entry.ts'
import type { HolderId, SiteId } from '../domain/ids.ts'
import { type Membership, PUBLICS } from '../domain/public.ts'
import type { SiteScope } from '../domain/rights.ts'
import { auditEntryWrites } from './booking-writes.ts'
import { LocalDateItem } from './branded.ts'
import { queryRange, readItems, type Table } from './client.ts'
import { memberKey, membershipsOf, siteOfMembership } from './keys/holder-keys.ts'
import { keyOf } from './keys/key.ts'
import { storeOf } from './store-of.ts'
import { put, remove, write } from './write.ts'

/*
 | access                  | how                                      | read     |
 | a membership            | get; with all that a booking needs       | strong   |
 | memberships of a holder | query of their partition                 | eventual |
 | admit, withdraw         | transaction: the membership, audit entry |          |
*/

const MemberItem = z.object({
  public: z.enum(PUBLICS),
  until: LocalDateItem.exactOptional(),
})

export const membershipOf = (item: unknown): Membership | undefined =>
  item === undefined ? undefined : MemberItem.parse(item)

export type MemberAuditEntry = AuditEntry & { readonly scope: SiteScope; readonly holder: HolderId }

/** Read at each request: a withdrawn membership ends at the next one. */
const findMembership = async (
  table: Table,
  holder: HolderId,
  site: SiteId,
): Promise<Membership | undefined> => {
  const [item] = await readItems(table, [memberKey(holder, site)])
  return membershipOf(item)
}

const listMemberships = async (
  table: Table,
  holder: HolderId,
): Promise<(Membership & { readonly site: SiteId })[]> =>
  (await queryRange(table, membershipsOf(holder))).map((item) => ({
    ...MemberItem.parse(item),
    site: siteOfMembership(keyOf(item)),
  }))

const admit = async (table: Table, auditEntry: MemberAuditEntry, membership: Membership): Promise<void> => {
  await write(table, [
    put(table, { ...memberKey(auditEntry.holder, auditEntry.scope.site), ...membership }),
    ...auditEntryWrites(table, [auditEntry]),
  ])
}

const withdraw = async (table: Table, auditEntry: MemberAuditEntry): Promise<void> => {
  await write(table, [
    remove(table, memberKey(auditEntry.holder, auditEntry.scope.site)),
    ...auditEntryWrites(table, [auditEntry]),
  ])
}

export const memberStore = (table: Table) =>
  storeOf(table, { findMembership, listMemberships, admit, withdraw })
