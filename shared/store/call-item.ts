import * as z from 'zod'
import type { BookingChange } from '../domain/booking-change.ts'
import type { HolderId, SiteId, WorkshopId } from '../domain/ids.ts'
import type { LocalDate } from '../domain/local-date.ts'
import { CALL_NEWS, type CallNews, callAfter } from '../domain/news.ts'
import { branded, LocalDateItem } from './branded.ts'
import { readItems, type Table } from './client.ts'
import type { Condition } from './expression.ts'
import { type CallId, callKey, callOfHolder, openCallsIn } from './keys/call-keys.ts'
import { BY_LOOKUP } from './keys/key.ts'
import { siteKey } from './keys/site-keys.ts'
import { unreachableOf } from './reach.ts'
import { put, remove, type Write } from './write.ts'

/**
 * A call to a holder whom no message reaches, about a booking, a `workshop` that they wait for, or their
 * membership, when `id` is the holder. `version` tells news from later ones.
 */
export type Call = {
  readonly id: CallId
  readonly site: SiteId
  readonly holder: HolderId
  readonly date: LocalDate
  readonly news: CallNews
  readonly version: number
  readonly workshop?: WorkshopId
}

const CallItem = z.object({
  id: branded<CallId>(),
  site: branded<SiteId>(),
  holder: branded<HolderId>(),
  date: LocalDateItem,
  news: z.enum(CALL_NEWS),
  version: z.int().min(0),
  workshop: branded<WorkshopId>().exactOptional(),
})

export const callOf = (item: unknown): Call => CallItem.parse(item)

/** Listed by the département of their sites too, for staff who call for many sites. */
export const openings = async (
  table: Table,
  calls: readonly Call[],
  condition?: Condition,
): Promise<Write[]> => {
  const sites = await readItems(
    table,
    calls.map(({ site }) => siteKey(site)),
  )
  return calls.map((call, at) =>
    put(
      table,
      {
        ...{ ...callKey(call.site, call.id), ...call, ...callOfHolder(call.holder, call.date) },
        ...(sites[at] && { [BY_LOOKUP.partitionKey]: openCallsIn(String(sites[at].departement)) }),
      },
      condition,
    ),
  )
}

/** Part of the transaction of the changes: no holder stays untold. */
export const callWrites = async (table: Table, changes: readonly BookingChange[]): Promise<Write[]> => {
  const after = changes.flatMap((change) => {
    const news = callAfter(change)
    return news ? [{ ...change.to, news }] : []
  })
  const unreachable = await unreachableOf(table, after)
  const opened = unreachable.flatMap(({ id, site, holder, date, revision: version, news }) =>
    news === 'drop' ? [] : [{ id, site, holder, date, news: news.open, version }],
  )
  const dropped = unreachable.filter(({ news }) => news === 'drop')
  return [
    ...dropped.map(({ site, id }) => remove(table, callKey(site, id))),
    ...(await openings(table, opened)),
  ]
}
