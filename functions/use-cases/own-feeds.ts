import { type FeedRefusal, type FeedSubject, MOST_FEEDS, mayFollow } from '../../shared/domain/feed.ts'
import type { SignedInHolder } from '../../shared/domain/holder.ts'
import type { HolderId } from '../../shared/domain/ids.ts'
import { ok, type Result, refuse } from '../../shared/domain/result.ts'
import type { Actor } from '../../shared/domain/rights.ts'
import type { StoredFeed } from '../../shared/store/feed-store.ts'
import type { Dependencies } from '../dependencies.ts'
import { hashOf, hashOfRequest, idOf } from './hash.ts'

type Deps = Pick<Dependencies, 'feeds' | 'grants' | 'sites' | 'associations' | 'seal' | 'directory' | 'now'>

const SECRET_LENGTH = 40

/** What a feed is of, by its name, if it is not of oneself. */
export type NamedFeed = StoredFeed & { readonly id: string; readonly about?: string | undefined }

const idOfFeed = ({ secret }: Pick<StoredFeed, 'secret'>): string => idOf('feed', secret)

type Followed = { readonly isAllowed: boolean; readonly about?: string | undefined }

/** Whether a person may follow it now. */
export const followed = async (
  by: Actor,
  subject: FeedSubject,
  { grants, sites, associations }: Pick<Deps, 'grants' | 'sites' | 'associations'>,
): Promise<Followed> => {
  if (subject.kind === 'own') return { isAllowed: true }
  const location = 'site' in subject ? sites.findLocation(subject.site) : undefined
  const [theirs, site] = await Promise.all([grants.listGrants(by.id), location])
  if (!mayFollow({ ...by, grants: theirs }, subject, site)) return { isAllowed: false }
  if (subject.kind !== 'association') return { isAllowed: true }
  const association = await associations.findAssociation(subject.association)
  return { isAllowed: association !== undefined, about: association?.name }
}

const named = async (
  feed: StoredFeed,
  deps: Pick<Deps, 'associations' | 'directory'>,
): Promise<NamedFeed> => {
  const { subject } = feed
  const aboutOf = async () => {
    if (subject.kind === 'association')
      return (await deps.associations.findAssociation(subject.association))?.name
    return 'site' in subject ? (await deps.directory()).find(subject.site)?.name : undefined
  }
  return { ...feed, id: idOfFeed(feed), about: await aboutOf() }
}

/** Newest first. */
export const listFeeds = async (holder: HolderId, deps: Deps): Promise<NamedFeed[]> => {
  const feeds = (await deps.feeds.listFeeds(holder)).sort((one, other) => other.createdAt - one.createdAt)
  return Promise.all(feeds.map((feed) => named(feed, deps)))
}

export type AddFeed = {
  readonly by: SignedInHolder
  readonly name: string
  readonly subject: FeedSubject
  readonly idempotencyKey: string
}

type AddRefusal = FeedRefusal | { readonly kind: 'not-found' | 'key-reused' }

export type AddedFeed = { readonly feed: NamedFeed; readonly secret: string }

/** The secret of its address is told now and never again: only its hash is kept. */
export const addFeed = async (
  { by, name, subject, idempotencyKey }: AddFeed,
  deps: Deps,
): Promise<Result<AddedFeed, AddRefusal>> => {
  const secret = deps.seal('feed', by.id, idempotencyKey).slice(0, SECRET_LENGTH)
  const hash = hashOf('feed', secret)
  const [{ isAllowed }, all] = await Promise.all([followed(by, subject, deps), deps.feeds.listFeeds(by.id)])
  if (!isAllowed) return refuse({ kind: 'not-found' })
  const existing = all.find((each) => each.secret === hash)
  const request = (of: Pick<StoredFeed, 'name' | 'subject'>) => hashOfRequest(of.name, of.subject)
  if (existing && request(existing) !== request({ name, subject })) return refuse({ kind: 'key-reused' })
  if (existing) return ok({ feed: await named(existing, deps), secret })
  if (all.length >= MOST_FEEDS) return refuse({ kind: 'too-many-feeds', most: MOST_FEEDS })
  const { id: holder, secondFactor } = by
  const feed = { holder, name, subject, secondFactor, createdAt: deps.now(), secret: hash }
  await deps.feeds.addFeed(feed)
  return ok({ feed: await named(feed, deps), secret })
}

/** Other people's feeds are not found. */
export const removeFeed = async (
  holder: HolderId,
  id: string,
  { feeds }: Pick<Deps, 'feeds'>,
): Promise<Result<undefined, { readonly kind: 'not-found' }>> => {
  const feed = (await feeds.listFeeds(holder)).find((each) => idOfFeed(each) === id)
  if (!feed) return refuse({ kind: 'not-found' })
  await feeds.removeFeed(feed)
  return ok(undefined)
}
