import { type AttributeValue, ScanCommand, type ScanCommandOutput } from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import type { Booking } from '../../shared/domain/booking.ts'
import { isRoom } from '../../shared/domain/booking-change.ts'
import { isActive } from '../../shared/domain/booking-state.ts'
import type { BookingId, PersonId, SiteId } from '../../shared/domain/ids.ts'
import type { LocalDate } from '../../shared/domain/local-date.ts'
import { isPresence } from '../../shared/domain/mediators.ts'
import type { Stay } from '../../shared/domain/travel.ts'
import { type UsageRecord, usageEntryOf, usageListOf } from '../../shared/domain/usage.ts'
import { bookingOf } from '../../shared/store/booking-item.ts'
import { bookingStore } from '../../shared/store/booking-store.ts'
import type { Item, Table } from '../../shared/store/client.ts'
import { closedDayOf } from '../../shared/store/closure-item.ts'
import { holderOccupancyKey } from '../../shared/store/keys/holder-keys.ts'
import { type Key, keyOf } from '../../shared/store/keys/key.ts'
import { occupancyKey, usageKey } from '../../shared/store/keys/site-keys.ts'
import { occupancyOf } from '../../shared/store/occupancy-item.ts'
import { ownDayOf } from '../../shared/store/own-day.ts'
import { usageOf } from '../../shared/store/usage-item.ts'

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

type Count = { readonly places: number; readonly closed: number; readonly capacity: number }
const nameOf = ({ pk, sk }: Key, at: number) => `${pk} ${sk} q${at}`

/** How many seats each workshop has now, whatever it had when a seat was taken. */
const seatsOfAll = (items: readonly Item[]): ReadonlyMap<string, number> =>
  new Map(items.filter(({ sk }) => sk === 'WORKSHOP').map(({ id, seats }) => [String(id), Number(seats)]))

/** The counters that active bookings and closures add up to; only bookings have a maximum. */
const countersOf = (
  live: readonly Booking[],
  closed: readonly Item[],
  seats: ReadonlyMap<string, number>,
): Map<string, Count> => {
  const counts = new Map<string, Count>()
  const add = (key: Key, { start, end }: { start: number; end: number }, more: Partial<Count>) => {
    for (let quarter = start; quarter < end; quarter++) {
      const { places = 0, closed = 0, capacity = 0 } = counts.get(nameOf(key, quarter)) ?? {}
      counts.set(nameOf(key, quarter), {
        places: places + (more.places ?? 0),
        closed: closed + (more.closed ?? 0),
        capacity: more.capacity ?? capacity,
      })
    }
  }
  for (const { site, holder, bookedBy, date, start, end, allocations } of live) {
    for (const each of allocations) {
      const capacity = seats.get(each.space) ?? each.capacity
      add(occupancyKey(site, each.date, each.space), each, { ...each, capacity })
    }
    if (!bookedBy) add(holderOccupancyKey(holder, date), { start, end }, { places: 1, capacity: 1 })
  }
  for (const item of closed) {
    for (const each of closedDayOf(item).allocations) {
      const { sk } = occupancyKey('' as SiteId, each.date, each.space)
      add({ pk: String(item.pk), sk }, each, { closed: each.places })
    }
  }
  return counts
}

const inOrder = (lines: readonly string[]): string => lines.toSorted().join(', ')

/** Checks that each usage record holds the active and missed bookings that count in it, and nothing else. */
const usageFaults = (items: readonly Item[], bookings: readonly Booking[]): string[] => {
  const lineOf = (list: string, id: string, { date, start, end, until }: UsageRecord['active'][BookingId]) =>
    `${list} ${id} ${date} ${start}-${end} ${until ?? ''}`
  const wanted = new Map<string, readonly string[]>()
  for (const booking of bookings) {
    const list = booking.countsFor && usageListOf(booking)
    if (!booking.countsFor || !list) continue
    const { pk, sk } = usageKey(booking.site, booking.countsFor)
    const lines = wanted.get(`${pk} ${sk}`) ?? []
    wanted.set(`${pk} ${sk}`, [...lines, lineOf(list, booking.id, usageEntryOf(booking))])
  }
  const stored = new Map<string, readonly string[]>(
    items
      .filter(({ sk }) => String(sk).startsWith('USAGE#'))
      .map((item) => {
        const usage = usageOf(item, '' as SiteId, '' as PersonId)
        const lines = (['active', 'missed'] as const).flatMap((list) =>
          Object.entries(usage[list]).map(([id, entry]) => lineOf(list, id, entry)),
        )
        return [`${item.pk} ${item.sk}`, lines] as const
      }),
  )
  return [...new Set([...wanted.keys(), ...stored.keys()])].flatMap((name) => {
    const [has, should] = [inOrder(stored.get(name) ?? []), inOrder(wanted.get(name) ?? [])]
    return has === should ? [] : [`${name} holds ${has || 'nothing'}, should hold ${should || 'nothing'}`]
  })
}

/** Checks that own days hold the rooms of the workshops that somebody leads, and nothing else. */
const stayFaults = (items: readonly Item[], live: readonly Booking[]): string[] => {
  const lineOf = ({ pk, sk }: Key, { site, start, end }: Stay) => `${pk} ${sk} ${site} ${start}-${end}`
  const wanted = live.filter(isRoom).map((room) => lineOf(holderOccupancyKey(room.holder, room.date), room))
  const stored = items
    .filter(({ pk, sk }) => String(pk).startsWith('HOLDER#') && String(sk).startsWith('DAY#'))
    .flatMap((item) => ownDayOf(item).stays.map((stay) => lineOf(keyOf(item), stay)))
  const [has, should] = [inOrder(stored), inOrder(wanted)]
  return has === should ? [] : [`own days hold ${has || 'no room'}, should hold ${should || 'no room'}`]
}

export type Audit = {
  readonly live: readonly Booking[]
  /** Faults in words; empty when all is in order. */
  readonly faults: readonly string[]
}

/** Recomputes each counter and usage record of a table, of spaces, holders and persons. */
export const reconcile = async (table: Table, ...sites: readonly SiteId[]): Promise<Audit> => {
  const items = await scan(table)
  const bookings = items.filter(({ pk }) => String(pk).startsWith('BOOKING#')).map(bookingOf)
  const live = bookings.filter(isActive)
  const closed = items.filter(({ sk, state }) => String(sk).startsWith('CLOSED#') && state === 'closed')
  const [from, to] = ['2000-01-01', '2999-12-31'] as [LocalDate, LocalDate]
  const listed = (
    await Promise.all(sites.map((site) => bookingStore(table).listSiteBookings(site, from, to)))
  ).flat()
  const idsOf = (of: readonly Booking[]) => of.map(({ id }) => id as string).sort()
  const wanted = countersOf(live, closed, seatsOfAll(items))
  const stored = new Map(
    items
      .filter(({ sk }) => String(sk).startsWith('DAY#'))
      .flatMap((item) =>
        Object.entries(occupancyOf(item)).map(
          ([at, places]) =>
            [nameOf({ pk: String(item.pk), sk: String(item.sk) }, Number(at)), places] as const,
        ),
      ),
  )
  const faults = [...new Set([...wanted.keys(), ...stored.keys()])].flatMap((name) => {
    const { places, closed, capacity } = wanted.get(name) ?? { places: 0, closed: 0, capacity: 0 }
    const counted = stored.get(name) ?? 0
    return [
      ...(counted === places + closed
        ? []
        : [`${name}: ${counted} counted, ${places} booked, ${closed} closed`]),
      ...(places > capacity ? [`${name}: ${places} booked out of ${capacity}`] : []),
    ]
  })
  const [all, active] = [idsOf(live.filter((each) => !isPresence(each))), idsOf(listed)]
  if (all.join() !== active.join()) faults.push(`the site lists ${active}, booked are ${all}`)
  const entries = items.filter(({ pk, sk }) => `${pk} ${sk}`.match(/^SITE#\S+ (BOOKING|SITE-HOLD)#/))
  const stray = entries.length - listed.length
  if (stray !== 0) faults.push(`${stray} entries of the site stand for no booking`)
  return { live, faults: [...faults, ...usageFaults(items, bookings), ...stayFaults(items, live)] }
}
