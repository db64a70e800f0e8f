import type { AuditEntry } from '../domain/audit-entry.ts'
import type { Holder } from '../domain/holder.ts'
import type { HolderId, SiteId } from '../domain/ids.ts'
import type { LocalDate } from '../domain/local-date.ts'
import { type Membership, membershipNewsOf } from '../domain/public.ts'
import type { SiteScope } from '../domain/rights.ts'
import { auditEntryWrites } from './booking-writes.ts'
import { callWritesOfMembership } from './call-writes.ts'
import { queryRange, readItems, type Table } from './client.ts'
import { IS_ABSENT, when } from './expression.ts'
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
import { latestPersonKey, personOfHolder } from './keys/person-keys.ts'
import { MemberItem, membershipOf } from './member-store.ts'
import { phoneHash } from './person-item.ts'
import { KnownItem, listKnown, personWrites } from './person-store.ts'
import { storeOf } from './store-of.ts'
import { type Conflict, put, remove, type Write, write } from './write.ts'

/*
 | access                  | how                                                    | read     |
 | memberships of a holder | query of their partition                               | eventual |
 | members of a site       | index by-lookup, then batch get                        | strong   |
 | people of a phone       | get of who was admitted last, then as they are known   | strong   |
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

/** With them, `Known.latest` becomes this person: refused as `changed` once another one was admitted since. */
const latestPersonWrites = (
  table: Table,
  site: SiteId,
  { id, phone }: Holder,
  latest: HolderId | undefined,
): Write[] =>
  phone === undefined
    ? []
    : [
        put(
          table,
          { ...latestPersonKey(site, phoneHash(site, phone)), ...personOfHolder(id) },
          latest === undefined ? IS_ABSENT : when`#holder = ${latest}`,
        ),
      ]

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

/** `latest` was admitted last as a new person with the phone. */
type Known = { readonly people: readonly Holder[]; readonly latest: HolderId | undefined }

/** `latest` is read first: a person admitted afterwards changes it, or is among the people. */
const listKnownAndLatest = async (table: Table, site: SiteId, phone: string): Promise<Known> => {
  const [item] = await readItems(table, [latestPersonKey(site, phoneHash(site, phone))])
  const people = await listKnown(table, site, phone)
  return { people, latest: item && KnownItem.parse(item).holder }
}

export const admissionStore = (table: Table) =>
  storeOf(table, { listMemberships, listMembers, listKnownAndLatest, admit, withdraw })
