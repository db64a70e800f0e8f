import { Hono } from 'hono/tiny'
import { SessionList, type SessionView } from '../../../shared/contracts/auth-views.ts'
import { sessionRoutes as routes } from '../../../shared/contracts/routes/sessions.ts'
import type { Instant } from '../../../shared/domain/instant.ts'
import type { Dependencies } from '../../dependencies.ts'
import { type SignedIn, signedIn } from '../../http/access.ts'
import { readToken } from '../../http/caller.ts'
import { dropCookie } from '../../http/cookies.ts'
import { problem } from '../../http/problem.ts'
import { respond } from '../../http/respond.ts'
import { validParam } from '../../http/valid.ts'
import { hashOf } from '../../use-cases/hash.ts'
import { closeSession, closeSessions, listSessions, type OwnSession } from '../../use-cases/own-sessions.ts'

const instantText = (at: Instant): string => new Date(at).toISOString()

const viewOfSession = (
  { id, method, device, openedAt, seenAt }: OwnSession,
  current: boolean,
): SessionView => ({
  id,
  means: method,
  device,
  openedAt: instantText(openedAt),
  seenAt: instantText(seenAt),
  current,
})

export const sessionRoutes = (deps: Dependencies) => {
  const mine = signedIn(deps)
  return new Hono<SignedIn>()
    .get(routes.listMySessions.path, mine, async (c) => {
      const here = hashOf(readToken(c)?.secret ?? '')
      const sessions = await listSessions(c.get('holder').id, deps)
      return respond(c, 200, SessionList, {
        sessions: sessions.map((session) => viewOfSession(session, session.secret === here)),
      })
    })
    .delete(routes.closeMySession.path, mine, validParam(routes.closeMySession.params), async (c) => {
      const result = await closeSession(c.get('holder').id, c.req.valid('param').id, deps)
      return result.ok ? c.body(null, 204) : problem(c, result.error)
    })
    .delete(routes.closeMySessions.path, mine, async (c) => {
      await closeSessions(c.get('holder').id, deps)
      dropCookie(c, 'session')
      return c.body(null, 204)
    })
}
