import type { Context, MiddlewareHandler } from 'hono'
import { type Route, routes } from '../../shared/contracts/routes.ts'
import type { ApiKey } from '../../shared/domain/api-key.ts'
import type { KeyRole } from '../../shared/domain/key-role.ts'
import { isForKeys } from '../../shared/domain/rights.ts'
import type { Dependencies } from '../dependencies.ts'
import { checkApiKey } from '../use-cases/check-api-key.ts'
import type { Keyed } from './caller.ts'
import { clientOf } from './client-limit.ts'
import { countedInWindows } from './counted-in-windows.ts'
import { guessLimit } from './guess-limit.ts'
import { matches } from './not-found.ts'
import { problem } from './problem.ts'

/** For one key, per instance. */
const WINDOW_SECONDS = 10
const MOST_REQUESTS = 100

const MOST_GUESSES = 20

const SCHEME = /^bearer +(\S+)$/i
const LONGEST_HEADER = 200

const isOpenTo = ({ action, forKeys }: Route, role: KeyRole): boolean =>
  (forKeys || action === 'read-public') && isForKeys(action, role)

const routeOf = ({ req }: Context): Route | undefined => {
  const method = req.method === 'HEAD' ? 'get' : req.method.toLowerCase()
  const path = req.path.replace(/^\/api/, '')
  return Object.values<Route>(routes).find((each) => each.method === method && matches(each.path, path))
}

const toolOf = ({ id, name, grant }: ApiKey): Keyed => ({
  tool: { id, name, secondFactor: false, key: grant },
})

const invalid = (c: Context): Promise<Response> => {
  c.header('www-authenticate', 'Bearer error="invalid_token"')
  return problem(c, { kind: 'api-key-invalid' })
}

/** Undefined when the key may go on, else the seconds to wait; the names of headers are those of the IETF's draft. */
const keyLimit = (now: Dependencies['now']) => {
  const counted = countedInWindows(WINDOW_SECONDS * 1000, now)
  return (c: Context, { id }: ApiKey): number | undefined => {
    const { count, endsInSeconds } = counted(id)
    c.header('ratelimit-policy', `"key";q=${MOST_REQUESTS};w=${WINDOW_SECONDS}`)
    c.header('ratelimit', `"key";r=${Math.max(0, MOST_REQUESTS - count)};t=${endsInSeconds}`)
    return count > MOST_REQUESTS ? endsInSeconds : undefined
  }
}

/** Lets a request with a key pass as that of its tool, where the policy has something for it. */
export const byKey = (deps: Dependencies): MiddlewareHandler => {
  const guesses = guessLimit(deps.now, MOST_GUESSES)
  const limit = keyLimit(deps.now)
  return async (c, next) => {
    if (c.req.header('cookie') !== undefined) return problem(c, { kind: 'mixed-credentials' })
    const header = c.req.header('authorization') ?? ''
    const client = clientOf(c) ?? ''
    const wait = guesses.waitSeconds(client)
    if (wait !== undefined) return problem(c, { kind: 'too-many-guesses', retryAfterSeconds: wait })
    const [, text = ''] = (header.length <= LONGEST_HEADER && SCHEME.exec(header)) || []
    const key = await checkApiKey(text, deps)
    if (!key) {
      guesses.note(client, header)
      return invalid(c)
    }
    const retryAfterSeconds = limit(c, key)
    if (retryAfterSeconds !== undefined)
      return problem(c, { kind: 'too-many-keyed-requests', retryAfterSeconds })
    const route = routeOf(c)
    if (route && !isOpenTo(route, key.grant.role)) return problem(c, { kind: 'not-for-keys' })
    c.env = { ...c.env, ...toolOf(key) }
    await next()
  }
}
