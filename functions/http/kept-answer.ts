import { createHash } from 'node:crypto'
import type { Context } from 'hono'

const tagOf = (body: string): string => `"${createHash('sha1').update(body).digest('base64url')}"`

/** An answer that caches keep as its `cache-control` says; who has the same already gets nothing again. */
export const keptAnswer = (c: Context, body: string, headers: Headers): Response => {
  const etag = tagOf(body)
  headers.set('etag', etag)
  // The edge weakens a tag when it compresses: `W/"…"`.
  const isSame = c.req.header('if-none-match')?.includes(etag)
  return isSame ? new Response(null, { status: 304, headers }) : new Response(body, { headers })
}
