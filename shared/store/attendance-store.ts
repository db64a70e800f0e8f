import * as z from 'zod'
import type { AuditEntry } from '../domain/audit-entry.ts'
import type { Booking } from '../domain/booking.ts'
import { AGE_BANDS, type DropIn, OCCUPATIONS } from '../domain/drop-in.ts'
import type { Holder } from '../domain/holder.ts'
import { type BookingId, type DropInId, type HolderId, NOBODY, type WorkshopId } from '../domain/ids.ts'
import type { Site } from '../domain/site.ts'
import type { Workshop } from '../domain/workshop.ts'
import { bookingOf } from './booking-item.ts'
import { auditEntryWrites } from './booking-writes.ts'
import { branded, InstantItem } from './branded.ts'
import { type Item, queryRange, readItems, type Table } from './client.ts'
import { IS_ABSENT, when } from './expression.ts'
import { holderOf } from './identity-item.ts'
import { bookingKey } from './keys/booking-keys.ts'
import { holderKey } from './keys/holder-keys.ts'
import { keyOf } from './keys/key.ts'
import { siteKey, spaceKey } from './keys/site-keys.ts'
import { attendanceItems, dropInKey, isDropInKey, isSeatKey, workshopKey } from './keys/workshop-keys.ts'
import { SeatItem } from './seat-store.ts'
import { siteOf, spaceOf } from './site-item.ts'
import { storeOf } from './store-of.ts'
import { workshopOf } from './workshop-item.ts'
import { type Conflict, put, write } from './write.ts'

/*
 | access                                | how                                               | read   |
 | a workshop, its seats and drop-ins    | query of its partition                            | strong |
 | bookings, holders, site and room      | batch get                                         | strong |
 | count drop-ins                        | transaction: drop-ins (as they were read), trail  |        |
*/

const DropInItem = z.object({
  id: branded<DropInId>(),
  ageBand: z.enum(AGE_BANDS),
  occupation: z.enum(OCCUPATIONS),
  skillsTest: z.boolean(),
  at: InstantItem,
  gone: z.literal(true).exactOptional(),
})

/** `seats` are those that people hold or missed. */
export type Roll = {
  readonly workshop: Workshop
  readonly seats: readonly { readonly id: BookingId; readonly holder: HolderId }[]
  readonly dropIns: readonly DropIn[]
}

type RollDetails = {
  readonly site: Site
  readonly spaceName?: string | undefined
  readonly bookings: readonly Booking[]
  readonly holders: ReadonlyMap<HolderId, Holder>
}

const readRoll = async (table: Table, id: WorkshopId): Promise<Roll | undefined> => {
  const items = await queryRange(table, attendanceItems(id), { consistent: true })
  const workshop = items.find(({ sk }) => sk === workshopKey(id).sk)
  return (
    workshop && {
      workshop: workshopOf(workshop),
      seats: items.filter((item) => isSeatKey(keyOf(item))).map((item) => SeatItem.parse(item)),
      dropIns: items.filter((item) => isDropInKey(keyOf(item))).map((item) => DropInItem.parse(item)),
    }
  )
}

const present = (items: readonly (Item | undefined)[]): Item[] => items.filter((item) => item !== undefined)

/** Undefined when the site is gone. */
const readRollDetails = async (table: Table, { workshop, seats }: Roll): Promise<RollDetails | undefined> => {
  const whose = [...new Set(seats.map(({ holder }) => holder))].filter((holder) => holder !== NOBODY)
  const [site, space, ...items] = await readItems(table, [
    siteKey(workshop.site),
    spaceKey(workshop.site, workshop.space),
    ...seats.map(({ id }) => bookingKey(id)),
    ...whose.map(holderKey),
  ])
  if (!site) return undefined
  const holders = present(items.slice(seats.length)).map(holderOf)
  return {
    site: siteOf(site, undefined),
    spaceName: space && spaceOf(space).name,
    bookings: present(items.slice(0, seats.length)).map(bookingOf),
    holders: new Map(holders.map((holder) => [holder.id, holder])),
  }
}

/** Answers `changed` when one of them was written since the roll was read. */
const countDropIns = (
  table: Table,
  { workshop, dropIns }: Roll,
  news: readonly DropIn[],
  auditEntry: AuditEntry,
): Promise<Conflict | undefined> =>
  write(table, [
    ...news.map((each) => {
      const before = dropIns.find(({ id }) => id === each.id)
      const asRead = before ? when`#at = ${before.at}` : IS_ABSENT
      return put(table, { ...dropInKey(workshop.id, each.id), ...each }, asRead)
    }),
    ...auditEntryWrites(table, [auditEntry]),
  ])

export const attendanceStore = (table: Table) => storeOf(table, { readRoll, readRollDetails, countDropIns })
