import { Hono } from 'hono/tiny'
import { GrantView } from '../../../shared/contracts/auth-views.ts'
import { InvitationView, RightList } from '../../../shared/contracts/right-views.ts'
import { rightRoutes as routes } from '../../../shared/contracts/routes/rights.ts'
import type { Invitation } from '../../../shared/domain/invitation.ts'
import type { Scope } from '../../../shared/domain/rights.ts'
import type { Dependencies } from '../../dependencies.ts'
import { type SignedIn, signedIn } from '../../http/access.ts'
import { problem } from '../../http/problem.ts'
import { respond } from '../../http/respond.ts'
import { idempotencyKey, jsonOnly, validBody, validParam } from '../../http/valid.ts'
import { acceptInvitation } from '../../use-cases/accept-invitation.ts'
import { invite, listRights, withdrawInvitation, withdrawRight } from '../../use-cases/give-rights.ts'
import { viewOfGrant } from '../views/me-view.ts'

const viewsOn = async (
  scope: Scope,
  { directory, associations }: Pick<Dependencies, 'directory' | 'associations'>,
) => {
  const ids = scope.kind === 'association' ? [scope.association] : []
  const known = { directory: await directory(), associations: await associations.listAssociations(ids) }
  return {
    grant: (grant: Invitation['grant']) => viewOfGrant(grant, known),
    invitation: ({ id, grant, email, expiresAt }: Invitation): InvitationView => ({
      ...viewOfGrant(grant, known),
      id,
      email,
      expiresAt: new Date(expiresAt).toISOString(),
    }),
  }
}

const givingRoutes = (deps: Dependencies) => {
  const mine = signedIn(deps)
  return new Hono<SignedIn>()
    .get(routes.listRights.path, mine, validParam(routes.listRights.params), async (c) => {
      const { id } = c.get('holder')
      const result = await listRights({ ...c.req.valid('param'), by: c.get('holder') }, deps)
      if (!result.ok) return problem(c, result.error)
      const view = await viewsOn(c.req.valid('param').scope, deps)
      return respond(c, 200, RightList, {
        grants: result.value.held.map(({ holder, ...grant }) => ({
          ...view.grant(grant),
          holder: holder.id,
          name: holder.name ?? holder.email,
          mine: holder.id === id,
        })),
        invitations: result.value.invitations.map(view.invitation),
      })
    })
    .delete(routes.withdrawRight.path, mine, validParam(routes.withdrawRight.params), async (c) => {
      const result = await withdrawRight({ ...c.req.valid('param'), by: c.get('holder') }, deps)
      return result.ok ? c.body(null, 204) : problem(c, result.error)
    })
}

const invitationRoutes = (deps: Dependencies) => {
  const mine = signedIn(deps)
  return new Hono<SignedIn>()
    .post(routes.invite.path, jsonOnly, mine, idempotencyKey, validBody(routes.invite.body), async (c) => {
      const command = { ...c.req.valid('json'), by: c.get('holder'), idempotencyKey: c.var.idempotencyKey }
      const result = await invite(command, deps)
      if (!result.ok) return problem(c, result.error)
      return respond(c, 201, InvitationView, (await viewsOn(command.scope, deps)).invitation(result.value))
    })
    .delete(routes.withdrawInvitation.path, mine, validParam(routes.withdrawInvitation.params), async (c) => {
      const result = await withdrawInvitation({ ...c.req.valid('param'), by: c.get('holder') }, deps)
      return result.ok ? c.body(null, 204) : problem(c, result.error)
    })
    .put(
      routes.acceptInvitation.path,
      jsonOnly,
      mine,
      validParam(routes.acceptInvitation.params),
      validBody(routes.acceptInvitation.body),
      async (c) => {
        const command = { ...c.req.valid('param'), ...c.req.valid('json'), by: c.get('holder') }
        const result = await acceptInvitation(command, deps)
        if (!result.ok) return problem(c, result.error)
        return respond(c, 200, GrantView, (await viewsOn(result.value.scope, deps)).grant(result.value))
      },
    )
}

export const rightRoutes = (deps: Dependencies) =>
  new Hono().route('/', givingRoutes(deps)).route('/', invitationRoutes(deps))
