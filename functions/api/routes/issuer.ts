import type { Context } from 'hono'
import { Hono } from 'hono/tiny'
import { SignInWays } from '../../../shared/contracts/auth-views.ts'
import { issuerRoutes as routes } from '../../../shared/contracts/routes/issuer.ts'
import { ownPath } from '../../../shared/domain/own-path.ts'
import { deviceOf } from '../../../shared/domain/session.ts'
import type { Dependencies } from '../../dependencies.ts'
import { keepSession } from '../../http/access.ts'
import { dropCookie, keepCookie, readCookie } from '../../http/cookies.ts'
import { problem } from '../../http/problem.ts'
import { respond } from '../../http/respond.ts'
import { validQuery } from '../../http/valid.ts'
import {
  comeFromIssuer,
  goToIssuer,
  MINUTES_AT_ISSUER,
  nextOf,
  type StaffRefusal,
} from '../../use-cases/sign-in-staff.ts'
import { openIdIssuer } from '../openid-issuer.ts'

/** A browser follows a redirect here, so a page explains the refusal and how to start again. */
const sayWhy = (c: Context, { kind }: StaffRefusal, next = '') =>
  c.redirect(`/connexion?${new URLSearchParams({ refus: kind, ...(next && { next }) })}`, 303)

export const issuerRoutes = (deps: Dependencies) => {
  const issuer = deps.issuer && openIdIssuer(deps.issuer)
  return new Hono()
    .get(routes.readSignInWays.path, (c) => respond(c, 200, SignInWays, { issuer: issuer?.name }))
    .get(routes.goToIssuer.path, validQuery(routes.goToIssuer.query), async (c) => {
      if (!issuer) return problem(c, { kind: 'not-found' })
      const { next } = c.req.valid('query')
      const result = await goToIssuer(next, { ...deps, issuer })
      if (!result.ok) return sayWhy(c, result.error, ownPath(next))
      keepCookie(c, 'issuer', result.value.note, MINUTES_AT_ISSUER * 60)
      return c.redirect(result.value.address, 302)
    })
    .get(routes.comeFromIssuer.path, async (c) => {
      if (!issuer) return problem(c, { kind: 'not-found' })
      const note = readCookie(c, 'issuer')
      const { search } = new URL(c.req.url)
      const device = deviceOf(c.req.header('user-agent'))
      const result = await comeFromIssuer({ note, search, device }, { ...deps, issuer })
      dropCookie(c, 'issuer')
      if (!result.ok) return sayWhy(c, result.error, nextOf(note))
      await keepSession(c, result.value, 'issuer', deps)
      return c.redirect(nextOf(note), 303)
    })
}
