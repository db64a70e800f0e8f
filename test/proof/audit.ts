import { type AttributeValue, ScanCommand, type ScanCommandOutput } from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import type { Booking } from '../../shared/domain/booking.ts'
import { isStanding } from '../../shared/domain/booking-change.ts'
import type { LocalDate } from '../../shared/domain/local-date.ts'
import type { SiteId } from '../../shared/domain/site.ts'
import { bookingOf } from '../../shared/store/booking-item.ts'
import { bookingStore } from '../../shared/store/booking-store.ts'
import type { Item, Table } from '../../shared/store/client.ts'
import { daySheetKey, holderSheetKey, type Key } from '../../shared/store/keys.ts'
import { sheetOf } from '../../shared/store/sheet-item.ts'

const scan = async ({ client, name }: Table): Promise<Item[]> => {
  const items: Item[] = []
  let next: Record<string, AttributeValue> | undefined
  do {
    const page: ScanCommandOutput = await client.send(
      new ScanCommand({ TableName: name, ConsistentRead: true, ...(next && { ExclusiveStartKey: next }) }),
    )
    items.push(...(page.Items ?? []).map((item) => unmarshall(item)))
    next = page.LastEvaluatedKey
  } while (next)
  return items
}

type Count = { readonly places: number; readonly capacity: number }
const nameOf = ({ pk, sk }: Key, at: number) => `${pk} ${sk} q${at}`

/** What each counter has to be, and may be at the most, from the bookings that stand. */
const countersOf = (live: readonly Booking[]): Map<string, Count> => {
  const counts = new Map<string, Count>()
  const add = (key: Key, { start, end }: { start: number; end: number }, places: number, capacity: number) => {
    for (let at = start; at < end; at++) {
      const name = nameOf(key, at)
      counts.set(name, { places: (counts.get(name)?.places ?? 0) + places, capacity })
    }
  }
  for (const { site, holder, date, start, end, takings } of live) {
    for (const each of takings) add(daySheetKey(site, each.date, each.space), each, each.places, each.capacity)
    add(holderSheetKey(holder, date), { start, end }, 1, 1)
  }
  return counts
}

export type Audit = {
  readonly live: readonly Booking[]
  /** What is wrong, in words; empty when all is in order. */
  readonly faults: readonly string[]
}

/** Recomputes every counter of a table, its spaces' and its holders', from the bookings that stand in it. */
export const audit = async (table: Table, site: SiteId): Promise<Audit> => {
  const items = await scan(table)
  const bookings = items.filter(({ sk }) => sk === 'BOOKING').map(bookingOf)
  const live = bookings.filter(isStanding)
  const listed = await bookingStore(table).listSiteBookings(site, '2000-01-01' as LocalDate, '2999-12-31' as LocalDate)
  const idsOf = (of: readonly Booking[]) => of.map(({ id }) => id as string).sort()
  const wanted = countersOf(live)
  const stored = new Map(
    items
      .filter(({ sk }) => String(sk).startsWith('DAY#'))
      .flatMap((item) =>
        Object.entries(sheetOf(item)).map(
          ([at, places]) => [nameOf({ pk: String(item.pk), sk: String(item.sk) }, Number(at)), places] as const,
        ),
      ),
  )
  const faults = [...new Set([...wanted.keys(), ...stored.keys()])].flatMap((name) => {
    const { places, capacity } = wanted.get(name) ?? { places: 0, capacity: 0 }
    const counted = stored.get(name) ?? 0
    return [
      ...(counted === places ? [] : [`${name}: ${counted} counted, ${places} booked`]),
      ...(places > capacity ? [`${name}: ${places} booked out of ${capacity}`] : []),
    ]
  })
  const [all, standing] = [idsOf(live), idsOf(listed)]
  if (all.join() !== standing.join()) faults.push(`the site lists ${standing}, booked are ${all}`)
  const stray = items.filter(({ sk }) => /^(BOOKING|HOLD)#/.test(String(sk))).length - listed.length
  if (stray !== 0) faults.push(`${stray} entries of the site stand for no booking`)
  return { live, faults }
}
