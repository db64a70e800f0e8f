import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { SiteIdText } from '../../shared/contracts/values.ts'
import type { Authorship } from '../../shared/domain/authorship.ts'
import type { SignedInHolder } from '../../shared/domain/holder.ts'
import type { HolderId } from '../../shared/domain/ids.ts'
import type { Action, KeyGrant } from '../../shared/domain/rights.ts'
import { SESSION_MINUTES, type SignInMethod } from '../../shared/domain/session.ts'
import type { Dependencies } from '../dependencies.ts'
import { authorize } from '../use-cases/authorize.ts'
import { hashOf } from '../use-cases/hash.ts'
import type { Caller, SessionToken } from '../use-cases/session-token.ts'
import { keepCookie, readCookie } from './cookies.ts'
import { problem } from './problem.ts'

export type SignedIn = {
  Variables: { holder: SignedInHolder; token: SessionToken; idempotencyKey: string; authorship: Authorship }
}

/** The tool whose key a request came with, once `byKey` has let it pass. */
export type Keyed = { readonly tool?: SignedInHolder & { readonly key: KeyGrant } }

export const toolOf = (c: Context): Keyed['tool'] => (c.env as Keyed | undefined)?.tool

export const formatToken = ({ holder, secret }: SessionToken): string => `${holder}.${secret}`

/** The cookie names the holder, since sessions are stored with them; only the secret proves it. */
export const readToken = (c: Context): SessionToken | undefined => {
  const [, holder, secret] = /^([0-9a-z]{20})\.([0-9a-f]{40})$/.exec(readCookie(c, 'session') ?? '') ?? []
  return holder && secret ? { holder: holder as HolderId, secret } : undefined
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

/** A tool, or a session that the use case checks in the same round trip as its other reads. */
export const withCaller = createMiddleware<{ Variables: { caller: Caller } }>(async (c, next) => {
  const tool = toolOf(c)
  const caller = tool ? { holder: tool.id, key: tool.key } : readToken(c)
  if (!caller) return problem(c, { kind: 'signed-out' })
  c.set('caller', caller)
  await next()
})

/** For use cases that check the session in the same round trip as their other reads. */
export const withToken = createMiddleware<SignedIn>(async (c, next) => {
  const token = readToken(c)
  if (!token) return problem(c, { kind: 'signed-out' })
  c.set('token', token)
  await next()
})

export const findSignedIn = async (
  c: Context,
  { sessions, now }: Pick<Dependencies, 'sessions' | 'now'>,
): Promise<SignedInHolder | undefined> => {
  const token = readToken(c)
  return token && sessions.findSignedIn(token.holder, hashOf(token.secret), now())
}

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
