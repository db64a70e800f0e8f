import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { SignedInHolder } from '../../shared/domain/holder.ts'
import type { HolderId } from '../../shared/domain/ids.ts'
import type { KeyGrant } from '../../shared/domain/rights.ts'
import type { StartDependencies } from '../start-dependencies.ts'
import { hashOf } from '../use-cases/hash.ts'
import type { Caller, SessionToken } from '../use-cases/session-token.ts'
import { readCookie } from './cookies.ts'
import { problem } from './problem.ts'

/** The tool whose key a request came with, once `byKey` has let it pass. */
export type Keyed = { readonly tool?: SignedInHolder & { readonly key: KeyGrant } }

export const toolOf = (c: Context): Keyed['tool'] => (c.env as Keyed | undefined)?.tool

export const formatToken = ({ holder, secret }: SessionToken): string => `${holder}.${secret}`

/** The cookie names the holder, since sessions are stored with them; only the secret proves it. */
export const readToken = (c: Context): SessionToken | undefined => {
  const [, holder, secret] = /^([0-9a-z]{20})\.([0-9a-f]{40})$/.exec(readCookie(c, 'session') ?? '') ?? []
  return holder && secret ? { holder: holder as HolderId, secret } : undefined
}

/** A tool, or a session that the use case checks in the same round trip as its other reads. */
export const withCaller = createMiddleware<{ Variables: { caller: Caller } }>(async (c, next) => {
  const tool = toolOf(c)
  const caller = tool ? { holder: tool.id, key: tool.key } : readToken(c)
  if (!caller) return problem(c, { kind: 'signed-out' })
  c.set('caller', caller)
  await next()
})

export const findSignedIn = async (
  c: Context,
  { sessions, now }: Pick<StartDependencies, 'sessions' | 'now'>,
): Promise<SignedInHolder | undefined> => {
  const token = readToken(c)
  return token && sessions.findSignedIn(token.holder, hashOf(token.secret), now())
}
