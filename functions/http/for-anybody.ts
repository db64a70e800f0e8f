import type { Context, Hono } from 'hono'
import { keptAnswer } from './kept-answer.ts'

export const FOR_ANYBODY = '/public'

const KEPT = 'public, s-maxage=5, stale-while-revalidate=30'

/** Pages of other sites may read it too, refusals and faults included. */
export const FROM_ANYWHERE = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'ETag, Link, Retry-After',
}

/** A browser asks before it sends If-None-Match, and for a day not again. */
export const preflight = (): Response =>
  new Response(null, {
    status: 204,
    headers: {
      'access-control-allow-methods': 'GET',
      'access-control-allow-headers': 'If-None-Match',
      'access-control-max-age': '86400',
      'cache-control': 'public, max-age=86400',
    },
  })

/**
 * Answers by the same route as without `/public`. Nothing but path and query reaches it, so that no answer can
 * be about a person, and every cache may keep those that are no refusal.
 */
export const forAnybody = (app: Pick<Hono, 'fetch'>) => async (c: Context) => {
  const url = new URL(c.req.url)
  // As it was matched: the address itself may write any letter as `%70`.
  url.pathname = c.req.path.replace(FOR_ANYBODY, '')
  const answer = await app.fetch(new Request(url))
  const headers = new Headers({ 'cache-control': 'no-store' })
  for (const name of ['content-type', 'retry-after']) {
    const value = answer.headers.get(name)
    if (value) headers.set(name, value)
  }
  if (answer.status !== 200) return new Response(answer.body, { status: answer.status, headers })
  headers.set('cache-control', KEPT)
  return keptAnswer(c, await answer.text(), headers)
}
