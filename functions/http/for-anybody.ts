import { createHash } from 'node:crypto'
import type { Context, Hono } from 'hono'

export const FOR_ANYBODY = '/public'

const KEPT = 'public, s-maxage=5, stale-while-revalidate=30'

const tagOf = (body: string): string => `"${createHash('sha1').update(body).digest('base64url')}"`

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
  const body = await answer.text()
  const etag = tagOf(body)
  headers.set('cache-control', KEPT)
  headers.set('etag', etag)
  // The edge weakens a tag when it compresses: `W/"…"`.
  const isSame = c.req.header('if-none-match')?.includes(etag)
  return isSame ? new Response(null, { status: 304, headers }) : new Response(body, { headers })
}
