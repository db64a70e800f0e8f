import type { Booking } from '../domain/booking.ts'
import type { HolderId, SiteId } from '../domain/ids.ts'
import type { Instant } from '../domain/instant.ts'
import type { LocalDate } from '../domain/local-date.ts'
import type { MembershipNews } from '../domain/public.ts'
import type { EndedAct } from '../domain/series.ts'
import type { WaitlistEntry } from '../domain/waitlist.ts'
import type { Workshop } from '../domain/workshop.ts'
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

/** To people who wait for a seat in a workshop that changes. */
export const callWritesOfWaiting = async (
  table: Table,
  waits: readonly WaitlistEntry[],
  { id: workshop, site, date, revision: version }: Workshop,
): Promise<Write[]> =>
  openings(
    table,
    (await unreachableOf(table, waits)).map(({ id, holder }) => ({
      ...{ id, site, holder, date, version, workshop },
      news: 'workshop-changed',
    })),
  )

/** One call for the whole act, to the association whose others no message reaches; who acts alone knows. */
export const callWritesOfSeriesAct = async (
  table: Table,
  { kind: news, by }: EndedAct,
  { id, site, holder, bookedBy, date, revision: version }: Booking,
): Promise<Write[]> => {
  if (by === holder) return []
  const owned = { holder, ...(bookedBy && { bookedBy }), actor: by }
  const [unreachable] = await unreachableOf(table, [owned])
  return unreachable ? openings(table, [{ id, site, holder, date, news, version }]) : []
}

type ChangedMember = {
  readonly site: SiteId
  readonly holder: HolderId
  readonly date: LocalDate
  readonly news: MembershipNews
  readonly at: Instant
  /** Not stored yet, and without an address. */
  readonly person?: object | undefined
}

/** One call for each person and place, to members whom no message reaches. */
export const callWritesOfMembership = async (
  table: Table,
  { site, holder, date, news, at, person }: ChangedMember,
): Promise<Write[]> => {
  const isToCall = person !== undefined || (await unreachableOf(table, [{ holder }])).length > 0
  return isToCall ? openings(table, [{ id: holder, site, holder, date, news, version: at }]) : []
}

export const callWritesOfWaitlistEntry = async (table: Table, wait: WaitlistEntry): Promise<Write[]> => {
  const { id, holder, date, sites, workshop } = wait
  const [site] = sites
  const [unreachable] = await unreachableOf(table, [wait])
  const call = { id, holder, date, news: 'wait-ended', version: 0, ...(workshop && { workshop }) } as const
  return site && unreachable ? openings(table, [{ ...call, site }]) : []
}
