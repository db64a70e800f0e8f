import type { AuditEntry } from '../domain/audit-entry.ts'
import type { Holder } from '../domain/holder.ts'
import type { HolderId, SiteId } from '../domain/ids.ts'
import type { Membership } from '../domain/public.ts'
import type { SiteScope } from '../domain/rights.ts'
import { auditEntryWrites } from './booking-writes.ts'
import { queryRange, readItems, type Table } from './client.ts'
import { queryIndex } from './index-query.ts'
import {
  admittedAfter,
  admittedAs,
  admittedTo,
  holderInKey,
  memberKey,
  membershipsOf,
  siteOfMembership,
} from './keys/holder-keys.ts'
import { BY_LOOKUP, keyOf } from './keys/key.ts'
import { MemberItem } from './member-store.ts'
import { personWrites } from './person-store.ts'
import { storeOf } from './store-of.ts'
import { put, remove, write } from './write.ts'

/*
 | access                  | how                                      | read     |
 | memberships of a holder | query of their partition                 | eventual |
 | members of a site       | index by-lookup, then batch get          | strong   |
 | admit, withdraw         | transaction: the membership, audit entry |          |
*/

export type MemberAuditEntry = AuditEntry & { readonly scope: SiteScope; readonly holder: HolderId }

const listMemberships = async (
  table: Table,
  holder: HolderId,
): Promise<(Membership & { readonly site: SiteId })[]> =>
  (await queryRange(table, membershipsOf(holder))).map((item) => ({
    ...MemberItem.parse(item),
    site: siteOfMembership(keyOf(item)),
  }))

type Member = Membership & { readonly holder: HolderId }

/** By holder, from the one after `after`. A new one may be listed some milliseconds late. */
const listMembers = async (
  table: Table,
  site: SiteId,
  { after, most }: { readonly after?: HolderId | undefined; readonly most: number },
): Promise<Member[]> => {
  const entries = await queryIndex(table, BY_LOOKUP, admittedTo(site), { ...admittedAfter(after), most })
  const items = await readItems(table, entries.map(keyOf))
  return items
    .filter((item) => item !== undefined)
    .map((item) => ({ ...MemberItem.parse(item), holder: holderInKey(keyOf(item)) }))
}

/** With `person`, who is new at the site. */
const admit = async (
  table: Table,
  auditEntry: MemberAuditEntry,
  { person, ...membership }: Membership & { readonly person?: Holder | undefined },
): Promise<void> => {
  const { holder, scope } = auditEntry
  await write(table, [
    ...(person ? personWrites(table, scope.site, person) : []),
    put(table, {
      ...memberKey(holder, scope.site),
      ...membership,
      [BY_LOOKUP.partitionKey]: admittedTo(scope.site),
      [BY_LOOKUP.sortKey]: admittedAs(holder),
    }),
    ...auditEntryWrites(table, [auditEntry]),
  ])
}

const withdraw = async (table: Table, auditEntry: MemberAuditEntry): Promise<void> => {
  await write(table, [
    remove(table, memberKey(auditEntry.holder, auditEntry.scope.site)),
    ...auditEntryWrites(table, [auditEntry]),
  ])
}

export const admissionStore = (table: Table) =>
  storeOf(table, { listMemberships, listMembers, admit, withdraw })
