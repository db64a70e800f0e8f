import type { AuditEntry } from '../domain/audit-entry.ts'
import type { Authorship } from '../domain/authorship.ts'
import type { Hash, WorkshopId } from '../domain/ids.ts'
import type { LocalDate } from '../domain/local-date.ts'
import type { Occupancy } from '../domain/occupancy.ts'
import { atSite } from '../domain/rights.ts'
import type { Site } from '../domain/site.ts'
import { type PlannedWorkshop, seatsOf, type Workshop } from '../domain/workshop.ts'
import { requestHashOf } from './booking-item.ts'
import { auditEntryWrites, type StoredChange, writesOf } from './booking-writes.ts'
import { queryPage, readItems, type Table } from './client.ts'
import { when } from './expression.ts'
import { dueKey } from './keys/booking-keys.ts'
import { occupancyKey, siteKey } from './keys/site-keys.ts'
import { workshopKey, workshopsFrom } from './keys/workshop-keys.ts'
import { occupancyOf } from './occupancy-item.ts'
import { ownDayOf, readOwnDay } from './own-day.ts'
import { siteOf } from './site-item.ts'
import { storeOf } from './store-of.ts'
import { editWrites, type StoredEdit } from './workshop-edit-writes.ts'
import { workshopOf } from './workshop-item.ts'
import {
  type ListedWorkshop,
  listedOf,
  listingKeys,
  partitionOf,
  type WorkshopList,
  workshopItem,
} from './workshop-listing.ts'
import { type Conflict, MOST_WRITES, put, putNew, remove, update, write } from './write.ts'

/*
 | access              | how                                                                  | read     |
 | plan                | transaction: workshop (absent), its list entries, its room's booking |          |
 | cancel              | transaction: workshop (same revision), its entries                   |          |
 | edit, move          | transaction: workshop (same revision), seats, room, waitlist, calls  |          |
 | a workshop          | get by id                                                            | strong   |
 | a list of workshops | query of the list's partition by time, page by page                  | eventual |
 | a mediator's day    | get: own day, with the rooms of their workshops                      | strong   |
 | details of some     | batch get: workshops, occupancies of their seats, sites              | strong   |
*/

type StoredWorkshop = { readonly workshop: Workshop; readonly requestHash: Hash }

export type SeatedWorkshop = {
  readonly workshop: Workshop
  readonly site: Site
  readonly occupancy: Occupancy
}

/** `bookings` are its room, and the time of each who leads it. */
type StoredPlan = Pick<PlannedWorkshop, 'workshop' | 'opensToAllAt'> & {
  readonly bookings: readonly StoredChange[]
}

type Done = Authorship & Pick<AuditEntry, 'at'>

const auditEntryOn = (
  { site, id: about, mediator }: Workshop,
  done: Done & Pick<AuditEntry, 'effect'>,
): AuditEntry => ({
  ...done,
  scope: atSite(site),
  about,
  holder: mediator,
})

const addWorkshop = async (
  table: Table,
  { workshop, bookings, opensToAllAt }: StoredPlan,
  requestHash: Hash,
  done?: Done,
): Promise<Conflict | undefined> => {
  const { id, site, date, createdAt } = workshop
  return write(table, [
    putNew(table, workshopItem(workshop, requestHash)),
    ...listingKeys(workshop).map((key) => put(table, { ...key, id, site, date })),
    ...(opensToAllAt ? [put(table, { ...dueKey(opensToAllAt, id), workshop: id })] : []),
    ...(await writesOf(table, bookings, createdAt)),
    ...auditEntryWrites(table, [done && auditEntryOn(workshop, { ...done, effect: 'planned' })]),
  ])
}

/** From then on no seat can be taken. Answers `changed` when it is cancelled already, or changed since. */
const cancelWorkshop = (
  table: Table,
  workshop: Workshop,
  note: string | undefined,
  done: Done,
): Promise<Conflict | undefined> =>
  write(table, [
    update(table, workshopKey(workshop.id), {
      set: { status: 'cancelled', note, cancelledAt: done.at },
      when: when`#status = ${'planned'} AND #revision = ${workshop.revision}`,
    }),
    ...listingKeys(workshop).map((key) => remove(table, key)),
    ...auditEntryWrites(table, [auditEntryOn(workshop, { ...done, effect: 'called-off' })]),
  ])

/**
 * Answers `changed` after another edit, a cancellation or a sign-up, `holder-busy` when an own day changed, and
 * `too-large` when one transaction cannot hold everybody.
 */
const editWorkshop = async (
  table: Table,
  edit: StoredEdit,
  done: Done,
): Promise<Conflict | 'too-large' | undefined> => {
  const writes = [
    ...(await editWrites(table, edit, done.at)),
    ...auditEntryWrites(table, [auditEntryOn(edit.to, { ...done, effect: 'edited' })]),
  ]
  return writes.length > MOST_WRITES ? 'too-large' : write(table, writes)
}

/** How often seats were taken or left, before who has them is read. */
const countSeatsChanges = async (table: Table, { site, date, id }: Workshop): Promise<number> =>
  ownDayOf((await readItems(table, [occupancyKey(site, date, seatsOf(id))]))[0]).changes

const findWorkshop = async (table: Table, id: WorkshopId): Promise<StoredWorkshop | undefined> => {
  const [item] = await readItems(table, [workshopKey(id)])
  return item && { workshop: workshopOf(item), requestHash: requestHashOf(item) }
}

const findWorkshops = async (table: Table, ids: readonly WorkshopId[]): Promise<Workshop[]> => {
  const items = ids.length > 0 ? await readItems(table, [...new Set(ids)].map(workshopKey)) : []
  return items.filter((item) => item !== undefined).map(workshopOf)
}

/** Soonest first, from a date on or after the last one of the previous page. */
const listWorkshops = async (
  table: Table,
  list: WorkshopList,
  from: LocalDate | { readonly after: string },
  most: number,
): Promise<ListedWorkshop[]> => {
  const first = typeof from === 'string' ? from : `${from.after}~`
  const { items } = await queryPage(table, workshopsFrom(partitionOf(list), first), { most })
  return items.map(listedOf)
}

const readSeated = async (
  table: Table,
  listed: readonly Omit<ListedWorkshop, 'at'>[],
): Promise<SeatedWorkshop[]> => {
  const siteIds = [...new Set(listed.map(({ site }) => site))]
  const keys = [
    ...listed.map(({ id }) => workshopKey(id)),
    ...listed.map(({ id, site, date }) => occupancyKey(site, date, seatsOf(id))),
    ...siteIds.map(siteKey),
  ]
  const items = keys.length > 0 ? await readItems(table, keys) : []
  const sites = new Map(siteIds.map((id, at) => [id, items[2 * listed.length + at]]))
  return listed.flatMap(({ site }, at) => {
    const [workshop, occupancy, place] = [items[at], items[listed.length + at], sites.get(site)]
    return workshop && place
      ? [
          {
            workshop: workshopOf(workshop),
            occupancy: occupancyOf(occupancy),
            site: siteOf(place, undefined),
          },
        ]
      : []
  })
}

export type WorkshopStore = ReturnType<typeof workshopStore>

export const workshopStore = (table: Table) =>
  storeOf(table, {
    addWorkshop,
    cancelWorkshop,
    editWorkshop,
    countSeatsChanges,
    findWorkshop,
    findWorkshops,
    listWorkshops,
    readSeated,
    readOwnDay,
  })
