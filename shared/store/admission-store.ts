import type { AuditEntry } from '../domain/audit-entry.ts'
import type { Holder } from '../domain/holder.ts'
import type { HolderId, SiteId } from '../domain/ids.ts'
import type { LocalDate } from '../domain/local-date.ts'
import { type Membership, membershipNewsOf } from '../domain/public.ts'
import type { SiteScope } from '../domain/rights.ts'
import { auditEntryWrites } from './booking-writes.ts'
import { callWritesOfMembership } from './call-writes.ts'
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
import { MemberItem, membershipOf } from './member-store.ts'
import { latestPersonWrites, personWrites } from './person-store.ts'
import { storeOf } from './store-of.ts'
import { type Conflict, put, remove, type Write, write } from './write.ts'

/*
 | access                  | how                                                    | read     |
 | memberships of a holder | query of their partition                               | eventual |
 | members of a site       | index by-lookup, then batch get                        | strong   |
 | admit, withdraw         | get, then transaction: the membership, entry, call     |          |
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

/** `latest` was the last one admitted with the phone of this new person when nobody of the name was found. */
export type NewPerson = { readonly holder: Holder; readonly latest: HolderId | undefined }

/** `date` is today at the site. */
type Change = { readonly date: LocalDate; readonly person?: NewPerson | undefined }

const newPersonWrites = (table: Table, site: SiteId, { holder, latest }: NewPerson): Write[] => [
  ...latestPersonWrites(table, site, holder, latest),
  ...personWrites(table, site, holder),
]

const change = async (
  table: Table,
  { date, person: added }: Change,
  to: Membership | undefined,
  auditEntry: MemberAuditEntry,
): Promise<Conflict | undefined> => {
  const person = added?.holder
  const { holder, scope, at } = auditEntry
  const key = memberKey(holder, scope.site)
  const [before] = await readItems(table, [key])
  const news = membershipNewsOf(membershipOf(before), to)
  const item = {
    ...{ ...key, ...to, changedAt: at },
    [BY_LOOKUP.partitionKey]: admittedTo(scope.site),
    [BY_LOOKUP.sortKey]: admittedAs(holder),
  }
  return write(table, [
    ...(added ? newPersonWrites(table, scope.site, added) : []),
    ...(news ? [to ? put(table, item) : remove(table, key)] : []),
    ...(news ? await callWritesOfMembership(table, { ...scope, holder, date, news, at, person }) : []),
    ...auditEntryWrites(table, [auditEntry]),
  ])
}

/** Answers `changed` when another new person with the phone was admitted since it was looked up. */
const admit = (table: Table, auditEntry: MemberAuditEntry, membership: Membership, how: Change) =>
  change(table, how, membership, auditEntry)

const withdraw = (table: Table, auditEntry: MemberAuditEntry, how: Change) =>
  change(table, how, undefined, auditEntry)

export const admissionStore = (table: Table) =>
  storeOf(table, { listMemberships, listMembers, admit, withdraw })
