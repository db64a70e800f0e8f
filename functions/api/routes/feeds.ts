import type { Context } from 'hono'
import { Hono } from 'hono/tiny'
import { AddedFeedView, FeedList, type FeedView } from '../../../shared/contracts/feed-views.ts'
import { feedRoutes as routes } from '../../../shared/contracts/routes/feeds.ts'
import type { FeedState } from '../../../shared/domain/feed.ts'
import { localTimeAt, UTC } from '../../../shared/domain/instant.ts'
import { feedCalendar } from '../../calendars/feed-calendar.ts'
import type { Dependencies } from '../../dependencies.ts'
import { type SignedIn, signedIn } from '../../http/access.ts'
import { clientOf } from '../../http/client-limit.ts'
import { guessLimit } from '../../http/guess-limit.ts'
import { problem } from '../../http/problem.ts'
import { respond } from '../../http/respond.ts'
import { ownOrigin } from '../../http/same-origin.ts'
import { idempotencyKey, jsonOnly, validBody, validParam } from '../../http/valid.ts'
import { addFeed, listFeeds, type NamedFeed, removeFeed } from '../../use-cases/own-feeds.ts'
import { readFeed } from '../../use-cases/read-feed.ts'
import { BASE_PATH } from '../capability.ts'

/** Services of calendars read the feeds of many people from one address, revoked ones too. */
const MOST_GUESSES = 100

const viewOf = ({ id, name, subject, about, createdAt, usedOn }: NamedFeed): FeedView => ({
  id,
  name,
  subject,
  about,
  createdOn: localTimeAt(createdAt, UTC).date,
  usedOn,
})

const addressOf = (secret: string, c: Context): string =>
  `${ownOrigin(c)}${BASE_PATH}/calendars/${secret}.ics`

/** Weak, since the same events may be written in other octets. */
const tagOf = ({ version }: FeedState): string => `W/"${version.slice(0, 32)}"`

/** RFC 9110, 13.2.2: the date counts only where there is no tag. */
const isKnownTo =
  (c: Context) =>
  (state: FeedState): boolean => {
    const tags = c.req.header('if-none-match')
    if (tags !== undefined) return tags.includes(tagOf(state).slice(2)) || tags.trim() === '*'
    const since = Date.parse(c.req.header('if-modified-since') ?? '')
    return Math.floor(state.changedAt / 1000) * 1000 <= since
  }

const headersOf = (state: FeedState) => ({
  etag: tagOf(state),
  'last-modified': new Date(state.changedAt).toUTCString(),
  'cache-control': 'private, no-cache',
})

export const feedRoutes = (deps: Dependencies) => {
  const mine = signedIn(deps)
  const guesses = guessLimit(deps.now, MOST_GUESSES)
  return new Hono<SignedIn>()
    .get(routes.readFeed.path, validParam(routes.readFeed.params), async (c) => {
      const secret = c.req.valid('param').file
      const client = clientOf(c) ?? ''
      const retryAfterSeconds = guesses.waitSeconds(client)
      if (retryAfterSeconds !== undefined) return problem(c, { kind: 'too-many-guesses', retryAfterSeconds })
      const found = await readFeed(secret, isKnownTo(c), deps)
      if (!found) {
        guesses.note(client, secret)
        return problem(c, { kind: 'not-found' })
      }
      const headers = headersOf(found.state)
      if (!found.content) return c.body(null, 304, headers)
      const said = { now: deps.now(), origin: ownOrigin(c), source: addressOf(secret, c) }
      const type = { 'content-type': 'text/calendar; charset=utf-8' }
      return c.body(feedCalendar(found, found.content, said), 200, { ...headers, ...type })
    })
    .get(routes.listMyFeeds.path, mine, async (c) => {
      const feeds = await listFeeds(c.get('holder').id, deps)
      return respond(c, 200, FeedList, { feeds: feeds.map(viewOf) })
    })
    .post(routes.addFeed.path, jsonOnly, mine, idempotencyKey, validBody(routes.addFeed.body), async (c) => {
      const { holder: by, idempotencyKey } = c.var
      const result = await addFeed({ ...c.req.valid('json'), by, idempotencyKey }, deps)
      if (!result.ok) return problem(c, result.error)
      const { feed, secret } = result.value
      return respond(c, 201, AddedFeedView, { ...viewOf(feed), address: addressOf(secret, c) })
    })
    .delete(routes.removeFeed.path, mine, validParam(routes.removeFeed.params), async (c) => {
      const result = await removeFeed(c.get('holder').id, c.req.valid('param').id, deps)
      return result.ok ? c.body(null, 204) : problem(c, result.error)
    })
}
