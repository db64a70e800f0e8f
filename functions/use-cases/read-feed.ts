import type { BookingDetails } from '../../shared/domain/booking-details.ts'
import { asOf } from '../../shared/domain/booking-state.ts'
import { datesOfFeed, type FeedState, isInFeed } from '../../shared/domain/feed.ts'
import type { Holder } from '../../shared/domain/holder.ts'
import type { Hash, SiteId } from '../../shared/domain/ids.ts'
import { localTimeAt, UTC } from '../../shared/domain/instant.ts'
import type { LocalDate } from '../../shared/domain/local-date.ts'
import type { DatedOccupancy, StoredFeed } from '../../shared/store/feed-store.ts'
import type { LentSite } from '../../shared/store/site-store.ts'
import type { Dependencies } from '../dependencies.ts'
import { hashOf } from './hash.ts'
import { followed } from './own-feeds.ts'
import { placesOf } from './read-bookings.ts'

const MOST_BOOKINGS = 500

type Deps = Pick<Dependencies, 'feeds' | 'grants' | 'sites' | 'associations' | 'workshops' | 'now'>

/** Nobody is named in the occupancies of a site. */
type FeedContent =
  | { readonly kind: 'bookings'; readonly bookings: readonly BookingDetails[] }
  | { readonly kind: 'occupancies'; readonly lent: LentSite; readonly days: readonly DatedOccupancy[] }

/** `content` is absent when who asks has it as it is. */
export type ReadFeed = {
  readonly feed: StoredFeed
  readonly holder: Holder
  readonly state: FeedState
  readonly content?: FeedContent | undefined
}

/** What tells whether a feed has changed, and how to read the rest of it. */
type Outline = { readonly marks: unknown; readonly read: () => Promise<FeedContent | undefined> }

const bookingsOutline = async (
  { holder, subject }: StoredFeed,
  today: LocalDate,
  deps: Deps,
): Promise<Outline> => {
  const of = subject.kind === 'association' ? subject.association : holder
  const listed = await deps.feeds.listBookings(of, { ...datesOfFeed(today), most: MOST_BOOKINGS })
  const now = deps.now()
  const bookings = listed.map((each) => asOf(each, now)).filter((each) => isInFeed(each, subject, today))
  const sites = [...new Set<SiteId>(bookings.map(({ site }) => site))]
  const [versions, workshops] = await Promise.all([
    deps.feeds.readVersions(sites),
    deps.workshops.findWorkshops(bookings.flatMap(({ workshop }) => workshop ?? [])),
  ])
  return {
    marks: [
      bookings.map(({ id, revision, status }) => [id, revision, status]),
      sites.map((site, at) => [site, versions[at]]),
      workshops.map(({ id, revision }) => [id, revision]),
    ],
    read: async () => ({ kind: 'bookings', bookings: await placesOf(bookings, deps) }),
  }
}

const occupanciesOutline = async (
  { site, space }: { readonly site: SiteId; readonly space?: string | undefined },
  today: LocalDate,
  deps: Deps,
): Promise<Outline> => {
  const [all, versions] = await Promise.all([
    deps.feeds.listOccupancies(site, datesOfFeed(today)),
    deps.feeds.readVersions([site]),
  ])
  const days = space === undefined ? all : all.filter((each) => each.space === space)
  return {
    marks: [versions, days.map((each) => [each.date, each.space, each.changes])],
    read: async () => {
      const lent = await deps.sites.findSite(site)
      return lent && { kind: 'occupancies', lent, days }
    },
  }
}

const outlineOf = (feed: StoredFeed, today: LocalDate, deps: Deps): Promise<Outline> => {
  const { subject } = feed
  return 'site' in subject ? occupanciesOutline(subject, today, deps) : bookingsOutline(feed, today, deps)
}

/**
 * Undefined for a wrong secret, a revoked feed and a right that is lost: they look the same. Ways in depend on
 * the day, so a feed counts as changed each day.
 */
export const readFeed = async (
  secret: string,
  isKnown: (state: FeedState) => boolean,
  deps: Deps,
): Promise<ReadFeed | undefined> => {
  const found = await deps.feeds.findFeed(hashOf('feed', secret))
  if (!found) return undefined
  const { feed, holder } = found
  const by = { id: holder.id, secondFactor: feed.secondFactor }
  if (!(await followed(by, feed.subject, deps)).isAllowed) return undefined
  const now = deps.now()
  const today = localTimeAt(now, UTC).date
  const { marks, read } = await outlineOf(feed, today, deps)
  const version: Hash = hashOf(feed.name, today, holder.language ?? '', JSON.stringify(marks))
  const state = feed.state?.version === version ? feed.state : { version, changedAt: now }
  if (state !== feed.state || feed.usedOn !== today) await deps.feeds.noteUse(feed, { usedOn: today, state })
  if (isKnown(state)) return { feed, holder, state }
  const content = await read()
  return content && { feed, holder, state, content }
}
