import type { Booking } from '../domain/booking.ts'
import type { EndedAct } from '../domain/series.ts'
import { openings } from './call-item.ts'
import { readItems, type Table } from './client.ts'
import { callKey } from './keys/call-keys.ts'
import { unreachableOf } from './reach.ts'
import type { Write } from './write.ts'

/** To people with a seat in a workshop that changes; who is to be called already hears of both at once. */
export const callWritesOfSeats = async (table: Table, seats: readonly Booking[]): Promise<Write[]> => {
  const unreachable = await unreachableOf(table, seats)
  const open = await readItems(
    table,
    unreachable.map(({ site, id }) => callKey(site, id)),
  )
  const opened = unreachable.filter((_, at) => !open[at])
  return openings(
    table,
    opened.map(({ id, site, holder, date, revision: version }) => ({
      ...{ id, site, holder, date, version },
      news: 'workshop-changed',
    })),
  )
}

/** One call for the whole act, to the association whose others no message reaches. */
export const callWritesOfSeriesAct = async (
  table: Table,
  { kind: news, by }: EndedAct,
  { id, site, holder, bookedBy, date, revision: version }: Booking,
): Promise<Write[]> => {
  const owned = { holder, ...(bookedBy && { bookedBy }), actor: by }
  const [unreachable] = await unreachableOf(table, [owned])
  return unreachable ? openings(table, [{ id, site, holder, date, news, version }]) : []
}
