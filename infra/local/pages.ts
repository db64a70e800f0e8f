import { readFile } from 'node:fs/promises'
import { extname, join, normalize } from 'node:path'
import { createContext, runInContext } from 'node:vm'
import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import { isWritten } from '../written-pages.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.xml': 'application/xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.png': 'image/png',
}

type Named = Record<string, { readonly value: string }>

type EdgeAnswer = {
  /** The file to serve. */
  readonly uri?: string
  readonly statusCode?: number
  readonly body?: { readonly data: string }
  readonly headers: Named
  readonly cookies?: Record<string, { readonly value: string; readonly attributes?: string }>
}

const named = (pairs: Iterable<readonly [string, string]>): Named =>
  Object.fromEntries([...pairs].map(([name, value]) => [name, { value }]))

/** Values stay as they were sent, as at the edge. */
const queryOf = (c: Context): Named =>
  named(
    new URL(c.req.url).search
      .slice(1)
      .split('&')
      .filter(Boolean)
      .map((pair) => [pair.split('=')[0] ?? '', pair.split('=').slice(1).join('=')] as const),
  )

/** The edge's own code maps addresses to files, and sends visitors to their language. */
const edgeFunction = async (): Promise<(uri: string, c: Context) => EdgeAnswer> => {
  const context = createContext({})
  runInContext(await readFile(new URL('../edge/viewer-request.js', import.meta.url), 'utf8'), context)
  return (uri, c) => {
    const headers = { ...named(c.req.raw.headers), host: { value: 'localhost' } }
    const request = { uri, headers, querystring: queryOf(c), cookies: named(Object.entries(getCookie(c))) }
    context.event = { request, viewer: { ip: '127.0.0.1' } }
    return runInContext('handler(event)', context)
  }
}

/** What the edge answers by itself. Addresses and cookies for HTTPS only would be lost here. */
const answered = (c: Context, { statusCode, headers, cookies = {}, body }: EdgeAnswer): Response => {
  for (const [name, { value }] of Object.entries(headers)) c.header(name, value)
  for (const [name, { value, attributes }] of Object.entries(cookies))
    c.header('set-cookie', `${name}=${value}; ${attributes?.replace(' Secure;', '')}`, { append: true })
  const { origin } = new URL(c.req.url)
  const data = body?.data.replaceAll('https://localhost', origin) ?? ''
  return c.newResponse(data, statusCode as 200)
}

const READING = new Set(['GET', 'HEAD'])

const read = (folder: string, uri: string): Promise<Buffer | undefined> =>
  readFile(join(folder, normalize(uri))).catch(() => undefined)

const decoded = (path: string): string => {
  try {
    return decodeURIComponent(path)
  } catch {
    return '/404'
  }
}

type Served = { readonly folder: string; readonly headers: Readonly<Record<string, string>> }

/** Serves the built pages, and those that a function writes, like the edge. */
export const pages = async (built: Served, written = built) => {
  const atEdge = await edgeFunction()
  return async (c: Context): Promise<Response> => {
    const answer = atEdge(decoded(c.req.path), c)
    const { uri } = answer
    if (answer.statusCode || uri === undefined) return answered(c, answer)
    const { folder, headers } = isWritten(c.req.path) ? written : built
    const found = uri !== '/404.html' && READING.has(c.req.method) ? await read(folder, uri) : undefined
    const type = TYPES[found ? extname(uri) : '.html'] ?? 'application/octet-stream'
    const cache = uri.startsWith('/assets/') && found ? 'public, max-age=31536000, immutable' : 'no-cache'
    const content = found ?? (await read(built.folder, '/404.html')) ?? Buffer.from('404')
    return c.body(new Uint8Array(content), found ? 200 : 404, {
      ...headers,
      'content-type': type,
      'cache-control': cache,
    })
  }
}
