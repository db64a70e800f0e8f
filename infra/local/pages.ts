import { readFile } from 'node:fs/promises'
import { extname, join, normalize } from 'node:path'
import { createContext, runInContext } from 'node:vm'
import type { Context } from 'hono'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.txt': 'text/plain; charset=utf-8',
  '.png': 'image/png',
}

/** The edge's own code maps addresses to files. */
const edgeFunction = async (): Promise<(uri: string) => string> => {
  const context = createContext({})
  runInContext(await readFile(new URL('../edge/viewer-request.js', import.meta.url), 'utf8'), context)
  return (uri) => {
    context.event = {
      request: { uri, headers: { host: { value: 'localhost' } } },
      viewer: { ip: '127.0.0.1' },
    }
    return String(runInContext('handler(event).uri', context))
  }
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

/** Serves the built pages like the edge. */
export const pages = async (folder: string, headers: Readonly<Record<string, string>>) => {
  const fileOf = await edgeFunction()
  return async (c: Context): Promise<Response> => {
    const uri = fileOf(decoded(c.req.path))
    const found = uri !== '/404.html' && READING.has(c.req.method) ? await read(folder, uri) : undefined
    const type = TYPES[found ? extname(uri) : '.html'] ?? 'application/octet-stream'
    const cache = uri.startsWith('/assets/') && found ? 'public, max-age=31536000, immutable' : 'no-cache'
    const content = found ?? (await read(folder, '/404.html')) ?? Buffer.from('404')
    return c.body(new Uint8Array(content), found ? 200 : 404, {
      ...headers,
      'content-type': type,
      'cache-control': cache,
    })
  }
}
