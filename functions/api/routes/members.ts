import { Hono } from 'hono/tiny'
import { MemberList, MemberView } from '../../../shared/contracts/member-views.ts'
import { memberRoutes as routes } from '../../../shared/contracts/routes/members.ts'
import type { Dependencies } from '../../dependencies.ts'
import { type SignedIn, signedIn } from '../../http/access.ts'
import { problem } from '../../http/problem.ts'
import { respond } from '../../http/respond.ts'
import { jsonOnly, validBody, validParam, validQuery } from '../../http/valid.ts'
import { admitMember } from '../../use-cases/admit-member.ts'
import { type ListedMember, listMembers } from '../../use-cases/list-members.ts'

const viewOfMember = ({ who, public: isPublic, until }: ListedMember): MemberList['members'][number] => ({
  holder: who.id,
  public: isPublic,
  ...(until !== undefined && { until }),
  ...(who.name ? { name: who.name } : who.email && { email: who.email }),
  ...(who.email === undefined && who.phone && { phone: who.phone }),
})

export const memberRoutes = (deps: Dependencies) => {
  const mine = signedIn(deps)
  return new Hono<SignedIn>()
    .get(
      routes.listMembers.path,
      mine,
      validParam(routes.listMembers.params),
      validQuery(routes.listMembers.query),
      async (c) => {
        const asked = { ...c.req.valid('param'), ...c.req.valid('query'), by: c.get('holder') }
        const listed = await listMembers(asked, deps)
        if (!listed) return problem(c, { kind: 'not-found' })
        const { members, next } = listed
        return respond(c, 200, MemberList, { members: members.map(viewOfMember), ...(next && { next }) })
      },
    )
    .put(
      routes.admitMember.path,
      jsonOnly,
      mine,
      validParam(routes.admitMember.params),
      validBody(routes.admitMember.body),
      async (c) => {
        const command = { ...c.req.valid('json'), ...c.req.valid('param'), by: c.get('holder') }
        const result = await admitMember(command, deps)
        return result.ok ? respond(c, 200, MemberView, result.value) : problem(c, result.error)
      },
    )
}
