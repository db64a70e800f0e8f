import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { HolderId } from '../../shared/domain/booking.ts'
import { type Action, may } from '../../shared/domain/rights.ts'
import type { SiteId } from '../../shared/domain/site.ts'
import type { Holder } from '../../shared/store/identity-item.ts'
import type { Dependencies } from '../dependencies.ts'
import { readCookie } from './cookies.ts'
import { hashOf } from './hash.ts'
import { problem } from './problem.ts'

export type SessionToken = { readonly holder: HolderId; readonly secret: string }

export type SignedIn = { Variables: { holder: Holder; token: SessionToken; idempotencyKey: string } }

export const formatToken = ({ holder, secret }: SessionToken): string => `${holder}.${secret}`

/** The cookie says whose session it is, so that a session is stored with its holder; only the secret proves it. */
export const readToken = (c: Context): SessionToken | undefined => {
  const [, holder, secret] = /^([0-9a-z]{20})\.([0-9a-f]{40})$/.exec(readCookie(c, 'session') ?? '') ?? []
  return holder && secret ? { holder: holder as HolderId, secret } : undefined
}

/** For what checks the session together with all else that it reads, in one round trip. */
export const withToken = createMiddleware<SignedIn>(async (c, next) => {
  const token = readToken(c)
  if (!token) return problem(c, { kind: 'signed-out' })
  c.set('token', token)
  await next()
})

type SessionDeps = Pick<Dependencies, 'identities' | 'now'>

/** Who is signed in, if anybody is. */
export const findSignedIn = async (c: Context, { identities, now }: SessionDeps): Promise<Holder | undefined> => {
  const token = readToken(c)
  return token && identities.findSession(token.holder, hashOf(token.secret), now())
}

export const signedIn = (deps: SessionDeps) =>
  createMiddleware<SignedIn>(async (c, next) => {
    const holder = await findSignedIn(c, deps)
    if (!holder) return problem(c, { kind: 'signed-out' })
    c.set('holder', holder)
    await next()
  })

/** Whether who is signed in may do something at a site. Who may not learns nothing: it is as absent. */
export const mayAt = async (
  holder: HolderId,
  action: Action,
  site: SiteId,
  { grants }: Pick<Dependencies, 'grants'>,
): Promise<boolean> => may(await grants.listGrants(holder), action, site)
