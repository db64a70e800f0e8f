import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { SiteIdText } from '../../shared/contracts/values.ts'
import type { Authorship } from '../../shared/domain/authorship.ts'
import type { SignedInHolder } from '../../shared/domain/holder.ts'
import type { Action } from '../../shared/domain/rights.ts'
import { SESSION_MINUTES, type SignInMethod } from '../../shared/domain/session.ts'
import type { Dependencies } from '../dependencies.ts'
import { authorize } from '../use-cases/authorize.ts'
import { hashOf } from '../use-cases/hash.ts'
import type { SessionToken } from '../use-cases/session-token.ts'
import { findSignedIn, formatToken, readToken, toolOf } from './caller.ts'
import { keepCookie } from './cookies.ts'
import { problem } from './problem.ts'

export type SignedIn = {
  Variables: { holder: SignedInHolder; token: SessionToken; idempotencyKey: string; authorship: Authorship }
}

/** The browser uses this session from now on; its previous one is closed, even another person's. */
export const keepSession = async (
  c: Context,
  token: SessionToken,
  method: SignInMethod,
  { sessions, now }: Pick<Dependencies, 'sessions' | 'now'>,
): Promise<void> => {
  const before = readToken(c)
  if (before && before.secret !== token.secret)
    await sessions.closeSession(before.holder, hashOf(before.secret), now())
  keepCookie(c, 'session', formatToken(token), SESSION_MINUTES[method].longest * 60)
}

/** For use cases that check the session in the same round trip as their other reads. */
export const withToken = createMiddleware<SignedIn>(async (c, next) => {
  const token = readToken(c)
  if (!token) return problem(c, { kind: 'signed-out' })
  c.set('token', token)
  await next()
})

export const signedIn = (deps: Pick<Dependencies, 'sessions' | 'now'>) =>
  createMiddleware<SignedIn>(async (c, next) => {
    const holder = toolOf(c) ?? (await findSignedIn(c, deps))
    if (!holder) return problem(c, { kind: 'signed-out' })
    c.set('holder', holder)
    await next()
  })

/** Runs before the request is validated, so that people without access learn nothing. */
export const mayAtSite = (action: Action, deps: Pick<Dependencies, 'grants' | 'sites'>) =>
  createMiddleware<SignedIn>(async (c, next) => {
    const site = SiteIdText.safeParse(c.req.param('site'))
    const authorship = site.success && (await authorize(c.get('holder'), action, { site: site.data }, deps))
    if (!authorship) return problem(c, { kind: 'not-found' })
    c.set('authorship', authorship)
    await next()
  })
