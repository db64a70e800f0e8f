import * as z from 'zod'
import type { AuditEntry } from '../domain/audit-entry.ts'
import type { Hash, HolderId, SiteId, SpaceId } from '../domain/ids.ts'
import { type LendingChange, TOUCHED_ANSWERS } from '../domain/lending.ts'
import type { Space } from '../domain/space.ts'
import { auditEntryWrites } from './booking-writes.ts'
import { branded } from './branded.ts'
import { type Item, queryRange, type Table } from './client.ts'
import { when } from './expression.ts'
import { ActingGrantItem, grantItem } from './grant-item.ts'
import { SPACES, siteItems, spaceKey } from './keys/site-keys.ts'
import { pageWrite } from './page-due.ts'
import { reviewWrite } from './review-store.ts'
import { changeItem } from './single-item.ts'
import { isAtRevision, spaceOf } from './site-item.ts'
import { type LentSite, lentSiteOf } from './site-store.ts'
import { newSiteVersion } from './site-version.ts'
import { storeOf } from './store-of.ts'
import { type Conflict, put, type Write, write } from './write.ts'

/*
 | access                               | how                                                  | read   |
 | how a site is lent, its last changes | query of its partition from the site to its spaces   | strong |
 | change how spaces are lent           | transaction: each changed space (same revision), the |        |
 |                                      | version, a review, an entry for what the owner says  |        |
 | a change is applied                  | update of the space, on condition of the same change |        |
*/

/** `hash` is of the request that made it, `first` of the request that lent the space first. */
export type StoredLending = LendingChange & { readonly hash: Hash; readonly first: Hash }

export type Lending = LentSite & { readonly changes: ReadonlyMap<SpaceId, StoredLending> }

const HashItem = branded<Hash>()

const LendingItem = z.object({
  hash: HashItem,
  first: HashItem,
  by: branded<HolderId>(),
  as: ActingGrantItem.exactOptional(),
  answer: z.enum(TOUCHED_ANSWERS),
  reason: z.string().exactOptional(),
  done: z.boolean(),
})

const ChangedItem = z.object({ lending: LendingItem.exactOptional() })

const changeOf = (item: Item): [SpaceId, StoredLending][] => {
  const { lending } = ChangedItem.parse(item)
  return lending ? [[spaceOf(item).id, lending]] : []
}

const readLending = async (table: Table, site: SiteId): Promise<Lending | undefined> => {
  const items = await queryRange(table, siteItems(site), { consistent: true })
  const lent = lentSiteOf(site, items)
  const spaces = items.filter(({ sk }) => String(sk).startsWith(SPACES))
  return lent && { ...lent, changes: new Map(spaces.flatMap(changeOf)) }
}

/** All or none: overlapping spaces know each other. Answers `changed` when one is not as it was read. */
const changeSpaces = async (
  table: Table,
  site: SiteId,
  spaces: readonly Space[],
  changes: ReadonlyMap<SpaceId, StoredLending>,
  entry?: AuditEntry,
): Promise<Conflict | undefined> =>
  write(table, [
    ...spaces.map((space): Write => {
      const before = (space.revision ?? 1) - 1
      const change = changes.get(space.id)
      const lending = change?.as ? { ...change, as: grantItem(change.as) } : change
      const item = { ...spaceKey(site, space.id), ...space, lending }
      return put(table, item, isAtRevision(before === 0 ? undefined : before))
    }),
    ...newSiteVersion(table, site),
    reviewWrite(table, site),
    pageWrite(table, site),
    ...auditEntryWrites(table, entry ? [entry] : []),
  ])

/** No-op if the space was changed again: that change is applied instead. */
const noteDone = async (
  table: Table,
  site: SiteId,
  space: SpaceId,
  { hash }: StoredLending,
): Promise<void> => {
  await changeItem(table, spaceKey(site, space), {
    set: { 'lending.done': true },
    when: when`#lending.#hash = ${hash}`,
  })
}

export const lendingStore = (table: Table) => storeOf(table, { readLending, changeSpaces, noteDone })
