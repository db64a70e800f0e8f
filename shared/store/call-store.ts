import type { AuditEntry } from '../domain/audit-entry.ts'
import type { Authorship } from '../domain/authorship.ts'
import type { HolderId, SiteId } from '../domain/ids.ts'
import type { LocalDate } from '../domain/local-date.ts'
import { atSite } from '../domain/rights.ts'
import { auditEntryWrites } from './booking-writes.ts'
import { type Call, callOf } from './call-item.ts'
import { type Item, queryRange, readItems, type Table } from './client.ts'
import { when } from './expression.ts'
import { queryIndex } from './index-query.ts'
import {
  type CallId,
  callKey,
  callOfHolder,
  calls,
  callsFrom,
  madeCallKey,
  openCallsIn,
} from './keys/call-keys.ts'
import { BY_LOOKUP, keyOf } from './keys/key.ts'
import { storeOf } from './store-of.ts'
import { type Conflict, put, remove, write } from './write.ts'

/*
 | access                   | how                                                           | read   |
 | open, drop               | in the transaction of the news (call-item)                    |        |
 | open calls of a site     | query of its partition                                        | strong |
 | open calls of many sites | queries of the index by-lookup, one a département, batch get  | strong |
 | some calls, open or made | batch get                                                     | strong |
 | note a call made         | transaction: open call (same version), made call, audit entry |        |
*/

export type KnownCall = Call & { readonly made: boolean }

const listCalls = async (table: Table, site: SiteId): Promise<Call[]> =>
  (await queryRange(table, calls(site), { consistent: true })).map(callOf)

const QUERIES_AT_ONCE = 20

/** The soonest of all, from a date on. Calls made in the meantime are left out. */
const listCallsIn = async (
  table: Table,
  departements: readonly string[],
  { from, most }: { readonly from: LocalDate; readonly most: number },
): Promise<Call[]> => {
  const open: Item[] = []
  for (let at = 0; at < departements.length; at += QUERIES_AT_ONCE) {
    const some = departements.slice(at, at + QUERIES_AT_ONCE)
    const found = some.map((each) =>
      queryIndex(table, BY_LOOKUP, openCallsIn(each), { ...callsFrom(from), most }),
    )
    open.push(...(await Promise.all(found)).flat())
  }
  const dateIn = (item: Item) => String(item[BY_LOOKUP.sortKey])
  const soonest = open.toSorted((one, other) => dateIn(one).localeCompare(dateIn(other))).slice(0, most)
  const items = await readItems(table, soonest.map(keyOf))
  return items.filter((item) => item !== undefined).map(callOf)
}

const listToCall = async (table: Table, site: SiteId): Promise<ReadonlySet<HolderId>> =>
  new Set((await queryRange(table, calls(site), { consistent: true })).map((item) => callOf(item).holder))

/** For each id the open call or, without one, the last call made. */
const findCalls = async (
  table: Table,
  site: SiteId,
  ids: readonly CallId[],
): Promise<(KnownCall | undefined)[]> => {
  if (ids.length === 0) return []
  const keys = ids.flatMap((id) => [callKey(site, id), madeCallKey(site, id)])
  const items = await readItems(table, keys)
  return ids.map((_, at) => {
    const [open, made] = [items[2 * at], items[2 * at + 1]]
    const item = open ?? made
    return item && { ...callOf(item), made: open === undefined }
  })
}

/** Answers `changed` when there is newer news, or when the call is made already. */
const noteMade = (
  table: Table,
  call: Call,
  done: Authorship & Pick<AuditEntry, 'at'>,
): Promise<Conflict | undefined> =>
  write(table, [
    remove(table, callKey(call.site, call.id), when`#version = ${call.version}`),
    put(table, {
      ...madeCallKey(call.site, call.id),
      ...callOf(call),
      ...callOfHolder(call.holder, call.date),
    }),
    ...auditEntryWrites(table, [
      {
        ...done,
        scope: atSite(call.site),
        effect: 'called',
        about: call.id,
        holder: call.holder,
        revision: call.version,
      },
    ]),
  ])

export type CallStore = ReturnType<typeof callStore>

export const callStore = (table: Table) =>
  storeOf(table, { listCalls, listCallsIn, listToCall, findCalls, noteMade })
