import { Hono } from 'hono/tiny'
import { CodeSent, MeView } from '../../../shared/contracts/auth-views.ts'
import { peopleRoutes as routes } from '../../../shared/contracts/routes/people.ts'
import { deviceOf } from '../../../shared/domain/session.ts'
import type { Dependencies } from '../../dependencies.ts'
import { keepSession } from '../../http/access.ts'
import { readToken } from '../../http/caller.ts'
import { clientOf } from '../../http/client-limit.ts'
import { dropCookie, keepCookie, readCookie } from '../../http/cookies.ts'
import { problem } from '../../http/problem.ts'
import { respond } from '../../http/respond.ts'
import { jsonOnly, validBody } from '../../http/valid.ts'
import { hashOf } from '../../use-cases/hash.ts'
import { CODE_MINUTES, openSession, sendCode } from '../../use-cases/sign-in.ts'
import { viewOfMe } from '../views/me-view.ts'

/** Thirteen months. */
const FAMILIAR_SECONDS = 395 * 86_400

export const authRoutes = (deps: Dependencies) =>
  new Hono()
    .post(routes.sendCode.path, jsonOnly, validBody(routes.sendCode.body), async (c) => {
      const asked = { client: clientOf(c), familiar: readCookie(c, 'familiar') }
      const result = await sendCode({ ...c.req.valid('json'), ...asked }, deps)
      if (!result.ok) return problem(c, result.error)
      keepCookie(c, 'challenge', result.value.challenge, CODE_MINUTES * 60)
      return respond(c, 202, CodeSent, { validMinutes: CODE_MINUTES })
    })
    .post(routes.openSession.path, jsonOnly, validBody(routes.openSession.body), async (c) => {
      const challenge = readCookie(c, 'challenge')
      if (!challenge) return problem(c, { kind: 'code-expired' })
      const device = deviceOf(c.req.header('user-agent'))
      const result = await openSession(
        { ...c.req.valid('json'), challenge, device, client: clientOf(c) },
        deps,
      )
      if (!result.ok) return problem(c, result.error)
      const { holder, secret, familiar } = result.value
      await keepSession(c, { holder: holder.id, secret }, 'code', deps)
      dropCookie(c, 'challenge')
      keepCookie(c, 'familiar', familiar, FAMILIAR_SECONDS)
      return respond(c, 201, MeView, viewOfMe(holder))
    })
    .delete(routes.closeSession.path, async (c) => {
      const token = readToken(c)
      if (token) await deps.sessions.closeSession(token.holder, hashOf(token.secret), deps.now())
      dropCookie(c, 'session')
      return c.body(null, 204)
    })
