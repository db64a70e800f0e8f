import type { Hash, HolderId } from '../../domain/ids.ts'
import { ofHolder } from './holder-keys.ts'
import { BY_LOOKUP, beginningWith, type Key, type PartitionRange } from './key.ts'

const FEEDS = 'FEED#'

/** By the hash of the secret in its address. */
export const feedKey = (holder: HolderId, secret: Hash): Key => ofHolder(holder, `${FEEDS}${secret}`)
export const feedsOf = (holder: HolderId): PartitionRange => ({
  pk: feedKey(holder, '' as Hash).pk,
  ...beginningWith(FEEDS),
})
export const secretInFeedKey = ({ sk }: Key): Hash => sk.slice(FEEDS.length) as Hash

/** In the index by-lookup: who asks knows the secret only. */
export const feedAt = (secret: Hash): string => `${FEEDS}${secret}`
export const listedAsFeed = (secret: Hash) =>
  ({ [BY_LOOKUP.partitionKey]: feedAt(secret), [BY_LOOKUP.sortKey]: FEEDS }) as const
