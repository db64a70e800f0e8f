import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { SiteIdText } from '../../shared/contracts/values.ts'
import type { Doing } from '../../shared/domain/act.ts'
import type { HolderId } from '../../shared/domain/booking.ts'
import { type Action, type Actor, allowanceOf } from '../../shared/domain/rights.ts'
import { type Means, SESSION_MINUTES } from '../../shared/domain/session.ts'
import type { SiteId } from '../../shared/domain/site.ts'
import type { SignedInHolder } from '../../shared/store/identity-item.ts'
import type { Dependencies } from '../dependencies.ts'
import { keepCookie, readCookie } from './cookies.ts'
import { hashOf } from './hash.ts'
import { problem } from './problem.ts'

export type SessionToken = { readonly holder: HolderId; readonly secret: string }

export type SignedIn = {
  Variables: { holder: SignedInHolder; token: SessionToken; idempotencyKey: string; doing: Doing }
}

export const formatToken = ({ holder, secret }: SessionToken): string => `${holder}.${secret}`

/** The cookie says whose session it is, so that a session is stored with its holder; only the secret proves it. */
export const readToken = (c: Context): SessionToken | undefined => {
  const [, holder, secret] = /^([0-9a-z]{20})\.([0-9a-f]{40})$/.exec(readCookie(c, 'session') ?? '') ?? []
  return holder && secret ? { holder: holder as HolderId, secret } : undefined
}

/** The browser enters by this session from now on; the one that it had, whosever it was, is closed. */
export const keepSession = async (
  c: Context,
  token: SessionToken,
  means: Means,
  { sessions, now }: Pick<Dependencies, 'sessions' | 'now'>,
): Promise<void> => {
  const before = readToken(c)
  if (before && before.secret !== token.secret) await sessions.closeSession(before.holder, hashOf(before.secret), now())
  keepCookie(c, 'session', formatToken(token), SESSION_MINUTES[means].longest * 60)
}

/** For what checks the session together with all else that it reads, in one round trip. */
export const withToken = createMiddleware<SignedIn>(async (c, next) => {
  const token = readToken(c)
  if (!token) return problem(c, { kind: 'signed-out' })
  c.set('token', token)
  await next()
})

/** Whoever is signed in, if anybody is. */
export const findSignedIn = async (
  c: Context,
  { sessions, now }: Pick<Dependencies, 'sessions' | 'now'>,
): Promise<SignedInHolder | undefined> => {
  const token = readToken(c)
  return token && sessions.findSignedIn(token.holder, hashOf(token.secret), now())
}

export const signedIn = (deps: Pick<Dependencies, 'sessions' | 'now'>) =>
  createMiddleware<SignedIn>(async (c, next) => {
    const holder = await findSignedIn(c, deps)
    if (!holder) return problem(c, { kind: 'signed-out' })
    c.set('holder', holder)
    await next()
  })

/** What an action is about: whose it is, who booked it for them, where it is. */
type About = {
  readonly owner?: HolderId | undefined
  readonly bookedBy?: HolderId | undefined
  readonly site?: SiteId | undefined
}

/** What somebody does, as whom; undefined for who may not, who learns nothing: it is as absent. */
export const doingOf = async (
  by: Actor,
  action: Action,
  { owner, bookedBy, site }: About,
  { grants, sites }: Pick<Dependencies, 'grants' | 'sites'>,
): Promise<Doing | undefined> => {
  const doing = { by: by.id, action }
  if (allowanceOf({ ...by, grants: [] }, action, { owner })) return doing
  const [theirs, place] = await Promise.all([grants.listGrants(by.id), site && sites.findPlace(site)])
  const allowance = allowanceOf({ ...by, grants: theirs }, action, { owner, bookedBy, site: place })
  return allowance && { ...doing, ...allowance }
}

/** Whether somebody may do something. */
export const may = async (...asked: Parameters<typeof doingOf>): Promise<boolean> =>
  (await doingOf(...asked)) !== undefined

export const isAsStaff = ({ as }: Doing): boolean => as !== undefined && as.scope.kind !== 'association'

/** Before what a request says is looked at: who may not do something at the site that its path names learns nothing. */
export const mayAtSite = (action: Action, deps: Pick<Dependencies, 'grants' | 'sites'>) =>
  createMiddleware<SignedIn>(async (c, next) => {
    const site = SiteIdText.safeParse(c.req.param('site'))
    const doing = site.success && (await doingOf(c.get('holder'), action, { site: site.data }, deps))
    if (!doing) return problem(c, { kind: 'not-found' })
    c.set('doing', doing)
    await next()
  })
