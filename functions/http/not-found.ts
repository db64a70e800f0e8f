import type { NotFoundHandler } from 'hono'
import type { RouterRoute } from 'hono/types'
import { problem } from './problem.ts'

/** Whether a path is one of a pattern such as `/sites/:site`. */
export const matches = (pattern: string, path: string): boolean => {
  const wanted = pattern.split('/')
  const given = path.split('/')
  return (
    wanted.length === given.length &&
    wanted.every((part, at) => (part.startsWith(':') ? given[at] !== '' : part === given[at]))
  )
}

/** Hono's name for the method of middlewares. */
const EVERY_METHOD = 'ALL'

/** Names the methods that the address has, if any. */
export const notFoundAmong =
  (routes: readonly Pick<RouterRoute, 'method' | 'path'>[]): NotFoundHandler =>
  (c) => {
    const allowed = routes
      .filter(({ method, path }) => method !== EVERY_METHOD && matches(path, c.req.path))
      .flatMap(({ method }) => (method === 'GET' ? ['GET', 'HEAD'] : [method]))
    if (allowed.length === 0) return problem(c, { kind: 'not-found' })
    c.header('allow', [...new Set(allowed)].join(', '))
    return problem(c, { kind: 'method-not-allowed' })
  }
