import { Hono } from 'hono'
import { MemberView } from '../../../shared/contracts/member-views.ts'
import { memberRoutes as routes } from '../../../shared/contracts/routes/members.ts'
import type { Dependencies } from '../../dependencies.ts'
import { type SignedIn, signedIn } from '../../http/access.ts'
import { problem } from '../../http/problem.ts'
import { respond } from '../../http/respond.ts'
import { jsonOnly, validBody, validParam } from '../../http/valid.ts'
import { admitMember } from '../../use-cases/admit-member.ts'

export const memberRoutes = (deps: Dependencies) =>
  new Hono<SignedIn>().put(
    routes.admitMember.path,
    jsonOnly,
    signedIn(deps),
    validParam(routes.admitMember.params),
    validBody(routes.admitMember.body),
    async (c) => {
      const command = { ...c.req.valid('json'), ...c.req.valid('param'), by: c.get('holder') }
      const result = await admitMember(command, deps)
      return result.ok ? respond(c, 200, MemberView, result.value) : problem(c, result.error)
    },
  )
