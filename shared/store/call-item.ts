import * as z from 'zod'
import type { Booking } from '../domain/booking.ts'
import type { BookingChange } from '../domain/booking-change.ts'
import type { HolderId, SiteId, WorkshopId } from '../domain/ids.ts'
import type { LocalDate } from '../domain/local-date.ts'
import { CALL_NEWS, type CallNews, callAfter } from '../domain/news.ts'
import type { WaitlistEntry } from '../domain/waitlist.ts'
import { branded, LocalDateItem } from './branded.ts'
import { readItems, type Table } from './client.ts'
import { type CallId, callKey, callOfHolder, openCallsIn } from './keys/call-keys.ts'
import { BY_LOOKUP } from './keys/key.ts'
import { siteKey } from './keys/site-keys.ts'
import { unreachableOf } from './reach.ts'
import { put, remove, type Write } from './write.ts'

/**
 * A call to a holder whom no message reaches, about a booking or a cancelled `workshop`. `version` is the
 * revision of the news to tell.
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

const SiteItem = z.object({ departement: z.string() })

export const callOf = (item: unknown): Call => CallItem.parse(item)

/** Listed by the département of its site too, for those who call for many sites. */
const opening = (table: Table, call: Call, site: unknown): Write => {
  const known = SiteItem.safeParse(site)
  return put(table, {
    ...{ ...callKey(call.site, call.id), ...call, ...callOfHolder(call.holder, call.date) },
    ...(known.success && { [BY_LOOKUP.partitionKey]: openCallsIn(known.data.departement) }),
  })
}

const readSites = async (
  table: Table,
  calls: readonly Pick<Call, 'site'>[],
): Promise<Map<SiteId, unknown>> => {
  const ids = [...new Set(calls.map(({ site }) => site))]
  const items = ids.length > 0 ? await readItems(table, ids.map(siteKey)) : []
  return new Map(ids.map((id, at) => [id, items[at]]))
}

const dropping = (table: Table, { site, id }: Booking): Write => remove(table, callKey(site, id))

/** Part of the transaction of the changes: no holder stays untold. */
export const callWrites = async (table: Table, changes: readonly BookingChange[]): Promise<Write[]> => {
  const after = changes.flatMap((change) => {
    const call = callAfter(change)
    return call ? [{ ...change.to, call }] : []
  })
  const unreachable = await unreachableOf(table, after)
  const sites = await readSites(
    table,
    unreachable.filter(({ call }) => call !== 'drop'),
  )
  return unreachable.map(({ call, ...booking }) => {
    const { id, site, holder, date, revision: version } = booking
    return call === 'drop'
      ? dropping(table, booking)
      : opening(table, { id, site, holder, date, news: call.open, version }, sites.get(site))
  })
}

export const callWritesOfWaitlistEntry = async (table: Table, wait: WaitlistEntry): Promise<Write[]> => {
  const { id, holder, date, sites, workshop } = wait
  const [site] = sites
  const [unreachable] = await unreachableOf(table, [wait])
  if (!site || !unreachable) return []
  const call = {
    id,
    site,
    holder,
    date,
    news: 'wait-ended',
    version: 0,
    ...(workshop && { workshop }),
  } as const
  return [opening(table, call, (await readSites(table, [call])).get(site))]
}
