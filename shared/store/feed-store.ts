import * as z from 'zod'
import type { Booking } from '../domain/booking.ts'
import type { Feed, FeedState, FeedSubject } from '../domain/feed.ts'
import type { Holder } from '../domain/holder.ts'
import type { Hash, HolderId, SiteId, SpaceId } from '../domain/ids.ts'
import type { LocalDate } from '../domain/local-date.ts'
import type { Occupancy } from '../domain/occupancy.ts'
import { bookingOf } from './booking-item.ts'
import { branded, InstantItem, LocalDateItem } from './branded.ts'
import { type Item, queryRange, readItems, type Table } from './client.ts'
import { IS_ABSENT, IS_PRESENT } from './expression.ts'
import { queryHolder } from './holder-index.ts'
import { forgettingOf, holderOf } from './identity-item.ts'
import { bookingsOfHolderBetween } from './keys/booking-keys.ts'
import { feedAt, feedKey, feedsOf, listedAsFeed, secretInFeedKey } from './keys/feed-keys.ts'
import { holderInKey, holderKey } from './keys/holder-keys.ts'
import { type Key, keyOf } from './keys/key.ts'
import { dateInKey, occupancies, spaceInKey } from './keys/site-keys.ts'
import { queryLookup } from './lookup-index.ts'
import { occupancyOf } from './occupancy-item.ts'
import { changeItem, putItem, removeItem } from './single-item.ts'
import { siteVersionOf, versionKeyLookedAt } from './site-version.ts'
import { storeOf } from './store-of.ts'

/*
 | access                              | how                                                  | read     |
 | add                                 | put under the holder, on condition that it is absent |          |
 | the feeds of a holder               | query of their partition                             | strong   |
 | the feed of a secret, its holder    | query of the index by-lookup, then batch get         | strong   |
 | note what it said, and on which day | update, on condition that it is there                |          |
 | revoke                              | delete                                               |          |
 | the bookings of a holder            | query of the index by-holder by dates                | eventual |
 | the occupancies of a site           | query of its partition by dates                      | eventual |
 | the versions of some sites          | batch get                                            | strong   |
*/

const SubjectItem = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['own', 'led']) }),
  z.object({ kind: z.literal('association'), association: branded<HolderId>() }),
  z.object({ kind: z.literal('site'), site: branded<SiteId>() }),
  z.object({ kind: z.literal('space'), site: branded<SiteId>(), space: branded<SpaceId>() }),
])

const FeedItem = z.object({
  name: z.string(),
  subject: SubjectItem,
  secondFactor: z.boolean(),
  createdAt: InstantItem,
  usedOn: LocalDateItem.exactOptional(),
  state: z.object({ version: branded<Hash>(), changedAt: InstantItem }).exactOptional(),
})

/** `secret` is its hash. */
export type StoredFeed = Feed & { readonly secret: Hash }

const feedOf = (item: Item): StoredFeed => {
  const { subject, ...rest } = FeedItem.parse(item)
  const key = keyOf(item)
  return { ...rest, subject: subject as FeedSubject, holder: holderInKey(key), secret: secretInFeedKey(key) }
}

/** False when it is there. */
const addFeed = (table: Table, { holder, secret, ...feed }: StoredFeed): Promise<boolean> =>
  putItem(table, { ...feedKey(holder, secret), ...listedAsFeed(secret), ...feed }, IS_ABSENT)

const listFeeds = async (table: Table, holder: HolderId): Promise<StoredFeed[]> =>
  (await queryRange(table, feedsOf(holder), { consistent: true })).map(feedOf)

/** Undefined when it is revoked, and when its holder may no longer sign in. */
const findFeed = async (
  table: Table,
  secret: Hash,
): Promise<{ readonly feed: StoredFeed; readonly holder: Holder } | undefined> => {
  const [key] = await queryLookup(table, feedAt(secret), { most: 1 })
  if (!key) return undefined
  const [item, holderItem] = await readItems(table, [key, holderKey(holderInKey(key))])
  if (!item || !holderItem || forgettingOf(holderItem)) return undefined
  const holder = holderOf(holderItem)
  return holder.disabledAt === undefined ? { feed: feedOf(item), holder } : undefined
}

const noteUse = async (
  table: Table,
  { holder, secret }: Pick<StoredFeed, 'holder' | 'secret'>,
  use: { readonly usedOn: LocalDate; readonly state: FeedState },
): Promise<void> => {
  await changeItem(table, feedKey(holder, secret), { set: use, when: IS_PRESENT })
}

const removeFeed = (table: Table, { holder, secret }: Pick<StoredFeed, 'holder' | 'secret'>) =>
  removeItem(table, feedKey(holder, secret))

type Dates = { readonly from: LocalDate; readonly to: LocalDate }

const listBookings = async (
  table: Table,
  holder: HolderId,
  { most, ...dates }: Dates & { readonly most: number },
): Promise<Booking[]> =>
  (await queryHolder(table, holder, { ...bookingsOfHolderBetween(dates), most })).map(bookingOf)

export type DatedOccupancy = {
  readonly date: LocalDate
  readonly space: SpaceId
  readonly changes: number
  readonly occupancy: Occupancy
}

const ChangesItem = z.object({ changes: z.int().min(0).default(0) })

const listOccupancies = async (table: Table, site: SiteId, { from, to }: Dates): Promise<DatedOccupancy[]> =>
  (await queryRange(table, occupancies(site, from, to))).map((item) => ({
    date: dateInKey(keyOf(item)),
    space: spaceInKey(keyOf(item)),
    changes: ChangesItem.parse(item).changes,
    occupancy: occupancyOf(item),
  }))

/** What sites, their hours and spaces are; in the order of the sites. */
const readVersions = async (table: Table, sites: readonly SiteId[]): Promise<(string | undefined)[]> => {
  const keys: Key[] = sites.map(versionKeyLookedAt)
  const items = keys.length > 0 ? await readItems(table, keys) : []
  return keys.map((_, at) => siteVersionOf(items[at]).version)
}

export const feedStore = (table: Table) =>
  storeOf(table, {
    addFeed,
    listFeeds,
    findFeed,
    noteUse,
    removeFeed,
    listBookings,
    listOccupancies,
    readVersions,
  })
