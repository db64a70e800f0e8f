import type { NotFoundHandler } from 'hono'
import { routes } from '../../shared/contracts/routes.ts'
import { problem } from './problem.ts'

const matches = (pattern: string, path: string): boolean => {
  const wanted = pattern.split('/')
  const given = path.replace(/^\/api/, '').split('/')
  return (
    wanted.length === given.length &&
    wanted.every((part, at) => (part.startsWith(':') ? given[at] !== '' : part === given[at]))
  )
}

export const onNotFound: NotFoundHandler = (c) => {
  const allowed = Object.values(routes)
    .filter(({ path }) => matches(path, c.req.path))
    .flatMap(({ method }) => (method === 'get' ? ['GET', 'HEAD'] : [method.toUpperCase()]))
  if (allowed.length === 0) return problem(c, { kind: 'not-found' })
  c.header('allow', [...new Set(allowed)].join(', '))
  return problem(c, { kind: 'method-not-allowed' })
}
